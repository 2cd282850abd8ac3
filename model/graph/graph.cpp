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

QList<const Edge *> Graph::edgesAt(std::span<const int> indexes) const
{
    QList<const Edge *> result;
    result.reserve(qsizetype(indexes.size()));
    for (const int index : indexes)
        result.append(&m_edges.at(index));
    return result;
}

QList<const Edge *> Graph::edgesFrom(const NodeId &id) const
{
    const qsizetype at = indexOf(id);
    return edgesAt(at < 0 ? m_outgoing.strays(id) : outgoing(at));
}

QList<const Edge *> Graph::edgesTo(const NodeId &id) const
{
    const qsizetype at = indexOf(id);
    return edgesAt(at < 0 ? m_incoming.strays(id) : incoming(at));
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
    m_nodeIndex.reserve(m_nodes.size());
    m_edgeIndex.reserve(m_edges.size());
    for (qsizetype i = 0; i < m_nodes.size(); ++i)
        m_nodeIndex.insert(m_nodes.at(i).id, i);
    for (qsizetype i = 0; i < m_edges.size(); ++i)
        m_edgeIndex.insert(m_edges.at(i).id, i);
    Q_ASSERT_X(m_nodeIndex.size() == m_nodes.size(), "Graph::assign", "node ids are unique");
    Q_ASSERT_X(m_edgeIndex.size() == m_edges.size(), "Graph::assign", "edge ids are unique");
    m_outgoing.assign(m_edges, m_nodeIndex);
    m_incoming.assign(m_edges, m_nodeIndex);
}

void Graph::replaceNode(Node node)
{
    const qsizetype at = indexOf(node.id);
    Q_ASSERT(at >= 0);
    m_nodes[at] = std::move(node);
}

void Graph::replaceEdges(QList<Edge> edges)
{
    QList<qsizetype> indexes;
    indexes.reserve(edges.size());
    for (Edge &edge : edges) {
        const qsizetype at = indexOf(edge.id);
        Q_ASSERT(at >= 0);
        indexes.append(at);
        m_edges[at] = std::move(edge);
    }
    m_outgoing.edgesReplaced(indexes, m_edges, m_nodeIndex);
    m_incoming.edgesReplaced(indexes, m_edges, m_nodeIndex);
}

void Graph::insertNode(qsizetype index, Node node)
{
    Q_ASSERT(!m_nodeIndex.contains(node.id));
    if (index < m_nodes.size()) {
        for (qsizetype &at : m_nodeIndex)
            at += at >= index ? 1 : 0;
    }
    m_nodeIndex.insert(node.id, index);
    m_outgoing.nodeInserted(index, node.id, m_edges);
    m_incoming.nodeInserted(index, node.id, m_edges);
    m_nodes.insert(index, std::move(node));
}

void Graph::removeNode(qsizetype index)
{
    m_nodeIndex.remove(m_nodes.at(index).id);
    m_nodes.removeAt(index);
    m_outgoing.nodeRemoved(index, m_edges);
    m_incoming.nodeRemoved(index, m_edges);
    if (index < m_nodes.size()) {
        for (qsizetype &at : m_nodeIndex)
            at -= at > index ? 1 : 0;
    }
}

void Graph::insertEdge(qsizetype index, Edge edge)
{
    Q_ASSERT(!m_edgeIndex.contains(edge.id));
    if (index < m_edges.size()) {
        for (qsizetype &at : m_edgeIndex)
            at += at >= index ? 1 : 0;
    }
    m_edgeIndex.insert(edge.id, index);
    m_edges.insert(index, std::move(edge));
    m_outgoing.edgeInserted(index, m_edges, m_nodeIndex);
    m_incoming.edgeInserted(index, m_edges, m_nodeIndex);
}

void Graph::removeEdge(qsizetype index)
{
    m_edgeIndex.remove(m_edges.at(index).id);
    m_edges.removeAt(index);
    if (index < m_edges.size()) {
        for (qsizetype &at : m_edgeIndex)
            at -= at > index ? 1 : 0;
    }
    m_outgoing.edgeRemoved(index, m_edges);
    m_incoming.edgeRemoved(index, m_edges);
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
