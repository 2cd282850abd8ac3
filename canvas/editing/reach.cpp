// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/editing/reach.h"

#include "canvas/editing/canvas_editor.h"

#include <cmath>
#include <limits>

namespace jackfield {

namespace {

QSet<NodeId> followed(const Graph &graph, const QSet<NodeId> &from, bool forwards)
{
    QList<NodeId> open = from.values();
    QSet<NodeId> seen = from;
    while (!open.isEmpty()) {
        const NodeId node = open.takeLast();
        for (const Edge *edge : forwards ? graph.edgesFrom(node) : graph.edgesTo(node)) {
            const NodeId &next = forwards ? edge->to : edge->from;
            if (graph.node(next) && !seen.contains(next)) {
                seen.insert(next);
                open.append(next);
            }
        }
    }
    return seen;
}

} // namespace

QSet<NodeId> reachable(const Graph &graph, const QSet<NodeId> &from, Reach reach)
{
    QSet<NodeId> found = from;
    if (reach != Reach::Upstream)
        found |= followed(graph, from, true);
    if (reach != Reach::Downstream)
        found |= followed(graph, from, false);
    return found;
}

void selectReachable(CanvasEditor &editor, Reach reach)
{
    editor.setSelection({.nodes = reachable(editor.graph(), editor.selection().nodes, reach), .edges = {}});
}

NodeId nodeTowards(const Scene &scene, const NodeId &from, QPointF otherwise, QPoint direction)
{
    const bool known = scene.graph().node(from);
    const QPointF start = known ? scene.nodeRect(from).center() : otherwise;
    NodeId best;
    double shortest = std::numeric_limits<double>::max();
    for (const Node &node : scene.graph().nodes()) {
        const QPointF way = scene.nodeRect(node.id).center() - start;
        const double ahead = QPointF::dotProduct(way, direction);
        const double aside = std::abs(direction.x() != 0 ? way.y() : way.x());
        if (known && (node.id == from || ahead <= 0 || aside > 2 * ahead))
            continue;
        if (const double distance = std::abs(ahead) + 2 * aside; distance < shortest) {
            shortest = distance;
            best = node.id;
        }
    }
    return best;
}

} // namespace jackfield
