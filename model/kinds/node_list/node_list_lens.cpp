// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/node_list/node_list_lens.h"

#include "model/kinds/node_list/compiler.h"
#include "model/kinds/node_list/projection.h"
#include "model/kinds/node_list/reprojection.h"

namespace jackfield::nodelist {

NodeListLens::NodeListLens(QByteArray kind, const Catalog &catalog, FindGraphPart part)
    : m_kind(std::move(kind)), m_catalog(catalog), m_part(part)
{
}

Graph NodeListLens::project(const FlowState &state) const
{
    return projectFlow(m_part(state), m_catalog);
}

GraphDelta NodeListLens::reproject(Graph &graph, const FlowState &state, const FlowEdits &applied) const
{
    return reprojectFlow(graph, m_part(state), applied, m_catalog);
}

Result<FlowEdits> NodeListLens::compile(const FlowState &state, const Graph &graph, const GraphEdit &edit) const
{
    const GraphPart part = m_part(state);
    return std::visit(Compiler(part, graph, m_catalog, m_kind), edit);
}

Result<void> NodeListLens::canConnect(
    const Graph &graph, const NodeId &from, QByteArrayView port, const NodeId &to, const EdgeId &ignoring) const
{
    return checkConnection(graph, from, port, to, ignoring);
}

Json NodeListLens::copyFragment(const FlowState &state, const Graph &graph, const QList<NodeId> &nodes) const
{
    return copyNodes(m_part(state), graph, nodes, m_kind);
}

} // namespace jackfield::nodelist
