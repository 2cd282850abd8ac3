// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/tools/pan_tool.h"
#include "canvas/tools/tool_at.h"
#include "canvas/view/canvas_view.h"
#include "canvas/view/gesture_state.h"
#include "model/document/document.h"

#include <QContextMenuEvent>
#include <QDropEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>

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

} // namespace

void CanvasView::startInput()
{
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAcceptDrops(true);
    m_gesture->scroll.setInterval(kScrollTick);
    connect(&m_gesture->scroll, &QTimer::timeout, this, &CanvasView::scrollNearBorder);
    connect(&m_document, &Document::changed, this, [this](const DocumentChange &change) {
        const GraphDelta &delta = change.graph;
        if (change.origin == ChangeOrigin::Undo || delta.reset || !delta.removedNodes.isEmpty()
            || !delta.removedEdges.isEmpty())
            cancelGesture(); // what it holds may be gone
    });
    // Provisional positions are a change of their own, which a slot of changed() may not make.
    connect(&m_document, &Document::changed, this, &CanvasView::placeUnplaced, Qt::QueuedConnection);
    connect(&m_document, &Document::undoRefused, this, &CanvasView::messageShown);
    placeUnplaced();
}

bool CanvasView::viewportEvent(QEvent *event)
{
    if ((m_arranging && event->isPointerEvent()) || zoomGesture(event))
        return true;
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        press(*static_cast<QMouseEvent *>(event));
        return true;
    case QEvent::MouseMove:
        move(*static_cast<QMouseEvent *>(event));
        return true;
    case QEvent::MouseButtonRelease:
        release(*static_cast<QMouseEvent *>(event));
        return true;
    case QEvent::MouseButtonDblClick:
        doubleClick(*static_cast<QMouseEvent *>(event));
        return true;
    case QEvent::Enter:
        m_gesture->pointerInside = true;
        break;
    case QEvent::Leave:
        m_gesture->pointerInside = false;
        setHover({});
        break;
    case QEvent::ContextMenu:
        showContextMenu(*static_cast<QContextMenuEvent *>(event));
        return true;
    case QEvent::NativeGesture:
        if (const auto *gesture = static_cast<QNativeGestureEvent *>(event);
            gesture->gestureType() == Qt::PanNativeGesture) {
            panBy(gesture->delta());
            return true;
        }
        break;
    case QEvent::DragEnter:
    case QEvent::DragMove:
        if (auto *drag = static_cast<QDragMoveEvent *>(event); acceptsDrop(*drag->mimeData()))
            drag->acceptProposedAction();
        else
            drag->ignore();
        return true;
    case QEvent::Drop:
        if (auto *dropped = static_cast<QDropEvent *>(event); acceptsDrop(*dropped->mimeData())) {
            drop(*dropped);
            dropped->acceptProposedAction();
        }
        return true;
    default:
        break;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void CanvasView::press(const QMouseEvent &event)
{
    m_gesture->pointer = event.position();
    m_gesture->modifiers = event.modifiers();
    setFocus(Qt::MouseFocusReason);
    if (m_tool) {
        // Another button during a gesture is how a hand says "no, not that".
        if (event.button() == Qt::RightButton)
            cancelGesture();
        return;
    }
    const QPointF point = toScene(event.position());
    if (event.button() == Qt::MiddleButton || (event.button() == Qt::LeftButton && m_gesture->spaceHeld))
        startTool(std::make_unique<PanTool>(*this, point));
    else if (event.button() == Qt::LeftButton)
        startTool(toolAt(*this, point, event.modifiers()));
    else if (event.button() == Qt::RightButton)
        selectUnder(point);
    m_gesture->button = event.button();
}

void CanvasView::startTool(std::unique_ptr<Tool> tool)
{
    m_tool = std::move(tool);
    if (m_tool)
        setHover({});
    updateCursor();
}

void CanvasView::move(const QMouseEvent &event)
{
    m_gesture->pointer = event.position();
    m_gesture->modifiers = event.modifiers();
    m_gesture->pointerInside = true;
    if (!m_tool) {
        setHover(m_scene.hit(toScene(event.position()), pointerReach()));
        updateCursor();
        return;
    }
    m_tool->move(toScene(event.position()), event.modifiers());
    updateCursor();
    const QSize size = viewport()->size();
    const bool near
        = scrollStep(event.position().x(), size.width()) != 0 || scrollStep(event.position().y(), size.height()) != 0;
    if (!near || !m_tool->autoScrolls())
        m_gesture->scroll.stop();
    else if (!m_gesture->scroll.isActive())
        m_gesture->scroll.start();
}

void CanvasView::scrollNearBorder()
{
    if (!m_tool || !m_tool->autoScrolls()) {
        m_gesture->scroll.stop();
        return;
    }
    const QPointF at = m_gesture->pointer;
    panBy({scrollStep(at.x(), viewport()->width()), scrollStep(at.y(), viewport()->height())});
    m_tool->move(toScene(at), m_gesture->modifiers);
}

void CanvasView::release(const QMouseEvent &event)
{
    m_gesture->pointer = event.position();
    if (!m_tool || event.button() != m_gesture->button)
        return;
    m_gesture->scroll.stop();
    // The tool is no longer the running one when its edit changes the document.
    const std::unique_ptr<Tool> tool = std::move(m_tool);
    tool->release(toScene(event.position()), event.modifiers());
    updateCursor();
}

void CanvasView::cancelGesture()
{
    if (!m_tool)
        return;
    m_gesture->scroll.stop();
    const std::unique_ptr<Tool> tool = std::move(m_tool);
    tool->cancel();
    updateCursor();
}

void CanvasView::doubleClick(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton || m_gesture->spaceHeld)
        return;
    const QPointF point = toScene(event.position());
    const SceneHit hit = m_scene.hit(point, pointerReach());
    if (!hit.node.isEmpty())
        emit editRequested(hit.node);
    else if (hit.part == SceneHit::Part::Nothing)
        openQuickAdd(point);
}

void CanvasView::selectUnder(QPointF scenePoint)
{
    const SceneHit hit = m_scene.hit(scenePoint, pointerReach());
    if (!hit.node.isEmpty()) {
        m_gesture->focus = hit.node;
        if (!m_selection.nodes.contains(hit.node))
            setSelection({.nodes = {hit.node}, .edges = {}});
    } else if (!hit.edge.isEmpty()) {
        if (!m_selection.edges.contains(hit.edge))
            setSelection({.nodes = {}, .edges = {hit.edge}});
    } else {
        setSelection({});
    }
}

void CanvasView::showContextMenu(const QContextMenuEvent &event)
{
    if (event.reason() == QContextMenuEvent::Mouse) {
        m_gesture->pointer = event.pos();
        selectUnder(toScene(event.pos()));
    }
    QPoint place = event.globalPos();
    if (event.reason() == QContextMenuEvent::Keyboard) {
        const QRectF bounds = boundsOf(selectedNodes());
        place = viewport()->mapToGlobal(
            bounds.isNull() ? viewport()->rect().center() : toView(bounds.center()).toPoint());
    }
    emit contextMenuRequested(place);
}

void CanvasView::updateCursor()
{
    QCursor cursor = Qt::ArrowCursor;
    if (m_tool) {
        cursor = m_tool->cursor();
    } else if (m_gesture->spaceHeld) {
        cursor = Qt::OpenHandCursor;
    } else {
        const SceneHit::Part part = m_gesture->hover.part;
        if (part == SceneHit::Part::Input || part == SceneHit::Part::Output)
            cursor = Qt::CrossCursor;
        else if (part == SceneHit::Part::EdgeStart || part == SceneHit::Part::EdgeEnd)
            cursor = Qt::PointingHandCursor;
    }
    if (viewport()->cursor().shape() != cursor.shape())
        viewport()->setCursor(cursor);
}

void CanvasView::focusOutEvent(QFocusEvent *event)
{
    m_gesture->spaceHeld = false;
    if (event->reason() == Qt::ActiveWindowFocusReason)
        cancelGesture();
    QAbstractScrollArea::focusOutEvent(event);
}

} // namespace jackfield
