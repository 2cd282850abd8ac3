// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/conversation_flow/conversation_flow_kind.h"

#include "model/kinds/conversation_flow/extraction.h"
#include "model/kinds/conversation_flow/lens/compiler.h"
#include "model/kinds/conversation_flow/lens/fragment.h"
#include "model/kinds/conversation_flow/lens/projection.h"
#include "model/kinds/conversation_flow/rules/rules.h"

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

ConversationFlowKind::ConversationFlowKind(Catalog catalog)
    : m_catalog(std::move(catalog)), m_info{
                                         .id = "conversation-flow"_ba,
                                         .title = u"Conversation flow"_s,
                                         .plural = u"Conversation flows"_s,
                                         .icon = "conversation-flow"_ba,
                                         .parentKind = "chatbot"_ba,
                                         .startHint = u"Add a state: what the bot says first."_s,
                                         .lifecycle
                                         = {.publishes = true, .editUnpublishes = true, .onePublishedPerParent = true}}
{
}

Graph ConversationFlowKind::project(const FlowState &state) const
{
    return conversation::project(state);
}

GraphDelta ConversationFlowKind::reproject(Graph &graph, const FlowState &state, const FlowEdits &applied) const
{
    return conversation::reproject(graph, state, applied);
}

Result<FlowEdits> ConversationFlowKind::compile(const FlowState &state, const Graph &graph, const GraphEdit &edit) const
{
    return conversation::Compiler(m_catalog, state, graph).compile(edit);
}

Result<void> ConversationFlowKind::canConnect(
    const Graph &graph, const NodeId &from, QByteArrayView port, const NodeId &to, const EdgeId &ignoring) const
{
    return conversation::canConnect(graph, from, port, to, ignoring);
}

Json ConversationFlowKind::copyFragment(const FlowState &state, const Graph &graph, const QList<NodeId> &nodes) const
{
    return conversation::copyFragment(state, graph, nodes);
}

Problems ConversationFlowKind::check(const FlowState &state, const Graph &graph) const
{
    return conversation::check(state, graph);
}

Json ConversationFlowKind::blank() const
{
    return Json::object();
}

std::vector<ExtractedFlow> ConversationFlowKind::extract(const Json &file) const
{
    return conversation::extract(file);
}

Json ConversationFlowKind::restore(const Json &surround, const Json &content) const
{
    return conversation::restore(surround, content);
}

} // namespace jackfield
