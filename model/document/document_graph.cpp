// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/document/document.h"

#include <QScopedValueRollback>

#include <utility>

namespace jackfield {

namespace {

// From here on a graph of its own costs less than projecting it again; for fewer edits it is changed where it is.
constexpr qsizetype kManyEdits = 1000;

/// The very same: what shares its items, not what has equal ones.
bool isSameList(const JsonEdits &a, const JsonEdits &b)
{
    return a.size() == b.size() && a.constData() == b.constData();
}

} // namespace

std::optional<QPointF> Document::placeOf(const Node &node) const
{
    if (node.position)
        return node.position;
    const auto found = m_provisional.constFind(node.id);
    return found == m_provisional.cend() ? std::nullopt : std::optional(*found);
}

void Document::showProjection()
{
    m_graph = *m_projection;
    for (qsizetype i = 0; i < m_projection->nodes().size(); ++i) {
        const Node &node = m_projection->nodes()[i];
        if (!node.position)
            m_graph.setNodePosition(i, placeOf(node));
    }
}

// The lens brings a pure projection up to date. While some positions are only ours, that projection is kept beside the
// graph that is shown, so that the lens never takes a made-up position for a stored one.
GraphDelta Document::updateGraph(const FlowEdits &edits, const FlowEdits &wayBack)
{
    if (m_replaced && isSameList(m_replaced->wayBack.content, edits.content)) {
        std::swap(m_graph, m_replaced->graph);
        m_replaced->wayBack = wayBack;
        return {.reset = true};
    }
    m_replaced.reset();
    if (!m_projection) {
        if (edits.content.size() >= kManyEdits)
            m_replaced = Replaced{wayBack, m_graph};
        return m_kind.lens().reproject(m_graph, m_state, edits);
    }
    GraphDelta delta = m_kind.lens().reproject(*m_projection, m_state, edits);
    const bool sameMembers = !delta.reset && delta.addedNodes.isEmpty() && delta.removedNodes.isEmpty()
        && delta.addedEdges.isEmpty() && delta.removedEdges.isEmpty();
    if (!sameMembers) {
        showProjection();
        return delta;
    }
    for (const NodeId &id : delta.changedNodes) {
        Node node = *m_projection->node(id);
        node.position = placeOf(node);
        m_graph.replaceNode(std::move(node));
    }
    QList<Edge> edges;
    for (const EdgeId &id : delta.changedEdges)
        edges.append(*m_projection->edge(id));
    m_graph.replaceEdges(std::move(edges));
    return delta;
}

void Document::setProvisionalPositions(const QHash<NodeId, QPointF> &positions)
{
    if (positions == m_provisional)
        return;
    m_replaced.reset();
    if (!m_projection)
        m_projection = m_graph;
    m_provisional = positions;
    const QList<Node> before = m_graph.nodes();
    showProjection();
    GraphDelta delta;
    for (qsizetype i = 0; i < before.size(); ++i) {
        if (before[i].position != m_graph.nodes()[i].position)
            delta.changedNodes.append(before[i].id);
    }
    if (m_provisional.isEmpty())
        m_projection.reset();
    if (delta.isEmpty())
        return;
    const QScopedValueRollback guard(m_busy, true);
    emit changed({ChangeSource::Load, {}, {}, delta});
}

} // namespace jackfield
