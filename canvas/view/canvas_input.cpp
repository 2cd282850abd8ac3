// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/view/canvas_input.h"

#include "canvas/editing/canvas_editor.h"
#include "canvas/editing/clipboard.h"
#include "canvas/editing/node_commands.h"
#include "canvas/tools/pan_tool.h"
#include "canvas/tools/tool_at.h"
#include "model/document/document.h"

#include <QAbstractScrollArea>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QMouseEvent>

#include <algorithm>
#include <chrono>

namespace jackfield {

using namespace std::chrono_literals;

namespace {

constexpr double kBorder = 24; // this near to it the view follows the pointer
constexpr double kMaxScroll = 24; // pixels a tick
constexpr auto kScrollTick = 16ms;

double scrollStep(double at, double length)
{
    if (at < kBorder)
        return std::min(kMaxScroll, (kBorder - at) / 2);
    return at > length - kBorder ? -std::min(kMaxScroll, (at - length + kBorder) / 2) : 0;
}

bool acceptsDrop(const QMimeData &mime)
{
    return mime.hasFormat(kNodeTypeMime) || mime.hasFormat(kJsonMime);
}

} // namespace

CanvasInput::CanvasInput(ToolHost &host, CanvasEditor &editor, QAbstractScrollArea &area)
    : QObject(&area), m_host(host), m_editor(editor), m_area(area)
{
    m_area.viewport()->setMouseTracking(true);
    m_area.viewport()->setAcceptDrops(true);
    m_scroll.setInterval(kScrollTick);
    connect(&m_scroll, &QTimer::timeout, this, &CanvasInput::scrollNearBorder);
    connect(&m_editor.document(), &Document::changed, this, [this](const DocumentChange &change) {
        const GraphDelta &delta = change.graph;
        if (change.source == ChangeSource::Undo || delta.reset || !delta.removedNodes.isEmpty()
            || !delta.removedEdges.isEmpty())
            cancelGesture(); // what it holds may be gone
    });
}

CanvasInput::~CanvasInput() = default;

std::optional<QPointF> CanvasInput::pointer() const
{
    return m_pointerInside ? std::optional(m_host.toScene(m_pointer)) : std::nullopt;
}

bool CanvasInput::handle(QEvent &event)
{
    switch (event.type()) {
    case QEvent::MouseButtonPress:
        press(static_cast<QMouseEvent &>(event));
        return true;
    case QEvent::MouseMove:
        move(static_cast<QMouseEvent &>(event));
        return true;
    case QEvent::MouseButtonRelease:
        release(static_cast<QMouseEvent &>(event));
        return true;
    case QEvent::MouseButtonDblClick:
        doubleClick(static_cast<QMouseEvent &>(event));
        return true;
    case QEvent::Enter:
        m_pointerInside = true;
        return false;
    case QEvent::Leave:
        m_pointerInside = false;
        hover({});
        return false;
    case QEvent::ContextMenu:
        showContextMenu(static_cast<QContextMenuEvent &>(event));
        return true;
    case QEvent::DragEnter:
    case QEvent::DragMove:
        if (auto &drag = static_cast<QDragMoveEvent &>(event); acceptsDrop(*drag.mimeData()))
            drag.acceptProposedAction();
        else
            drag.ignore();
        return true;
    case QEvent::Drop:
        if (auto &dropped = static_cast<QDropEvent &>(event); acceptsDrop(*dropped.mimeData())) {
            drop(dropped);
            dropped.acceptProposedAction();
        }
        return true;
    default:
        return false;
    }
}

void CanvasInput::press(const QMouseEvent &event)
{
    m_pointer = event.position();
    m_modifiers = event.modifiers();
    m_area.setFocus(Qt::MouseFocusReason);
    if (m_tool) {
        // Another button during a gesture is how a hand says "no, not that".
        if (event.button() == Qt::RightButton)
            cancelGesture();
        return;
    }
    const QPointF point = m_host.toScene(event.position());
    if (event.button() == Qt::MiddleButton || (event.button() == Qt::LeftButton && m_spaceHeld))
        startTool(std::make_unique<PanTool>(m_host, point));
    else if (event.button() == Qt::LeftButton)
        startTool(toolAt(m_host, point, event.modifiers()));
    else if (event.button() == Qt::RightButton)
        selectUnder(point);
    m_button = event.button();
}

void CanvasInput::startTool(std::unique_ptr<Tool> tool)
{
    m_tool = std::move(tool);
    if (m_tool)
        hover({});
    updateCursor();
}

void CanvasInput::move(const QMouseEvent &event)
{
    m_pointer = event.position();
    m_modifiers = event.modifiers();
    m_pointerInside = true;
    const QPointF point = m_host.toScene(event.position());
    if (!m_tool) {
        hover(m_host.scene().hit(point, m_host.pointerReach()));
        updateCursor();
        return;
    }
    m_tool->move(point, event.modifiers());
    updateCursor();
    const QSize size = m_area.viewport()->size();
    const bool near
        = scrollStep(event.position().x(), size.width()) != 0 || scrollStep(event.position().y(), size.height()) != 0;
    if (!near || !m_tool->autoScrolls())
        m_scroll.stop();
    else if (!m_scroll.isActive())
        m_scroll.start();
}

void CanvasInput::scrollNearBorder()
{
    if (!m_tool || !m_tool->autoScrolls()) {
        m_scroll.stop();
        return;
    }
    const QSize size = m_area.viewport()->size();
    m_host.panBy({scrollStep(m_pointer.x(), size.width()), scrollStep(m_pointer.y(), size.height())});
    m_tool->move(m_host.toScene(m_pointer), m_modifiers);
}

void CanvasInput::release(const QMouseEvent &event)
{
    m_pointer = event.position();
    if (!m_tool || event.button() != m_button)
        return;
    m_scroll.stop();
    // The tool is no longer the running one when its edit changes the document.
    const std::unique_ptr<Tool> tool = std::move(m_tool);
    tool->release(m_host.toScene(event.position()), event.modifiers());
    updateCursor();
}

void CanvasInput::cancelGesture()
{
    if (!m_tool)
        return;
    m_scroll.stop();
    const std::unique_ptr<Tool> tool = std::move(m_tool);
    tool->cancel();
    updateCursor();
}

void CanvasInput::doubleClick(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton || m_spaceHeld)
        return;
    const QPointF point = m_host.toScene(event.position());
    const SceneHit hit = m_host.scene().hit(point, m_host.pointerReach());
    if (!hit.node.isEmpty())
        emit editRequested(hit.node);
    else if (hit.part == SceneHit::Part::Nothing)
        m_host.openQuickAdd(point, {});
}

void CanvasInput::selectUnder(QPointF scenePoint)
{
    const SceneHit hit = m_host.scene().hit(scenePoint, m_host.pointerReach());
    if (!hit.node.isEmpty()) {
        m_editor.setCurrentNode(hit.node);
        if (!m_editor.selection().nodes.contains(hit.node))
            m_editor.setSelection({.nodes = {hit.node}, .edges = {}});
    } else if (!hit.edge.isEmpty()) {
        if (!m_editor.selection().edges.contains(hit.edge))
            m_editor.setSelection({.nodes = {}, .edges = {hit.edge}});
    } else {
        m_editor.setSelection({});
    }
}

void CanvasInput::showContextMenu(const QContextMenuEvent &event)
{
    if (event.reason() == QContextMenuEvent::Mouse) {
        m_pointer = event.pos();
        selectUnder(m_host.toScene(event.pos()));
    }
    QPoint point = event.globalPos();
    if (event.reason() == QContextMenuEvent::Keyboard) {
        const QWidget &viewport = *m_area.viewport();
        const QRectF bounds = boundsOf(m_editor.selectedBoxes());
        point = viewport.mapToGlobal(
            bounds.isNull() ? viewport.rect().center() : m_host.toView(bounds.center()).toPoint());
    }
    emit contextMenuRequested(point);
}

void CanvasInput::drop(const QDropEvent &event)
{
    const QPointF point = m_host.toScene(event.position());
    m_area.setFocus(Qt::MouseFocusReason);
    if (event.mimeData()->hasFormat(kNodeTypeMime))
        addNode(m_editor, event.mimeData()->data(kNodeTypeMime), point);
    else
        pasteText(m_editor, event.mimeData()->data(kJsonMime), point);
}

void CanvasInput::hover(const SceneHit &hit)
{
    if (hit == m_hover)
        return;
    m_hover = hit;
    m_host.setHover(hit);
}

void CanvasInput::updateCursor()
{
    QCursor cursor = Qt::ArrowCursor;
    if (m_tool) {
        cursor = m_tool->cursor();
    } else if (m_spaceHeld) {
        cursor = Qt::OpenHandCursor;
    } else if (m_hover.part == SceneHit::Part::Input || m_hover.part == SceneHit::Part::Output) {
        cursor = Qt::CrossCursor;
    } else if (m_hover.part == SceneHit::Part::EdgeStart || m_hover.part == SceneHit::Part::EdgeEnd) {
        cursor = Qt::PointingHandCursor;
    }
    if (m_area.viewport()->cursor().shape() != cursor.shape())
        m_area.viewport()->setCursor(cursor);
}

void CanvasInput::paint(QPainter &painter) const
{
    if (m_tool)
        m_tool->paint(painter);
}

void CanvasInput::loseFocus(Qt::FocusReason reason)
{
    m_spaceHeld = false;
    if (reason == Qt::ActiveWindowFocusReason)
        cancelGesture();
}

} // namespace jackfield
