// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/graph/edge_index.h"

#include "model/graph/graph.h"

#include <algorithm>
#include <numeric>

namespace jackfield {

std::span<const int> EdgeIndex::strays(const NodeId &id) const
{
    const auto found = m_strays.constFind(id);
    return found == m_strays.cend() ? std::span<const int>() : std::span<const int>(*found);
}

void EdgeIndex::assign(const QList<Edge> &edges, const NodeIndexes &nodeIndexes)
{
    QList<int> nodes(edges.size());
    std::ranges::transform(
        edges, nodes.begin(), [&](const Edge &edge) { return int(nodeIndexes.value(edge.*m_end, -1)); });
    m_nodes = std::move(nodes);
    group(nodeIndexes.size(), edges);
}

/// Lays the edges of each node side by side: counts them, and the counts say where they begin.
void EdgeIndex::group(qsizetype nodeCount, const QList<Edge> &edges)
{
    QList<int> starts(nodeCount + 1, 0);
    int *const next = starts.data();
    m_strays.clear();
    for (qsizetype i = 0; i < m_nodes.size(); ++i) {
        if (const int node = m_nodes.at(i); node >= 0)
            ++next[node + 1];
        else if (const NodeId &id = edges.at(i).*m_end; !id.isEmpty())
            m_strays[id].append(int(i));
    }
    std::partial_sum(starts.cbegin(), starts.cend(), next);
    QList<int> grouped(starts.constLast());
    int *const out = grouped.data();
    for (qsizetype i = 0; i < m_nodes.size(); ++i) {
        if (const int node = m_nodes.at(i); node >= 0)
            out[next[node]++] = int(i);
    }
    // Each start has run on to the start of the next node.
    std::copy_backward(next, next + nodeCount, next + nodeCount + 1);
    next[0] = 0;
    m_starts = std::move(starts);
    m_edges = std::move(grouped);
}

void EdgeIndex::nodeInserted(qsizetype index, const NodeId &id, const QList<Edge> &edges)
{
    const QList<int> named = m_strays.value(id);
    if (named.isEmpty() && index == nodeCount()) {
        m_starts.append(m_starts.constLast());
        return;
    }
    for (int &node : m_nodes)
        node += node >= index ? 1 : 0;
    for (const int edge : named)
        m_nodes[edge] = int(index);
    group(nodeCount() + 1, edges);
}

void EdgeIndex::nodeRemoved(qsizetype index, const QList<Edge> &edges)
{
    for (int &node : m_nodes)
        node = node == index ? -1 : node > index ? node - 1 : node;
    group(nodeCount() - 1, edges);
}

void EdgeIndex::edgeInserted(qsizetype index, const QList<Edge> &edges, const NodeIndexes &nodeIndexes)
{
    const NodeId &id = edges.at(index).*m_end;
    m_nodes.insert(index, int(nodeIndexes.value(id, -1)));
    if (!id.isEmpty() || index + 1 < edges.size())
        group(nodeCount(), edges);
}

void EdgeIndex::edgeRemoved(qsizetype index, const QList<Edge> &edges)
{
    m_nodes.removeAt(index);
    group(nodeCount(), edges);
}

void EdgeIndex::edgesReplaced(const QList<qsizetype> &indexes, const QList<Edge> &edges, const NodeIndexes &nodeIndexes)
{
    bool moved = !m_strays.isEmpty();
    for (const qsizetype index : indexes) {
        const NodeId &id = edges.at(index).*m_end;
        const int node = int(nodeIndexes.value(id, -1));
        moved = moved || node != m_nodes.at(index) || (node < 0 && !id.isEmpty());
        m_nodes[index] = node;
    }
    if (moved)
        group(nodeCount(), edges);
}

} // namespace jackfield
