// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/conversation_flow/lens/conversation_flow_lens.h"

#include "model/kinds/conversation_flow/lens/compiler.h"
#include "model/kinds/conversation_flow/lens/fragment.h"
#include "model/kinds/conversation_flow/lens/projection.h"

namespace jackfield::conversationflow {

Graph ConversationFlowLens::project(const FlowState &state) const
{
    return conversationflow::project(state);
}

GraphDelta ConversationFlowLens::reproject(Graph &graph, const FlowState &state, const FlowEdits &applied) const
{
    return conversationflow::reproject(graph, state, applied);
}

Result<FlowEdits> ConversationFlowLens::compile(const FlowState &state, const Graph &graph, const GraphEdit &edit) const
{
    return Compiler(m_catalog, state, graph).compile(edit);
}

Result<void> ConversationFlowLens::canConnect(
    const Graph &graph, const NodeId &from, QByteArrayView port, const NodeId &to, const EdgeId &ignoring) const
{
    return conversationflow::canConnect(graph, from, port, to, ignoring);
}

Json ConversationFlowLens::copyFragment(const FlowState &state, const Graph &graph, const QList<NodeId> &nodes) const
{
    return conversationflow::copyFragment(state, graph, nodes);
}

} // namespace jackfield::conversationflow
