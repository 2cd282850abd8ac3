// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/scene/scene.h"

#include "canvas/scene/node_geometry.h"
#include "canvas/scene/scene_impl.h"

#include <algorithm>

namespace jackfield {

namespace {

constexpr qsizetype kMaxDamagedAreas = 256;
constexpr double kNodeMargin = 14; // badge, grown ports and the selection ring stick out
constexpr double kEdgeMargin = 12; // arrowhead, thick pen, warning mark
constexpr double kLabelHeight = 20;
constexpr double kMaxLabelWidth = 172;

qsizetype portIndex(const Node &node, QByteArrayView port)
{
    for (qsizetype i = 0; i < node.outputs.size(); ++i)
        if (node.outputs[i].id == port)
            return i;
    return 0;
}

bool saysMoreThanPort(const Edge &edge, const Node *from)
{
    if (edge.label.isEmpty() || !from)
        return !edge.label.isEmpty();
    const qsizetype index = portIndex(*from, edge.port);
    return index >= from->outputs.size() || from->outputs[index].name != edge.label;
}

} // namespace

void SceneDamage::add(const QRectF &area)
{
    if (everything || area.isEmpty())
        return;
    if (areas.size() >= kMaxDamagedAreas) {
        everything = true;
        areas.clear();
        return;
    }
    areas.append(area);
}

void SceneDamage::add(const SceneDamage &other)
{
    if (other.everything) {
        everything = true;
        areas.clear();
    }
    for (const QRectF &area : other.areas)
        add(area);
}

QRectF Scene::Impl::nodeReach(const NodeShape &shape) const
{
    return shape.rect.adjusted(-kNodeMargin, -kNodeMargin, kNodeMargin, kNodeMargin);
}

void Scene::Impl::placeNode(NodeShape &shape, const Node &node)
{
    shape.id = node.id;
    shape.geometry = NodeGeometry::of(node);
    shape.rect = QRectF(cornerOf(node), shape.geometry.size());
    shape.family = node.family;
    shape.version = ++nextVersion;
    mark(shape);
    shape.alive = true;
}

void Scene::Impl::addNode(const Node &node)
{
    int number = int(shapes.nodes.size());
    if (freeNodes.empty()) {
        shapes.nodes.emplace_back();
    } else {
        number = freeNodes.back();
        freeNodes.pop_back();
    }
    NodeShape &shape = shapes.nodes[size_t(number)];
    shape = {};
    placeNode(shape, node);
    shape.order = nextOrder++;
    nodeNumbers.insert(node.id, number);
    shapes.nodeIndex.insert(number, shape.rect);
    bounds.reset();
}

void Scene::Impl::removeNode(int number)
{
    NodeShape &shape = shapes.nodes[size_t(number)];
    shapes.nodeIndex.remove(number, shape.rect);
    nodeNumbers.remove(shape.id);
    shape = {};
    freeNodes.push_back(number);
    bounds.reset();
}

bool Scene::Impl::addEdge(const Edge &edge, int from, int to)
{
    if (from < 0 && to < 0)
        return false;
    int number = int(shapes.edges.size());
    if (freeEdges.empty()) {
        shapes.edges.emplace_back();
    } else {
        number = freeEdges.back();
        freeEdges.pop_back();
    }
    EdgeShape &shape = shapes.edges[size_t(number)];
    shape = {};
    shape.id = edge.id;
    shape.from = from;
    shape.to = to;
    mark(shape);
    edgeNumbers.insert(edge.id, number);
    return true;
}

void Scene::Impl::removeEdge(int number)
{
    EdgeShape &shape = shapes.edges[size_t(number)];
    if (shape.alive)
        shapes.edgeIndex.remove(number, shape.bounds);
    edgeNumbers.remove(shape.id);
    shape = {};
    freeEdges.push_back(number);
}

void Scene::Impl::routeAlone(int number, const Edge &edge, const Node *from, qsizetype lane, qsizetype lanes)
{
    EdgeShape &shape = shapes.edges[size_t(number)];
    if (shape.alive)
        shapes.edgeIndex.remove(number, shape.bounds);
    const NodeShape *source = shape.from < 0 ? nullptr : &shapes.nodes[size_t(shape.from)];
    const NodeShape *target = shape.to < 0 ? nullptr : &shapes.nodes[size_t(shape.to)];
    EdgeEnds &ends = shape.ends;
    ends = {};
    if (source)
        ends.start = source->rect.topLeft() + source->geometry.output(portIndex(*from, edge.port));
    if (target)
        ends.end = target->rect.topLeft() + target->geometry.input();
    if (source && target) {
        const QRectF &a = source->rect, &b = target->rect;
        ends.shape = source == target ? RouteShape::Under : chooseShape(a, b, ends.start, ends.end);
        ends.floor = floorBelow(a, b);
        // Below the nodes the lanes go down only, so that none of them runs into a node.
        ends.lane = ends.shape == RouteShape::Under ? kLaneGap * double(lane) : laneOffset(lane, lanes);
    } else {
        ends.shape = source ? RouteShape::DeadEnd : RouteShape::NoOrigin;
    }
    shape.labelled = saysMoreThanPort(edge, from);
    const EdgeRoute route = routeEdge(ends);
    shape.bounds = routeBounds(route).adjusted(-kEdgeMargin, -kEdgeMargin, kEdgeMargin, kEdgeMargin);
    if (shape.labelled) {
        const QPointF half(kMaxLabelWidth / 2, kLabelHeight / 2);
        shape.bounds |= QRectF(route.middle() - half, route.middle() + half);
    }
    shape.alive = true;
    shapes.edgeIndex.insert(number, shape.bounds);
}

void Scene::Impl::routeBetween(const NodeId &from, const NodeId &to, SceneDamage &damage)
{
    struct Member
    {
        int number = -1;
        const Edge *edge = nullptr;
    };
    QList<Member> parallel;
    const Node *source = graph.node(from);
    for (const Edge *edge : source ? graph.edgesFrom(from) : graph.edgesTo(to)) {
        const int number = edgeNumber(edge->id);
        if (number >= 0 && edge->from == from && edge->to == to)
            parallel.append({number, edge});
    }
    for (qsizetype lane = 0; lane < parallel.size(); ++lane) {
        const auto &[number, edge] = parallel[lane];
        const EdgeShape &shape = shapes.edges[size_t(number)];
        if (shape.alive)
            damage.add(shape.bounds);
        routeAlone(number, *edge, source, lane, parallel.size());
        damage.add(shape.bounds);
    }
}

void Scene::Impl::rebuild()
{
    shapes = {};
    nodeNumbers.clear();
    edgeNumbers.clear();
    freeNodes.clear();
    freeEdges.clear();
    nextOrder = 0;
    bounds.reset();
    shapes.nodes.reserve(size_t(graph.nodes().size()));
    shapes.edges.reserve(size_t(graph.edges().size()));
    nodeNumbers.reserve(graph.nodes().size());
    edgeNumbers.reserve(graph.edges().size());
    for (const Node &node : graph.nodes())
        addNode(node);
    std::vector<const Edge *> drawn; // by number
    drawn.reserve(size_t(graph.edges().size()));
    for (qsizetype i = 0; i < graph.edges().size(); ++i)
        if (addEdge(
                graph.edges()[i], graph.sourceOf(i),
                graph.targetOf(i))) // numbers of nodes are their places in the graph
            drawn.push_back(&graph.edges()[i]);

    const auto pairOf = [](const EdgeShape &shape) { return (quint64(quint32(shape.from)) << 32) | quint32(shape.to); };
    struct Lanes
    {
        int count = 0;
        int next = 0;
    };
    QHash<quint64, Lanes> lanes;
    lanes.reserve(qsizetype(shapes.edges.size()));
    for (const EdgeShape &shape : shapes.edges)
        ++lanes[pairOf(shape)].count;
    for (size_t i = 0; i < shapes.edges.size(); ++i) {
        const EdgeShape &shape = shapes.edges[i];
        Lanes &pair = lanes[pairOf(shape)];
        const Node *from = shape.from < 0 ? nullptr : &graph.nodes()[shape.from];
        routeAlone(int(i), *drawn[i], from, pair.next++, pair.count);
    }
    if (!ghostNodes.isEmpty())
        classifyGhosts();
}

Scene::Scene() : m_impl(std::make_unique<Impl>()) { }
Scene::~Scene() = default;

void Scene::setGraph(const Graph &graph)
{
    m_impl->graph = graph;
    m_impl->rebuild();
}

SceneDamage Scene::applyDelta(const Graph &graph, const GraphDelta &delta)
{
    Impl &d = *m_impl;
    const qsizetype touched = delta.addedNodes.size() + delta.changedNodes.size() + delta.removedNodes.size()
        + delta.addedEdges.size() + delta.changedEdges.size() + delta.removedEdges.size();
    const qsizetype size = qsizetype(d.nodeNumbers.size() + d.edgeNumbers.size());
    if (delta.reset || touched > kMaxDamagedAreas + size / 4) {
        setGraph(graph);
        return {.everything = true, .areas = {}};
    }
    SceneDamage damage;
    QSet<QPair<NodeId, NodeId>> pairs; // whose edges get new routes
    const auto forget = [&](const EdgeId &id) {
        const int number = d.edgeNumber(id);
        if (number < 0)
            return;
        const EdgeShape &shape = d.shapes.edges[size_t(number)];
        damage.add(shape.bounds);
        if (const Edge *before = d.graph.edge(id))
            pairs.insert({before->from, before->to});
        d.removeEdge(number);
    };
    const auto touchEdgesOf = [&](const NodeId &id) {
        for (const Edge *edge : graph.edgesFrom(id))
            pairs.insert({edge->from, edge->to});
        for (const Edge *edge : graph.edgesTo(id))
            pairs.insert({edge->from, edge->to});
    };
    for (const EdgeId &id : delta.removedEdges)
        forget(id);
    for (const EdgeId &id : delta.changedEdges)
        forget(id);
    for (const NodeId &id : delta.removedNodes) {
        const int number = d.nodeNumber(id);
        if (number < 0)
            continue;
        damage.add(d.nodeReach(d.shapes.nodes[size_t(number)]));
        // An edge that the file keeps although its node is gone becomes a stub.
        for (const Edge *edge : d.graph.edgesFrom(id))
            forget(edge->id);
        for (const Edge *edge : d.graph.edgesTo(id))
            forget(edge->id);
        d.removeNode(number);
    }
    d.graph = graph;
    for (const NodeId &id : delta.addedNodes) {
        const Node *node = graph.node(id);
        if (!node || d.nodeNumber(id) >= 0)
            continue;
        d.addNode(*node);
        damage.add(d.nodeReach(d.shapes.nodes[size_t(d.nodeNumber(id))]));
        touchEdgesOf(id);
    }
    for (const NodeId &id : delta.changedNodes) {
        const int number = d.nodeNumber(id);
        const Node *node = graph.node(id);
        if (number < 0 || !node)
            continue;
        NodeShape &shape = d.shapes.nodes[size_t(number)];
        damage.add(d.nodeReach(shape));
        d.shapes.nodeIndex.remove(number, shape.rect);
        d.placeNode(shape, *node);
        d.shapes.nodeIndex.insert(number, shape.rect);
        d.bounds.reset();
        damage.add(d.nodeReach(shape));
        touchEdgesOf(id);
    }
    for (const QList<EdgeId> *ids : {&delta.addedEdges, &delta.changedEdges})
        for (const EdgeId &id : *ids)
            if (const Edge *edge = graph.edge(id))
                pairs.insert({edge->from, edge->to});
    for (const auto &[from, to] : std::as_const(pairs)) {
        // An edge may be new, or have waited for the node that it names.
        for (const Edge *edge : d.nodeNumber(from) >= 0 ? graph.edgesFrom(from) : graph.edgesTo(to)) {
            if (edge->from != from || edge->to != to)
                continue;
            const int number = d.edgeNumber(edge->id);
            if (number < 0) {
                d.addEdge(*edge, d.nodeNumber(edge->from), d.nodeNumber(edge->to));
            } else {
                d.shapes.edges[size_t(number)].from = d.nodeNumber(from);
                d.shapes.edges[size_t(number)].to = d.nodeNumber(to);
            }
        }
        d.routeBetween(from, to, damage);
    }
    if (!d.ghostNodes.isEmpty())
        d.classifyGhosts();
    return damage;
}

const Graph &Scene::graph() const
{
    return m_impl->graph;
}

QRectF Scene::bounds() const
{
    if (!m_impl->bounds) {
        QRectF all;
        for (const NodeShape &shape : m_impl->shapes.nodes)
            if (shape.alive)
                all |= shape.rect;
        m_impl->bounds = all;
    }
    return *m_impl->bounds;
}

QRectF Scene::nodeRect(const NodeId &node) const
{
    const int number = nodeNumber(node);
    return number < 0 ? QRectF() : m_impl->shapes.nodes[size_t(number)].rect;
}

QPointF Scene::inputAnchor(const NodeId &node) const
{
    const int number = nodeNumber(node);
    if (number < 0)
        return {};
    const NodeShape &shape = m_impl->shapes.nodes[size_t(number)];
    return shape.rect.topLeft() + shape.geometry.input();
}

QPointF Scene::outputAnchor(const NodeId &node, QByteArrayView port) const
{
    const int number = nodeNumber(node);
    if (number < 0)
        return {};
    const NodeShape &shape = m_impl->shapes.nodes[size_t(number)];
    return shape.rect.topLeft() + shape.geometry.output(portIndex(*m_impl->graph.node(node), port));
}

QPointF Scene::labelPoint(const EdgeId &edge) const
{
    const int number = edgeNumber(edge);
    return number < 0 ? QPointF() : routeEdge(m_impl->shapes.edges[size_t(number)].ends).middle();
}

QRectF Scene::edgeBounds(const EdgeId &edge) const
{
    const int number = edgeNumber(edge);
    return number < 0 ? QRectF() : m_impl->shapes.edges[size_t(number)].bounds;
}

const SceneShapes &Scene::shapes() const
{
    return m_impl->shapes;
}

int Scene::nodeNumber(const NodeId &node) const
{
    return m_impl->nodeNumber(node);
}

int Scene::edgeNumber(const EdgeId &edge) const
{
    return m_impl->edgeNumber(edge);
}

} // namespace jackfield
