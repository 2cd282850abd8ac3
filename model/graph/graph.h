// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/catalog.h"
#include "model/graph/edge_index.h"
#include "model/graph/ids.h"
#include "model/json/json_pointer.h"

#include <QHash>
#include <QList>
#include <QPointF>
#include <QString>
#include <QStringList>

#include <optional>

namespace jackfield {

struct Port
{
    QByteArray id; ///< unique among the outputs of its node
    QString name;
    bool fallback = false;

    friend bool operator==(const Port &, const Port &) = default;
};

struct Node
{
    NodeId id; ///< unique in the graph, also when the file repeats an id
    QByteArray type; ///< the platform's word; may be one that the catalog does not know
    Family family = Family::Unknown;
    QByteArray icon; ///< name in resources/icons
    QString typeTitle; ///< "Question"
    QString title; ///< what the author calls it
    QStringList summary; ///< body lines, plain text
    QList<Port> outputs;
    JsonPointer pointer; ///< where the node lives in the content
    JsonPointer data; ///< where the part that the inspector edits lives
    bool acceptsInput = true;
    bool start = false;
    bool terminal = false;
    std::optional<QPointF> position; ///< top left, logical pixels; none = not placed yet

    friend bool operator==(const Node &, const Node &) = default;
};

struct Edge
{
    EdgeId id; ///< unique in the graph, made up when the file has none
    NodeId from;
    QByteArray port; ///< output of `from`
    NodeId to; ///< empty or unknown when the file names no existing node: `target` says what it names
    QByteArray target; ///< what the file says, only for an edge that ends nowhere
    QString label;
    JsonPointer pointer;

    friend bool operator==(const Edge &, const Edge &) = default;
};

/// What changed between two states of a graph, so that views touch only that.
struct GraphDelta
{
    bool reset = false; ///< look at everything anew
    QList<NodeId> addedNodes;
    QList<NodeId> changedNodes; ///< anything of the node, position included
    QList<NodeId> removedNodes;
    QList<EdgeId> addedEdges;
    QList<EdgeId> changedEdges;
    QList<EdgeId> removedEdges;

    bool isEmpty() const;
    friend bool operator==(const GraphDelta &, const GraphDelta &) = default;
};

/// Nodes and edges of one flow as a lens shows them. Value type; copies share.
/// Order is the order of the document. Lookups by id are O(1), edges of a node O(degree).
class Graph
{
public:
    const QList<Node> &nodes() const { return m_nodes; }
    const QList<Edge> &edges() const { return m_edges; }
    const Node *node(const NodeId &id) const;
    const Edge *edge(const EdgeId &id) const;
    QList<const Edge *> edgesFrom(const NodeId &id) const; ///< in document order
    QList<const Edge *> edgesTo(const NodeId &id) const;
    const Port *port(const NodeId &node, QByteArrayView id) const;
    qsizetype indexOf(const NodeId &id) const; ///< index in nodes(), -1 when unknown
    qsizetype indexOf(const EdgeId &id) const; ///< index in edges(), -1 when unknown

    // The same by index, without looking up names. Nodes are indexes in nodes(), edges indexes in edges().
    std::span<const int> outgoing(qsizetype node) const { return m_outgoing.edgesOf(node); } ///< ascending
    std::span<const int> incoming(qsizetype node) const { return m_incoming.edgesOf(node); } ///< ascending
    int sourceOf(qsizetype edge) const { return m_outgoing.nodeOf(edge); } ///< -1 when the node does not exist
    int targetOf(qsizetype edge) const { return m_incoming.nodeOf(edge); } ///< likewise

    /// Replaces everything; ids must be unique. Builds the indexes once.
    void assign(QList<Node> nodes, QList<Edge> edges);
    /// Replaces one node in place, found by its id. Requires: it exists.
    void replaceNode(Node node);
    /// Replaces one edge in place, found by its id. Requires: it exists.
    void replaceEdge(Edge edge) { replaceEdges({std::move(edge)}); }
    /// The same for several, at the cost of one.
    void replaceEdges(QList<Edge> edges);

    // Small changes of what is there, for lenses that touch only what an edit touches. Indexes are those in nodes()
    // and edges(), in range; a new id is free. The pointers of what follows an insertion or removal are the caller's
    // business.
    void insertNode(qsizetype index, Node node);
    void removeNode(qsizetype index); ///< its edges stay
    void insertEdge(qsizetype index, Edge edge);
    void removeEdge(qsizetype index);
    void setNodePlace(qsizetype index, JsonPointer pointer, JsonPointer data);
    void setNodePosition(qsizetype index, std::optional<QPointF> position);
    void setEdgePointer(qsizetype index, JsonPointer pointer);

    friend bool operator==(const Graph &a, const Graph &b) { return a.m_nodes == b.m_nodes && a.m_edges == b.m_edges; }

private:
    void index();
    QList<const Edge *> edgesAt(std::span<const int> indexes) const;

    QList<Node> m_nodes;
    QList<Edge> m_edges;
    EdgeIndex::NodeIndexes m_nodeIndex;
    QHash<EdgeId, qsizetype> m_edgeIndex;
    EdgeIndex m_outgoing{&Edge::from};
    EdgeIndex m_incoming{&Edge::to};
};

/// Equal in all that can be seen: everything but the id and the pointers.
bool looksAlike(const Node &a, const Node &b);
bool looksAlike(const Edge &a, const Edge &b);
/// The delta from `before` to `after`, by id. A node or edge that only moved within the document (another pointer,
/// nothing else) has not changed: nobody who looks at the graph could tell.
GraphDelta compareGraphs(const Graph &before, const Graph &after);
/// The graph as text, one line a node and an edge, for tests and reports.
QString describe(const Graph &graph);

} // namespace jackfield

Q_DECLARE_TYPEINFO(jackfield::Port, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(jackfield::Node, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(jackfield::Edge, Q_RELOCATABLE_TYPE);
