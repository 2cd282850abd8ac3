// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/view/canvas_view.h"

#include "canvas/tools/tool.h"
#include "canvas/view/canvas_picture.h"
#include "canvas/view/gesture_state.h"
#include "canvas/view/minimap.h"
#include "canvas/view/remote_flash.h"
#include "canvas/view/viewport_bars.h"
#include "canvas/view/zoom_bar.h"
#include "model/document/document.h"

#include <QLocale>
#include <QPaintEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <cmath>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kCornerGap = 14; // between the view's border and what lies in its corners
constexpr QSize kLeastViewWithMap(520, 360); // in a smaller one it hides too much of the flow
constexpr qsizetype kMostRaised = 64; // more than that are a selection, not something taken in hand
constexpr double kOverlayPen = 4;
constexpr double kZoomStep = 1.25;

} // namespace

CanvasView::CanvasView(Document &document, QWidget *parent)
    : QAbstractScrollArea(parent), m_document(document), m_theme(Theme::load(u"light"_s)),
      m_picture(std::make_unique<CanvasPicture>(m_scene)), m_flash(new RemoteFlash(this)),
      m_gesture(std::make_unique<GestureState>())
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setAcceptDrops(true);
    setAccessibleName(tr("Canvas"));
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setAttribute(Qt::WA_NoSystemBackground);
    viewport()->setMouseTracking(true);
    viewport()->grabGesture(Qt::PinchGesture);
    m_animated = style()->styleHint(QStyle::SH_Widget_Animate, nullptr, this) != 0;

    m_bars = new ViewportBars(viewport());
    m_minimap = new Minimap(m_scene, viewport());
    m_zoomBar = new ZoomBar(viewport());
    connect(m_bars, &ViewportBars::scrolled, this, [this](QPointF distance) { panBy(-distance); });
    connect(m_minimap, &Minimap::centreWanted, this, [this](QPointF point) {
        setViewportState({.centre = point, .zoom = m_viewport.zoom});
    });
    const auto middle = [this] { return QRectF(viewport()->rect()).center(); };
    connect(m_zoomBar, &ZoomBar::zoomedOut, this, [this, middle] { zoomBy(1 / kZoomStep, middle()); });
    connect(m_zoomBar, &ZoomBar::zoomedIn, this, [this, middle] { zoomBy(kZoomStep, middle()); });
    connect(m_zoomBar, &ZoomBar::zoomReset, this, &CanvasView::resetZoom);
    connect(m_zoomBar, &ZoomBar::fitted, this, &CanvasView::fit);
    connect(m_flash, &RemoteFlash::stepped, this, [this](const Marks &marks) { setMarks(MarkLayer::Remote, marks); });
    connect(&m_document, &Document::changed, this, &CanvasView::follow);

    m_picture->painter().setFont(font());
    m_scene.setGraph(m_document.graph());
    setTheme(m_theme);
    startInput();
}

CanvasView::~CanvasView() = default;

void CanvasView::follow(const DocumentChange &change)
{
    damage(m_scene.applyDelta(m_document.graph(), change.graph));

    Selection kept = m_selection;
    kept.nodes.removeIf([&](const NodeId &id) { return m_scene.nodeNumber(id) < 0; });
    kept.edges.removeIf([&](const EdgeId &id) { return m_scene.edgeNumber(id) < 0; });
    if (kept != m_selection)
        setSelection(kept);
    if (change.origin == ChangeOrigin::Remote && m_animated) {
        QList<NodeId> nodes = change.graph.addedNodes + change.graph.changedNodes;
        nodes.removeIf([&](const NodeId &id) { return m_scene.nodeNumber(id) < 0; });
        m_flash->start(nodes);
    }
    m_minimap->invalidate();
    showMinimap();
    showBars();
}

void CanvasView::showMinimap()
{
    const bool fits
        = viewport()->width() >= kLeastViewWithMap.width() && viewport()->height() >= kLeastViewWithMap.height();
    m_minimap->setVisible(fits && !m_arranging && !m_scene.graph().nodes().isEmpty());
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

void CanvasView::setHover(const SceneHit &hit)
{
    if (hit == m_gesture->hover)
        return;
    m_gesture->hover = hit;
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

double CanvasView::pointerReach() const
{
    constexpr double kReach = 6;
    return kReach / m_viewport.zoom;
}

void CanvasView::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_picture->painter().setTheme(theme);
    m_picture->damageAll();
    m_minimap->setTheme(theme);
    m_zoomBar->setTheme(theme);
    m_bars->setTheme(theme);
    viewport()->update();
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

void CanvasView::setAnimated(bool on)
{
    m_animated = on;
}

void CanvasView::setSelection(Selection selection)
{
    if (selection == m_selection)
        return;
    SceneDamage changed = m_scene.setMarks(MarkLayer::Selected, {.nodes = selection.nodes, .edges = selection.edges});
    if (selection.nodes.size() <= kMostRaised)
        changed.add(m_scene.raise(selection.nodes.values()));
    m_selection = std::move(selection);
    damage(changed);
    emit selectionChanged();
}

void CanvasView::selectAll()
{
    Selection all;
    all.nodes.reserve(m_scene.graph().nodes().size());
    for (const Node &node : m_scene.graph().nodes())
        all.nodes.insert(node.id);
    setSelection(std::move(all));
}

void CanvasView::setSnapsToGrid(bool on)
{
    m_snaps = on;
}

void CanvasView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    if (m_arranging) {
        painter.fillRect(event->rect(), m_theme.canvas);
        paintHint(painter, tr("Arranging %1 nodes...").arg(locale().toString(m_scene.graph().nodes().size())));
        return;
    }
    m_fitPending = false;
    const double ratio = viewport()->devicePixelRatioF();
    m_picture->show(m_viewport.zoom, ratio, deviceOrigin(), deviceSize());
    m_picture->draw(painter, event->rect());

    painter.save();
    painter.scale(1 / ratio, 1 / ratio);
    painter.translate(-deviceOrigin());
    m_picture->painter().paintHalos(painter);
    painter.restore();
    if (m_tool) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(toView({0, 0}));
        painter.scale(m_viewport.zoom, m_viewport.zoom);
        m_tool->paint(painter);
        painter.restore();
    }
    if (m_scene.graph().nodes().isEmpty())
        paintHint(painter, emptyHint());
}

QString CanvasView::emptyHint() const
{
    const QString hint = m_document.kind().info().startHint;
    if (!m_document.kind().info().drawnElsewhere.isEmpty())
        return hint;
    const QString usual = tr("Drop a node here, or double-click to add one");
    return hint.isEmpty() ? usual : hint + u'\n' + usual;
}

void CanvasView::paintHint(QPainter &painter, const QString &text) const
{
    const QRect room = viewport()->rect().adjusted(kCornerGap, kCornerGap, -kCornerGap, -kCornerGap);
    painter.setPen(m_theme.secondaryText);
    painter.setFont(font());
    painter.drawText(room, int(Qt::AlignCenter) | int(Qt::TextWordWrap), text);
}

void CanvasView::resizeEvent(QResizeEvent *event)
{
    m_bars->place(viewport()->size());
    m_zoomBar->adjustSize();
    m_zoomBar->move(kCornerGap, viewport()->height() - m_zoomBar->height() - kCornerGap);
    m_minimap->move(
        viewport()->width() - m_minimap->width() - kCornerGap, viewport()->height() - m_minimap->height() - kCornerGap);
    showMinimap();
    if (m_fitPending) {
        fit();
        m_fitPending = true; // until the first frame: windows are resized a few times before that
        return;
    }
    if (event->oldSize().isValid()) {
        // What is at the top left stays there.
        const QSize grown = event->size() - event->oldSize();
        m_viewport.centre += QPointF(grown.width(), grown.height()) / 2 / m_viewport.zoom;
    }
    viewportMoved();
}

bool CanvasView::event(QEvent *event)
{
    const bool handled = QAbstractScrollArea::event(event);
    if (event->type() == QEvent::FontChange && m_picture) {
        m_picture->painter().setFont(font());
        m_picture->damageAll();
        viewport()->update();
    }
    return handled;
}

} // namespace jackfield
