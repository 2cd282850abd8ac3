// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/call_flow/call_flow_lens.h"

#include "model/kinds/call_flow/flow_data.h"
#include "model/kinds/shared/replace_graph.h"

#include <algorithm>

namespace jackfield::callflow {

using namespace Qt::Literals::StringLiterals;

CallFlowLens::CallFlowLens(QByteArray kind, const Catalog &catalog) : m_graph(std::move(kind), catalog, graphPart) { }

Graph CallFlowLens::project(const FlowState &state) const
{
    return m_graph.project(state);
}

GraphDelta CallFlowLens::reproject(Graph &graph, const FlowState &state, const FlowEdits &applied) const
{
    if (std::ranges::any_of(applied.content, changesStart))
        return replaceGraph(graph, project(state));
    return m_graph.reproject(graph, state, applied);
}

Result<FlowEdits> CallFlowLens::compile(const FlowState &state, const Graph &graph, const GraphEdit &edit) const
{
    if (!state.content.isObject())
        return Error{.code = "not_a_flow"_ba, .message = u"The flow is not an object: repair it in the JSON pane."_s};
    Result<FlowEdits> edits = m_graph.compile({.content = withGraph(state.content)}, graph, edit);
    if (edits)
        completeEdits(edits->content, state.content, edit);
    return edits;
}

Result<void> CallFlowLens::canConnect(
    const Graph &graph, const NodeId &from, QByteArrayView port, const NodeId &to, const EdgeId &ignoring) const
{
    return m_graph.canConnect(graph, from, port, to, ignoring);
}

Json CallFlowLens::copyFragment(const FlowState &state, const Graph &graph, const QList<NodeId> &nodes) const
{
    return m_graph.copyFragment(state, graph, nodes);
}

} // namespace jackfield::callflow
