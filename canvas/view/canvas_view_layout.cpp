// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/scene/node_geometry.h"
#include "canvas/tools/tool.h"
#include "canvas/view/canvas_view.h"
#include "canvas/view/gesture_state.h"
#include "canvas/view/layout_job.h"
#include "model/document/document.h"

#include <QThreadPool>

#include <algorithm>

namespace jackfield {

namespace {

constexpr qsizetype kSmallGraph = 200; // laid out at once; larger ones on a worker
constexpr double kGap = 2 * measure::kGrid;

using Positions = QHash<NodeId, QPointF>;

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
    for (const Node &node : graph.nodes()) {
        if (node.position) {
            positions.remove(node.id);
            continue;
        }
        QRectF rect(positions.value(node.id), Scene::nodeSize(node));
        for (qsizetype i = 0; i < placed.size(); ++i) {
            if (!rect.intersects(placed[i]))
                continue;
            rect.moveTop(placed[i].bottom() + measure::kGrid);
            i = -1;
        }
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
        if (std::ranges::none_of(placed, [&](const QRectF &rect) { return rect.intersects(QRectF(beside, size.size())); }))
            place = beside;
        break;
    }
    shift(block, place - size.topLeft());
    return block;
}

} // namespace

void CanvasView::startLayout(const Graph &graph, std::function<void(const Positions &)> apply)
{
    if (m_gesture->layoutCancelled)
        *m_gesture->layoutCancelled = true;
    m_gesture->layoutCancelled.reset();
    if (graph.nodes().size() <= kSmallGraph) {
        apply(LayoutJob::compute(graph));
        return;
    }
    m_gesture->layoutCancelled = std::make_shared<std::atomic_bool>(false);
    auto *job = new LayoutJob(graph, m_gesture->layoutCancelled);
    connect(job, &LayoutJob::finished, this, [apply, cancelled = m_gesture->layoutCancelled](const Positions &positions) {
        if (!*cancelled)
            apply(positions);
    });
    QThreadPool::globalInstance()->start(job);
}

void CanvasView::placeUnplaced()
{
    const Graph &shown = m_document.graph();
    QSet<NodeId> unplaced;
    for (const Node &node : shown.nodes()) {
        if (!node.position)
            unplaced.insert(node.id);
    }
    if (unplaced.isEmpty())
        return;
    const bool most = 2 * unplaced.size() >= shown.nodes().size();
    const auto apply = [this, most](const Positions &layout) {
        const Graph &graph = m_document.graph();
        Positions all = m_document.provisionalPositions();
        const Positions added = most ? aroundPlaced(graph, layout) : besidePlaced(graph, layout);
        for (auto it = added.cbegin(); it != added.cend(); ++it)
            all.insert(it.key(), it.value());
        m_document.setProvisionalPositions(all);
    };
    startLayout(most ? shown : partOf(shown, unplaced), apply);
}

void CanvasView::tidyUp()
{
    const bool some = m_selection.nodes.size() > 1;
    const Graph &shown = m_document.graph();
    const Graph part = some ? partOf(shown, m_selection.nodes) : shown;
    QRectF before;
    for (const Node &node : part.nodes())
        before |= m_scene.nodeRect(node.id);
    startLayout(part, [this, part, before, some](Positions positions) {
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
