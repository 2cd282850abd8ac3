// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/editing/placing.h"

#include "canvas/scene/node_geometry.h"
#include "canvas/scene/spatial_index.h"
#include "model/layout/layered_layout.h"

#include <algorithm>
#include <optional>

namespace jackfield {

namespace {

constexpr double kGap = 2 * measure::kGrid;

QSizeF sizeOf(const Node &node)
{
    return NodeGeometry::of(node).size();
}

QList<QRectF> placedRects(const Graph &graph)
{
    QList<QRectF> rects;
    for (const Node &node : graph.nodes()) {
        if (node.position)
            rects.append(QRectF(*node.position, sizeOf(node)));
    }
    return rects;
}

} // namespace

Positions laidOut(const Graph &graph, const std::atomic_bool &cancelled)
{
    LayoutOptions options;
    options.size = &sizeOf;
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
            bounds |= QRectF(*found, sizeOf(node));
    }
    return bounds;
}

void shift(Positions &positions, QPointF offset)
{
    for (QPointF &position : positions)
        position += offset;
}

Positions placedAround(const Graph &graph, const std::atomic_bool &cancelled)
{
    Positions positions = laidOut(graph, cancelled);
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
        QRectF rect(positions.value(node.id), sizeOf(node));
        while (const auto bottom = bottomOfCovered(rect))
            rect.moveTop(*bottom + measure::kGrid);
        positions[node.id] = rect.topLeft();
    }
    return positions;
}

Positions placedBeside(const Graph &graph, const QSet<NodeId> &unplaced, const std::atomic_bool &cancelled)
{
    Positions block = laidOut(partOf(graph, unplaced), cancelled);
    const QRectF size = extentOf(graph, block);
    const QList<QRectF> placed = placedRects(graph);
    QRectF all;
    for (const QRectF &rect : placed)
        all |= rect;
    QPointF corner(all.left(), all.bottom() + kGap);
    for (const Edge &edge : graph.edges()) {
        const Node *from = graph.node(edge.from);
        if (!from || !from->position || !block.contains(edge.to))
            continue;
        const QPointF beside(from->position->x() + measure::kNodeWidth + 2 * kGap, from->position->y());
        if (std::ranges::none_of(
                placed, [&](const QRectF &rect) { return rect.intersects(QRectF(beside, size.size())); }))
            corner = beside;
        break;
    }
    shift(block, corner - size.topLeft());
    return block;
}

} // namespace jackfield
