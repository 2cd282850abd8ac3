// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/scene/node_geometry.h"
#include "canvas/scene/spatial_index.h"
#include "canvas/tools/tool.h"
#include "canvas/view/canvas_view.h"
#include "canvas/view/gesture_state.h"
#include "canvas/view/layout_job.h"
#include "canvas/view/worker_pool.h"
#include "model/document/document.h"
#include "model/layout/layered_layout.h"

#include <QThreadPool>

#include <algorithm>
#include <optional>

namespace jackfield {

namespace {

constexpr qsizetype kSmallGraph = 200; // laid out at once; larger ones on a worker
constexpr double kGap = 2 * measure::kGrid;

using Positions = QHash<NodeId, QPointF>;

Positions laidOut(const Graph &graph, const std::atomic_bool &cancelled)
{
    LayoutOptions options;
    options.size = &Scene::nodeSize;
    options.cancelled = &cancelled;
    return layeredLayout(graph, options);
}

Graph partOf(const Graph &graph, const QSet<NodeId> &wanted)
{
    QList<Node> nodes;
    for (const Node &node : graph.nodes()) {
        if (wanted.contains(node.id))
            nodes.append(node);
    }
    QList<Edge> edges;
    for (const Edge &edge : graph.edges()) {
        if (wanted.contains(edge.from) && wanted.contains(edge.to))
            edges.append(edge);
    }
    Graph part;
    part.assign(nodes, edges);
    return part;
}

QRectF extentOf(const Graph &graph, const Positions &positions)
{
    QRectF bounds;
    for (const Node &node : graph.nodes()) {
        if (const auto found = positions.constFind(node.id); found != positions.cend())
            bounds |= QRectF(*found, Scene::nodeSize(node));
    }
    return bounds;
}

void shift(Positions &positions, QPointF offset)
{
    for (QPointF &position : positions)
        position += offset;
}

QList<QRectF> placedRects(const Graph &graph)
{
    QList<QRectF> rects;
    for (const Node &node : graph.nodes()) {
        if (node.position)
            rects.append(QRectF(*node.position, Scene::nodeSize(node)));
    }
    return rects;
}

// The whole layout, with the nodes that have a place left there: what would cover one of those moves below it.
Positions aroundPlaced(const Graph &graph, Positions positions)
{
    const QList<QRectF> placed = placedRects(graph);
    SpatialIndex index;
    for (qsizetype i = 0; i < placed.size(); ++i)
        index.insert(int(i), placed[i]);
    const auto bottomOfCovered = [&](const QRectF &rect) {
        std::optional<double> bottom;
        index.search(rect, [&](int i) {
            if (rect.intersects(placed[i]))
                bottom = std::max(bottom.value_or(placed[i].bottom()), placed[i].bottom());
        });
        return bottom;
    };
    for (const Node &node : graph.nodes()) {
        if (node.position) {
            positions.remove(node.id);
            continue;
        }
        QRectF rect(positions.value(node.id), Scene::nodeSize(node));
        while (const auto bottom = bottomOfCovered(rect))
            rect.moveTop(*bottom + measure::kGrid);
        positions[node.id] = rect.topLeft();
    }
    return positions;
}

// A few new nodes: right of what leads to them when there is room, else below everything.
Positions besidePlaced(const Graph &graph, Positions block)
{
    const QRectF size = extentOf(graph, block);
    const QList<QRectF> placed = placedRects(graph);
    QRectF all;
    for (const QRectF &rect : placed)
        all |= rect;
    QPointF place(all.left(), all.bottom() + kGap);
    for (const Edge &edge : graph.edges()) {
        const Node *from = graph.node(edge.from);
        if (!from || !from->position || !block.contains(edge.to))
            continue;
        const QPointF beside(from->position->x() + measure::kNodeWidth + 2 * kGap, from->position->y());
        if (std::ranges::none_of(
                placed, [&](const QRectF &rect) { return rect.intersects(QRectF(beside, size.size())); }))
            place = beside;
        break;
    }
    shift(block, place - size.topLeft());
    return block;
}

} // namespace

void CanvasView::cancelLayout()
{
    if (m_gesture->layoutCancelled)
        *m_gesture->layoutCancelled = true;
    m_gesture->layoutCancelled.reset();
    setArranging(false);
}

void CanvasView::startLayout(qsizetype nodes, const LayoutJob::Work &work, std::function<void(const Positions &)> apply)
{
    cancelLayout();
    if (nodes <= kSmallGraph) {
        apply(work(false));
        return;
    }
    m_gesture->layoutCancelled = std::make_shared<std::atomic_bool>(false);
    auto *job = new LayoutJob(work, m_gesture->layoutCancelled);
    connect(
        job, &LayoutJob::finished, this, [apply, cancelled = m_gesture->layoutCancelled](const Positions &positions) {
            if (!*cancelled)
                apply(positions);
        });
    workerPool().start(job);
}

void CanvasView::setArranging(bool on)
{
    if (m_arranging == on)
        return;
    m_arranging = on;
    showMinimap();
    viewport()->update();
}

void CanvasView::placeUnplaced()
{
    const Graph &shown = m_document.graph();
    QSet<NodeId> unplaced;
    for (const Node &node : shown.nodes()) {
        if (!node.position)
            unplaced.insert(node.id);
    }
    if (unplaced.isEmpty()) {
        if (m_arranging)
            cancelLayout();
        return;
    }
    const bool most = 2 * unplaced.size() >= shown.nodes().size();
    const auto places = [shown, unplaced, most](const std::atomic_bool &cancelled) {
        return most ? aroundPlaced(shown, laidOut(shown, cancelled))
                    : besidePlaced(shown, laidOut(partOf(shown, unplaced), cancelled));
    };
    startLayout(most ? shown.nodes().size() : unplaced.size(), places, [this](const Positions &added) {
        Positions all = m_document.provisionalPositions();
        all.insert(added);
        m_document.setProvisionalPositions(all);
        if (m_arranging) {
            setArranging(false);
            emit arranged();
        }
    });
    setArranging(most && m_gesture->layoutCancelled);
}

void CanvasView::tidyUp()
{
    const bool some = m_selection.nodes.size() > 1;
    const Graph &shown = m_document.graph();
    const Graph part = some ? partOf(shown, m_selection.nodes) : shown;
    QRectF before;
    for (const Node &node : part.nodes())
        before |= m_scene.nodeRect(node.id);
    const auto work = [part](const std::atomic_bool &cancelled) { return laidOut(part, cancelled); };
    startLayout(part.nodes().size(), work, [this, part, before, some](Positions positions) {
        if (some)
            shift(positions, snapped(before.topLeft() - extentOf(part, positions).topLeft(), {}));
        QList<MoveNodes::Place> places;
        for (const Node &node : m_document.graph().nodes()) { // some may be gone by now
            if (const auto found = positions.constFind(node.id); found != positions.cend() && node.position != *found)
                places.append({node.id, *found});
        }
        if (places.isEmpty()) {
            emit messageShown(tr("Everything is tidy already."));
            return;
        }
        moveTo(places, some ? tr("Tidy up %n nodes", nullptr, int(part.nodes().size())) : tr("Tidy up"));
    });
}

} // namespace jackfield
