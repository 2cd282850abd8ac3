// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/ids.h"

#include <QHash>
#include <QList>

#include <span>

namespace jackfield {

struct Edge;

/// Which edges meet which node with one of their ends. Nodes and edges are indexes in the lists of a graph, and all
/// edges of a node lie side by side, so that rules and lenses walk ten thousand nodes without looking up a name. Value
/// type; copies share. Small changes cost one pass over numbers.
class EdgeIndex
{
public:
    using NodeIndexes = QHash<NodeId, qsizetype>;

    explicit EdgeIndex(NodeId Edge::*end) : m_end(end) { }

    /// Index of the node that the edge meets, -1 when there is none of that name.
    int nodeOf(qsizetype edge) const { return m_nodes.at(edge); }
    /// Ascending; valid until the next change.
    std::span<const int> edgesOf(qsizetype node) const
    {
        const qsizetype begin = m_starts.at(node);
        return {m_edges.constData() + begin, size_t(m_starts.at(node + 1) - begin)};
    }
    /// Edges that name a node which does not exist; none for the empty name.
    std::span<const int> strays(const NodeId &id) const;

    void assign(const QList<Edge> &edges, const NodeIndexes &nodeIndexes);

    // What happened to the lists; told afterwards, at once.
    void nodeInserted(qsizetype index, const NodeId &id, const QList<Edge> &edges);
    void nodeRemoved(qsizetype index, const QList<Edge> &edges);
    void edgeInserted(qsizetype index, const QList<Edge> &edges, const NodeIndexes &nodeIndexes);
    void edgeRemoved(qsizetype index, const QList<Edge> &edges);
    /// These edges may meet other nodes than before.
    void edgesReplaced(const QList<qsizetype> &indexes, const QList<Edge> &edges, const NodeIndexes &nodeIndexes);

private:
    void group(qsizetype nodeCount, const QList<Edge> &edges);
    qsizetype nodeCount() const { return m_starts.size() - 1; }

    NodeId Edge::*m_end;
    QList<int> m_nodes; ///< by edge
    QList<int> m_starts = {0}; ///< by node, into m_edges; one more than there are nodes
    QList<int> m_edges; ///< node by node
    QHash<NodeId, QList<int>> m_strays;
};

} // namespace jackfield
