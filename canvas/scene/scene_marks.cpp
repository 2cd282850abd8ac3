// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/scene/scene_impl.h"

#include <algorithm>

namespace jackfield {

// What lies on the geometry: selection, problems, what the pointer is over, and nodes under way.

SceneDamage Scene::setSelected(const QSet<NodeId> &nodes, const QSet<EdgeId> &edges)
{
    Impl &d = *m_impl;
    SceneDamage damage;
    const auto markNode = [&](const NodeId &id, bool on) {
        const int number = d.nodeNumber(id);
        if (number >= 0) {
            d.shapes.nodes[size_t(number)].selected = on;
            damage.add(d.nodeReach(d.shapes.nodes[size_t(number)]));
        }
    };
    const auto markEdge = [&](const EdgeId &id, bool on) {
        const int number = d.edgeNumber(id);
        if (number >= 0) {
            d.shapes.edges[size_t(number)].selected = on;
            damage.add(d.shapes.edges[size_t(number)].bounds);
        }
    };
    for (const NodeId &id : std::as_const(d.selectedNodes))
        if (!nodes.contains(id))
            markNode(id, false);
    for (const NodeId &id : nodes)
        if (!d.selectedNodes.contains(id))
            markNode(id, true);
    for (const EdgeId &id : std::as_const(d.selectedEdges))
        if (!edges.contains(id))
            markEdge(id, false);
    for (const EdgeId &id : edges)
        if (!d.selectedEdges.contains(id))
            markEdge(id, true);
    d.selectedNodes = nodes;
    d.selectedEdges = edges;
    return damage;
}

SceneDamage Scene::setProblems(const Problems &problems)
{
    Impl &d = *m_impl;
    const auto worse = [](auto &marks, const auto &id, Severity severity) {
        const auto it = marks.find(id);
        if (it == marks.end())
            marks.insert(id, severity);
        else if (severity == Severity::Error)
            *it = severity;
    };
    QHash<NodeId, Severity> nodes;
    QHash<EdgeId, Severity> edges;
    for (const Problem &problem : problems) {
        if (!problem.node.isEmpty())
            worse(nodes, problem.node, problem.severity);
        if (!problem.edge.isEmpty())
            worse(edges, problem.edge, problem.severity);
    }
    SceneDamage damage;
    const auto wanted = [](const auto &marks, const auto &id) -> std::optional<Severity> {
        const auto it = marks.constFind(id);
        return it == marks.cend() ? std::nullopt : std::optional(*it);
    };
    const auto showNode = [&](const NodeId &id) {
        const int number = d.nodeNumber(id);
        if (number < 0 || d.shapes.nodes[size_t(number)].problem == wanted(nodes, id))
            return;
        d.shapes.nodes[size_t(number)].problem = wanted(nodes, id);
        damage.add(d.nodeReach(d.shapes.nodes[size_t(number)]));
    };
    const auto showEdge = [&](const EdgeId &id) {
        const int number = d.edgeNumber(id);
        if (number < 0 || d.shapes.edges[size_t(number)].problem == wanted(edges, id))
            return;
        d.shapes.edges[size_t(number)].problem = wanted(edges, id);
        damage.add(d.shapes.edges[size_t(number)].bounds);
    };
    for (auto it = d.nodeProblems.keyBegin(); it != d.nodeProblems.keyEnd(); ++it)
        showNode(*it);
    for (auto it = nodes.keyBegin(); it != nodes.keyEnd(); ++it)
        showNode(*it);
    for (auto it = d.edgeProblems.keyBegin(); it != d.edgeProblems.keyEnd(); ++it)
        showEdge(*it);
    for (auto it = edges.keyBegin(); it != edges.keyEnd(); ++it)
        showEdge(*it);
    d.nodeProblems = nodes;
    d.edgeProblems = edges;
    return damage;
}

SceneDamage Scene::setHover(const SceneHit &hover)
{
    Impl &d = *m_impl;
    SceneDamage damage;
    if (hover == d.hover)
        return damage;
    for (const SceneHit *hit : {&std::as_const(d.hover), &hover}) {
        // A node that is merely under the pointer looks no different.
        const int node = hit->part == SceneHit::Part::Node ? -1 : d.nodeNumber(hit->node);
        if (node >= 0)
            damage.add(d.nodeReach(d.shapes.nodes[size_t(node)]));
        const int edge = d.edgeNumber(hit->edge);
        if (edge >= 0)
            damage.add(d.shapes.edges[size_t(edge)].bounds);
    }
    d.hover = hover;
    return damage;
}

const SceneHit &Scene::hover() const
{
    return m_impl->hover;
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
