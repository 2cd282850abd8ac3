// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/scene/node_geometry.h"
#include "canvas/scene/scene_impl.h"

#include <algorithm>
#include <cmath>

namespace jackfield {

using namespace measure;

namespace {

constexpr double kLabelHalfHeight = 10;
constexpr double kMaxPortReach = 20;
constexpr double kEdgeEndLength = 30; // how much of an edge counts as its end, for grabbing it there

double distance(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

QRectF around(QPointF point, double reach)
{
    return {point.x() - reach, point.y() - reach, 2 * reach, 2 * reach};
}

} // namespace

SceneHit Scene::hit(QPointF point, double reach) const
{
    const Impl &d = *m_impl;
    // Seen from afar, ports must not cover the nodes that they belong to.
    const double portReach = std::clamp(reach, kPortHit / 2, kMaxPortReach);
    int upper = -1; // node under the point
    int portOwner = -1;
    double portDistance = INFINITY;
    SceneHit port;

    d.shapes.nodeIndex.search(around(point, portReach), [&](int number) {
        const NodeShape &shape = d.shapes.nodes[size_t(number)];
        if (!shape.rect.adjusted(-portReach, -portReach, portReach, portReach).contains(point))
            return;
        const auto above = [&](int other) { return other < 0 || shape.order > d.shapes.nodes[size_t(other)].order; };
        if (shape.rect.contains(point) && above(upper))
            upper = number;
        const Node &node = *d.graph.node(shape.id);
        const NodeGeometry &geometry = shape.geometry;
        const auto consider = [&](QPointF anchor, SceneHit found) {
            const double away = distance(point, shape.rect.topLeft() + anchor);
            if (away > portReach || away > portDistance || (away == portDistance && !above(portOwner)))
                return;
            portDistance = away;
            portOwner = number;
            port = std::move(found);
        };
        if (node.acceptsInput)
            consider(geometry.input(), {SceneHit::Part::Input, shape.id, {}, {}});
        for (qsizetype i = 0; i < node.outputs.size(); ++i)
            consider(geometry.output(i), {SceneHit::Part::Output, shape.id, node.outputs[i].id, {}});
    });
    // A node in front hides the ports of those behind it.
    const auto orderOf = [&](int number) { return d.shapes.nodes[size_t(number)].order; };
    if (portOwner >= 0 && (upper < 0 || orderOf(upper) <= orderOf(portOwner)))
        return port;
    if (upper >= 0)
        return {SceneHit::Part::Node, d.shapes.nodes[size_t(upper)].id, {}, {}};

    int nearest = -1;
    double nearestDistance = INFINITY;
    d.shapes.edgeIndex.search(around(point, reach), [&](int number) {
        const EdgeShape &shape = d.shapes.edges[size_t(number)];
        if (!shape.bounds.adjusted(-reach, -reach, reach, reach).contains(point))
            return;
        const EdgeRoute route = routeEdge(shape.ends);
        double away = routeDistance(route, point);
        if (shape.labelled) {
            const QString label = d.graph.edge(shape.id)->label.left(40);
            const double half = std::min(estimatedWidth(label), 160.0) / 2 + 6;
            const QPointF off = point - route.middle();
            // A plate lies on the lines: it wins over whatever passes below it.
            if (std::abs(off.x()) <= half && std::abs(off.y()) <= kLabelHalfHeight)
                away = std::abs(off.y()) / kLabelHalfHeight - 1;
        }
        if (away <= reach && (away < nearestDistance || (away == nearestDistance && number > nearest))) {
            nearest = number;
            nearestDistance = away;
        }
    });
    if (nearest < 0)
        return {};
    const EdgeShape &shape = d.shapes.edges[size_t(nearest)];
    const EdgeRoute route = routeEdge(shape.ends);
    const double end = std::min(kEdgeEndLength, distance(route.points[0], route.last()) / 4);
    SceneHit::Part part = SceneHit::Part::Edge;
    if (distance(point, route.last()) <= end)
        part = SceneHit::Part::EdgeEnd;
    else if (distance(point, route.points[0]) <= end)
        part = SceneHit::Part::EdgeStart;
    return {part, {}, {}, shape.id};
}

QList<NodeId> Scene::nodesIn(const QRectF &area, bool whollyInside) const
{
    const Impl &d = *m_impl;
    std::vector<int> found;
    d.shapes.nodeIndex.search(area, [&](int number) {
        const QRectF &rect = d.shapes.nodes[size_t(number)].rect;
        if (whollyInside ? area.contains(rect) : area.intersects(rect))
            found.push_back(number);
    });
    std::sort(found.begin(), found.end(), [&](int a, int b) {
        return d.shapes.nodes[size_t(a)].order < d.shapes.nodes[size_t(b)].order;
    });
    QList<NodeId> nodes;
    nodes.reserve(qsizetype(found.size()));
    for (const int number : found)
        nodes.append(d.shapes.nodes[size_t(number)].id);
    return nodes;
}

QList<EdgeId> Scene::edgesIn(const QRectF &area) const
{
    const Impl &d = *m_impl;
    std::vector<int> found;
    d.shapes.edgeIndex.search(area, [&](int number) {
        const EdgeShape &shape = d.shapes.edges[size_t(number)];
        if (shape.bounds.intersects(area) && routeMeets(routeEdge(shape.ends), area))
            found.push_back(number);
    });
    std::sort(found.begin(), found.end());
    QList<EdgeId> edges;
    for (const int number : found)
        edges.append(d.shapes.edges[size_t(number)].id);
    return edges;
}

} // namespace jackfield
