// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/graph/graph.h"

#include <algorithm>

namespace jackfield {

bool GraphDelta::isEmpty() const
{
    return *this == GraphDelta();
}

const Node *Graph::node(const NodeId &id) const
{
    const qsizetype at = indexOf(id);
    return at < 0 ? nullptr : &m_nodes[at];
}

const Edge *Graph::edge(const EdgeId &id) const
{
    const qsizetype at = indexOf(id);
    return at < 0 ? nullptr : &m_edges[at];
}

qsizetype Graph::indexOf(const NodeId &id) const
{
    return m_nodeIndex.value(id, -1);
}

qsizetype Graph::indexOf(const EdgeId &id) const
{
    return m_edgeIndex.value(id, -1);
}

QList<const Edge *> Graph::edgesAt(const Adjacency &adjacency, const NodeId &id) const
{
    QList<const Edge *> result;
    if (const auto found = adjacency.constFind(id); found != adjacency.constEnd()) {
        result.reserve(found->size());
        for (const qsizetype at : *found)
            result.append(&m_edges[at]);
    }
    return result;
}

QList<const Edge *> Graph::edgesFrom(const NodeId &id) const
{
    return edgesAt(m_outgoing, id);
}

QList<const Edge *> Graph::edgesTo(const NodeId &id) const
{
    return edgesAt(m_incoming, id);
}

const Port *Graph::port(const NodeId &node, QByteArrayView id) const
{
    const Node *found = this->node(node);
    if (!found)
        return nullptr;
    const auto port = std::ranges::find_if(found->outputs, [&](const Port &output) { return output.id == id; });
    return port == found->outputs.cend() ? nullptr : &*port;
}

void Graph::assign(QList<Node> nodes, QList<Edge> edges)
{
    m_nodes = std::move(nodes);
    m_edges = std::move(edges);
    index();
}

void Graph::index()
{
    m_nodeIndex.clear();
    m_edgeIndex.clear();
    m_outgoing.clear();
    m_incoming.clear();
    m_nodeIndex.reserve(m_nodes.size());
    m_edgeIndex.reserve(m_edges.size());
    m_outgoing.reserve(m_nodes.size());
    m_incoming.reserve(m_nodes.size());
    for (qsizetype i = 0; i < m_nodes.size(); ++i)
        m_nodeIndex.insert(m_nodes.at(i).id, i);
    for (qsizetype i = 0; i < m_edges.size(); ++i) {
        const Edge &edge = m_edges.at(i);
        m_edgeIndex.insert(edge.id, i);
        link(m_outgoing, edge.from, i);
        link(m_incoming, edge.to, i);
    }
    Q_ASSERT_X(m_nodeIndex.size() == m_nodes.size(), "Graph::assign", "node ids are unique");
    Q_ASSERT_X(m_edgeIndex.size() == m_edges.size(), "Graph::assign", "edge ids are unique");
}

void Graph::link(Adjacency &adjacency, const NodeId &id, qsizetype edge)
{
    if (id.isEmpty())
        return;
    QList<qsizetype> &edges = adjacency[id];
    if (edges.isEmpty() || edges.last() < edge)
        edges.append(edge);
    else
        edges.insert(std::lower_bound(edges.begin(), edges.end(), edge), edge);
}

void Graph::unlink(Adjacency &adjacency, const NodeId &id, qsizetype edge)
{
    const auto found = adjacency.find(id);
    if (found == adjacency.end())
        return;
    found->removeOne(edge);
    if (found->isEmpty())
        adjacency.erase(found);
}

void Graph::replaceNode(Node node)
{
    const qsizetype at = indexOf(node.id);
    Q_ASSERT(at >= 0);
    m_nodes[at] = std::move(node);
}

void Graph::replaceEdge(Edge edge)
{
    const qsizetype at = indexOf(edge.id);
    Q_ASSERT(at >= 0);
    const Edge &old = m_edges.at(at);
    if (old.from != edge.from) {
        unlink(m_outgoing, old.from, at);
        link(m_outgoing, edge.from, at);
    }
    if (old.to != edge.to) {
        unlink(m_incoming, old.to, at);
        link(m_incoming, edge.to, at);
    }
    m_edges[at] = std::move(edge);
}

void Graph::insertNode(qsizetype index, Node node)
{
    Q_ASSERT(!m_nodeIndex.contains(node.id));
    if (index < m_nodes.size()) {
        for (qsizetype &at : m_nodeIndex)
            at += at >= index ? 1 : 0;
    }
    m_nodeIndex.insert(node.id, index);
    m_nodes.insert(index, std::move(node));
}

void Graph::removeNode(qsizetype index)
{
    m_nodeIndex.remove(m_nodes.at(index).id);
    m_nodes.removeAt(index);
    if (index < m_nodes.size()) {
        for (qsizetype &at : m_nodeIndex)
            at -= at > index ? 1 : 0;
    }
}

/// Every index of an edge from `from` on moves by `by`; the order within a list stays.
void Graph::shiftEdges(qsizetype from, qsizetype by)
{
    const auto shift = [=](qsizetype &at) { at += at >= from ? by : 0; };
    std::ranges::for_each(m_edgeIndex, shift);
    for (Adjacency *adjacency : {&m_outgoing, &m_incoming}) {
        for (QList<qsizetype> &edges : *adjacency) {
            if (edges.constLast() >= from)
                std::ranges::for_each(edges, shift);
        }
    }
}

void Graph::insertEdge(qsizetype index, Edge edge)
{
    Q_ASSERT(!m_edgeIndex.contains(edge.id));
    if (index < m_edges.size())
        shiftEdges(index, 1);
    m_edgeIndex.insert(edge.id, index);
    link(m_outgoing, edge.from, index);
    link(m_incoming, edge.to, index);
    m_edges.insert(index, std::move(edge));
}

void Graph::removeEdge(qsizetype index)
{
    const Edge &edge = m_edges.at(index);
    m_edgeIndex.remove(edge.id);
    unlink(m_outgoing, edge.from, index);
    unlink(m_incoming, edge.to, index);
    m_edges.removeAt(index);
    if (index < m_edges.size())
        shiftEdges(index + 1, -1);
}

void Graph::setNodePlace(qsizetype index, JsonPointer pointer, JsonPointer data)
{
    Node &node = m_nodes[index];
    node.pointer = std::move(pointer);
    node.data = std::move(data);
}

void Graph::setNodePosition(qsizetype index, std::optional<QPointF> position)
{
    m_nodes[index].position = position;
}

void Graph::setEdgePointer(qsizetype index, JsonPointer pointer)
{
    m_edges[index].pointer = std::move(pointer);
}

} // namespace jackfield
