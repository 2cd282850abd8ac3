// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/view/canvas_view.h"

#include "canvas/editing/arrange.h"
#include "canvas/editing/auto_layout.h"
#include "canvas/editing/canvas_editor.h"
#include "canvas/editing/clipboard.h"
#include "canvas/editing/node_commands.h"
#include "canvas/view/canvas_input.h"
#include "canvas/view/canvas_picture.h"
#include "canvas/view/quick_add.h"
#include "canvas/view/remote_flash.h"
#include "canvas/view/viewport_controls.h"
#include "model/document/document.h"

#include <QKeyEvent>
#include <QStyle>

#include <algorithm>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMostRaised = 64; // more than that are a selection, not something taken in hand
constexpr qsizetype kRecentTypes = 5;
constexpr double kOverlayPen = 4;

} // namespace

CanvasView::CanvasView(Document &document, QThreadPool &workers, QWidget *parent)
    : QAbstractScrollArea(parent), m_document(document), m_theme(Theme::load(u"light"_s)),
      m_picture(std::make_unique<CanvasPicture>(m_scene)), m_flash(new RemoteFlash(this))
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setAcceptDrops(true);
    setAccessibleName(tr("Canvas"));
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setAttribute(Qt::WA_NoSystemBackground);
    viewport()->grabGesture(Qt::PinchGesture);
    m_animated = style()->styleHint(QStyle::SH_Widget_Animate, nullptr, this) != 0;

    m_picture->painter().setFont(font());
    m_scene.setGraph(m_document.graph());
    m_controls = new ViewportControls(m_scene, viewport());
    connect(m_controls, &ViewportControls::panned, this, &CanvasView::panBy);
    connect(m_controls, &ViewportControls::centreWanted, this, [this](QPointF point) {
        setViewportState({.centre = point, .zoom = m_viewport.zoom});
    });
    connect(m_controls, &ViewportControls::zoomed, this, [this](double factor) {
        zoomBy(factor, QRectF(viewport()->rect()).center());
    });
    connect(m_controls, &ViewportControls::zoomReset, this, &CanvasView::resetZoom);
    connect(m_controls, &ViewportControls::fitted, this, &CanvasView::fit);
    connect(m_flash, &RemoteFlash::stepped, this, [this](const Marks &marks) { setMarks(MarkLayer::Remote, marks); });
    setTheme(m_theme);

    // In this order: who hears of another selection, or of a layout, may ask the scene, which has followed by then.
    connect(&m_document, &Document::changed, this, &CanvasView::follow);
    m_editor = new CanvasEditor(m_document, this);
    connect(m_editor, &CanvasEditor::selectionChanged, this, &CanvasView::showSelection);
    connect(m_editor, &CanvasEditor::messageShown, this, &CanvasView::messageShown);
    m_input = new CanvasInput(*this, *m_editor, *this);
    connect(m_input, &CanvasInput::editRequested, this, &CanvasView::editRequested);
    connect(m_input, &CanvasInput::contextMenuRequested, this, &CanvasView::contextMenuRequested);
    m_layout = new AutoLayout(*m_editor, workers, this);
    connect(m_layout, &AutoLayout::arranged, this, &CanvasView::arranged);
    connect(m_layout, &AutoLayout::arrangingChanged, this, [this] {
        m_controls->setMapWanted(!isArranging());
        viewport()->update();
    });
    m_layout->placeUnplaced();
}

CanvasView::~CanvasView() = default;

void CanvasView::follow(const DocumentChange &change)
{
    damage(m_scene.applyDelta(m_document.graph(), change.graph));
    if (change.source == ChangeSource::Remote && m_animated) {
        QList<NodeId> nodes = change.graph.addedNodes + change.graph.changedNodes;
        nodes.removeIf([&](const NodeId &id) { return m_scene.nodeNumber(id) < 0; });
        m_flash->start(nodes);
    }
    m_controls->sceneChanged(mapping());
}

void CanvasView::damage(const SceneDamage &damage)
{
    if (damage.isEmpty())
        return;
    m_picture->damage(damage);
    if (damage.everything || m_scene.graph().nodes().size() <= 1) {
        m_picture->damageAll();
        viewport()->update();
        return;
    }
    for (const QRectF &area : damage.areas)
        updateOverlay(area);
}

void CanvasView::updateOverlay(const QRectF &sceneArea)
{
    const QRectF area(toView(sceneArea.topLeft()), toView(sceneArea.bottomRight()));
    const QRectF grown = area.normalized().adjusted(-kOverlayPen, -kOverlayPen, kOverlayPen, kOverlayPen);
    viewport()->update((grown & QRectF(viewport()->rect())).toAlignedRect());
}

void CanvasView::setMarks(MarkLayer layer, const Marks &marks)
{
    const SceneDamage changed = m_scene.setMarks(layer, marks);
    if (!ScenePainter::isHalo(layer)) {
        damage(changed);
        return;
    }
    const double reach = ScenePainter::haloReach() / m_viewport.zoom;
    for (const QRectF &area : changed.everything ? QList{shownArea()} : changed.areas)
        updateOverlay(area.adjusted(-reach, -reach, reach, reach));
}

void CanvasView::setProblems(const Problems &problems)
{
    setMarks(MarkLayer::Warning, marksOf(problems, Severity::Warning));
    setMarks(MarkLayer::Error, marksOf(problems, Severity::Error));
}

void CanvasView::setHover(const SceneHit &hit)
{
    Marks marks;
    if (!hit.edge.isEmpty())
        marks.edges.insert(hit.edge);
    if (hit.part == SceneHit::Part::Input)
        marks.ports.append({hit.node, std::nullopt});
    else if (hit.part == SceneHit::Part::Output)
        marks.ports.append({hit.node, hit.port});
    setMarks(MarkLayer::Hover, marks);
}

void CanvasView::setGhost(const QSet<NodeId> &nodes, QPointF offset)
{
    const QRectF before = m_scene.ghostBounds();
    const SceneDamage changed = m_scene.setGhostOffset(nodes, offset);
    damage(changed);
    updateOverlay(before | m_scene.ghostBounds());
}

void CanvasView::clearGhost()
{
    const QRectF before = m_scene.ghostBounds();
    damage(m_scene.clearGhost());
    updateOverlay(before);
}

void CanvasView::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_picture->painter().setTheme(theme);
    m_picture->damageAll();
    m_controls->setTheme(theme);
    viewport()->update();
}

const Selection &CanvasView::selection() const
{
    return m_editor->selection();
}

void CanvasView::setSelection(Selection selection)
{
    m_editor->setSelection(std::move(selection));
}

void CanvasView::setCurrentNode(const NodeId &node)
{
    m_editor->setCurrentNode(node);
}

void CanvasView::showSelection()
{
    const Selection &selected = selection();
    SceneDamage changed = m_scene.setMarks(MarkLayer::Selected, {.nodes = selected.nodes, .edges = selected.edges});
    if (selected.nodes.size() <= kMostRaised)
        changed.add(m_scene.raise(selected.nodes.values()));
    damage(changed);
    emit selectionChanged();
}

QString CanvasView::nameOf(const NodeId &node) const
{
    return m_editor->nameOf(node);
}

QPointF CanvasView::snapped(QPointF scenePoint, Qt::KeyboardModifiers modifiers) const
{
    return m_editor->snapped(scenePoint, modifiers);
}

void CanvasView::showMessage(const QString &message)
{
    m_editor->showMessage(message);
}

std::optional<GraphDelta> CanvasView::perform(const GraphEdits &edits, const QString &label)
{
    return m_editor->perform(edits, label);
}

void CanvasView::moveSelection(QPointF offset)
{
    nudge(*m_editor, offset);
}

void CanvasView::duplicateSelection(QPointF offset)
{
    jackfield::duplicateSelection(*m_editor, offset);
}

bool CanvasView::isArranging() const
{
    return m_layout && m_layout->isArranging();
}

void CanvasView::tidyUp()
{
    m_layout->tidyUp();
}

void CanvasView::openQuickAdd(QPointF scenePoint, const std::optional<OpenWire> &wire)
{
    if (const QString &elsewhere = m_document.kind().info().drawnElsewhere; !elsewhere.isEmpty()) {
        showMessage(elsewhere);
        return;
    }
    QList<const NodeType *> types = typesThatFit(m_document.kind().catalog(), wire);
    std::ranges::stable_sort(types, {}, [this](const NodeType *type) {
        const qsizetype rank = m_recentTypes.indexOf(type->id);
        return rank < 0 ? m_recentTypes.size() : rank;
    });
    delete m_quickAdd;
    m_quickAdd = new QuickAdd(types, this);
    connect(m_quickAdd, &QuickAdd::chosen, this, [this, scenePoint, wire](const QByteArray &type) {
        addChosen(type, scenePoint, wire);
    });
    m_quickAdd->openAt(viewport()->mapTo(this, toView(scenePoint).toPoint()));
}

void CanvasView::addChosen(const QByteArray &type, QPointF scenePoint, const std::optional<OpenWire> &wire)
{
    m_recentTypes.removeAll(type);
    m_recentTypes.prepend(type);
    m_recentTypes = m_recentTypes.mid(0, kRecentTypes);
    if (wire)
        addWired(*m_editor, type, scenePoint, *wire);
    else
        addNode(*m_editor, type, scenePoint);
}

// Tab alone opens the list of nodes; Shift+Tab leaves the canvas. Children of the canvas ask here, too.
bool CanvasView::focusNextPrevChild(bool next)
{
    if (!next || !hasFocus())
        return QAbstractScrollArea::focusNextPrevChild(next);
    openQuickAdd(placeForNew());
    return true;
}

bool CanvasView::viewportEvent(QEvent *event)
{
    if (!m_input) // still being made
        return QAbstractScrollArea::viewportEvent(event);
    if ((isArranging() && event->isPointerEvent()) || navigate(event) || m_input->handle(*event))
        return true;
    return QAbstractScrollArea::viewportEvent(event);
}

void CanvasView::keyPressEvent(QKeyEvent *event)
{
    if (!m_input->pressKey(*event))
        QAbstractScrollArea::keyPressEvent(event);
}

void CanvasView::keyReleaseEvent(QKeyEvent *event)
{
    if (!m_input->releaseKey(*event))
        QAbstractScrollArea::keyReleaseEvent(event);
}

void CanvasView::focusOutEvent(QFocusEvent *event)
{
    m_input->loseFocus(event->reason());
    QAbstractScrollArea::focusOutEvent(event);
}

} // namespace jackfield
