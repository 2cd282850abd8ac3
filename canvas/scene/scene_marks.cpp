// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/scene/scene_impl.h"

#include <algorithm>
#include <utility>

namespace jackfield {

// What lies on the geometry: marks, and nodes under way.

void Scene::Impl::mark(NodeShape &shape) const
{
    for (const MarkStyle &style : kMarkStyles) {
        const Marks &layer = marks[size_t(style.layer)];
        shape.marks.set(style.layer, layer.nodes.contains(shape.id));
        shape.portMarks.set(style.layer, layer.hasPortOf(shape.id));
    }
}

void Scene::Impl::mark(EdgeShape &shape) const
{
    for (const MarkStyle &style : kMarkStyles)
        shape.marks.set(style.layer, marks[size_t(style.layer)].edges.contains(shape.id));
}

SceneDamage Scene::setMarks(MarkLayer layer, const Marks &marks)
{
    Impl &d = *m_impl;
    const Marks before = std::exchange(d.marks[size_t(layer)], marks);
    SceneDamage damage;
    const auto changeNode = [&](const NodeId &id, auto change) {
        if (const int number = d.nodeNumber(id); number >= 0) {
            NodeShape &shape = d.shapes.nodes[size_t(number)];
            change(shape);
            damage.add(d.nodeReach(shape));
        }
    };
    const auto showNode
        = [&](const NodeId &id, bool on) { changeNode(id, [&](NodeShape &shape) { shape.marks.set(layer, on); }); };
    const auto showEdge = [&](const EdgeId &id, bool on) {
        if (const int number = d.edgeNumber(id); number >= 0) {
            EdgeShape &shape = d.shapes.edges[size_t(number)];
            shape.marks.set(layer, on);
            damage.add(shape.bounds);
        }
    };
    const auto showDifference = [](const auto &old, const auto &now, const auto &show) {
        if (old == now)
            return;
        for (const auto &id : old)
            if (!now.contains(id))
                show(id, false);
        for (const auto &id : now)
            if (!old.contains(id))
                show(id, true);
    };
    showDifference(before.nodes, marks.nodes, showNode);
    showDifference(before.edges, marks.edges, showEdge);
    if (marks.ports != before.ports) {
        for (const QList<MarkedPort> *ports : {&before.ports, &marks.ports})
            for (const MarkedPort &port : *ports)
                changeNode(port.node, [&](NodeShape &shape) { shape.portMarks.set(layer, marks.hasPortOf(shape.id)); });
    }
    if (marks.strengths != before.strengths) {
        for (const NodeId &id : marks.nodes)
            if (before.nodes.contains(id) && marks.strengths.value(id, 1) != before.strengths.value(id, 1))
                changeNode(id, [](const NodeShape &) {}); // the same mark, fainter
    }
    return damage;
}

const Marks &Scene::marks(MarkLayer layer) const
{
    return m_impl->marks[size_t(layer)];
}

SceneDamage Scene::raise(const QList<NodeId> &nodes)
{
    Impl &d = *m_impl;
    SceneDamage damage;
    QList<int> numbers;
    for (const NodeId &id : nodes)
        if (const int number = d.nodeNumber(id); number >= 0)
            numbers.append(number);
    std::sort(numbers.begin(), numbers.end(), [&](int a, int b) {
        return d.shapes.nodes[size_t(a)].order < d.shapes.nodes[size_t(b)].order;
    });
    for (const int number : numbers) {
        NodeShape &shape = d.shapes.nodes[size_t(number)];
        shape.order = d.nextOrder++;
        damage.add(d.nodeReach(shape));
    }
    return damage;
}

void Scene::Impl::classifyGhosts()
{
    for (NodeShape &shape : shapes.nodes)
        shape.ghost = false;
    ghostArea = {};
    stretched.clear();
    QSet<int> seen;
    for (const NodeId &id : std::as_const(ghostNodes)) {
        const int number = nodeNumber(id);
        if (number < 0)
            continue;
        shapes.nodes[size_t(number)].ghost = true;
        ghostArea |= nodeReach(shapes.nodes[size_t(number)]);
    }
    const auto classify = [&](int number) {
        const EdgeShape &edge = shapes.edges[size_t(number)];
        if (!edge.alive)
            return;
        const GhostShare share = ghostShare(shapes, edge);
        if (share == GhostShare::Partly)
            stretched.push_back(number);
        else if (share == GhostShare::Wholly)
            ghostArea |= edge.bounds;
    };
    if (ghostNodes.size() > qsizetype(shapes.edges.size() / 8)) {
        for (size_t i = 0; i < shapes.edges.size(); ++i)
            classify(int(i));
        return;
    }
    for (const NodeId &id : std::as_const(ghostNodes)) {
        for (const QList<const Edge *> &edges : {graph.edgesFrom(id), graph.edgesTo(id)}) {
            for (const Edge *edge : edges) {
                const int number = edgeNumber(edge->id);
                if (number >= 0 && !seen.contains(number)) {
                    seen.insert(number);
                    classify(number);
                }
            }
        }
    }
}

SceneDamage Scene::setGhostOffset(const QSet<NodeId> &nodes, QPointF offset)
{
    Impl &d = *m_impl;
    SceneDamage damage;
    d.ghostOffset = offset;
    if (nodes == d.ghostNodes)
        return damage;
    if (!d.ghostNodes.isEmpty())
        damage.add(clearGhost());
    d.ghostOffset = offset;
    d.ghostNodes = nodes;
    d.classifyGhosts();
    damage.add(d.ghostArea);
    for (const int number : d.stretched)
        damage.add(d.shapes.edges[size_t(number)].bounds);
    return damage;
}

SceneDamage Scene::clearGhost()
{
    Impl &d = *m_impl;
    SceneDamage damage;
    if (d.ghostNodes.isEmpty())
        return damage;
    damage.add(d.ghostArea);
    for (const int number : d.stretched)
        damage.add(d.shapes.edges[size_t(number)].bounds);
    d.ghostNodes.clear();
    d.classifyGhosts();
    d.ghostOffset = {};
    return damage;
}

QPointF Scene::ghostOffset() const
{
    return m_impl->ghostOffset;
}

bool Scene::hasGhost() const
{
    return !m_impl->ghostNodes.isEmpty();
}

const std::vector<int> &Scene::stretchedEdges() const
{
    return m_impl->stretched;
}

QRectF Scene::ghostBounds() const
{
    const Impl &d = *m_impl;
    if (d.ghostNodes.isEmpty())
        return {};
    QRectF area = d.ghostArea.translated(d.ghostOffset);
    // Where a stretched edge runs now is not far from the rectangle around both of its ends.
    for (const int number : d.stretched) {
        const EdgeShape &edge = d.shapes.edges[size_t(number)];
        area |= edge.bounds;
        area |= edge.bounds.translated(d.ghostOffset);
    }
    return area;
}

} // namespace jackfield
