// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/chatbot/chatbot_kind.h"

#include "model/kinds/chatbot/files.h"
#include "model/kinds/node_list/compiler.h"
#include "model/kinds/node_list/projection.h"
#include "model/kinds/node_list/reprojection.h"
#include "model/kinds/node_list/rules.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

ChatbotKind::ChatbotKind(Catalog catalog)
    : ChatbotKind(
        {.id = "chatbot"_ba,
         .title = u"Chatbot"_s,
         .plural = u"Chatbots"_s,
         .icon = "chatbot"_ba,
         .parentKind = {},
         .startHint = u"Drag a message here, or double-click to choose what the chatbot does first."_s,
         .lifecycle = {.publishes = true, .keepsVersions = true, .activates = true}},
        std::move(catalog))
{
}

ChatbotKind::ChatbotKind(KindInfo info, Catalog catalog) : m_info(std::move(info)), m_catalog(std::move(catalog)) { }

nodelist::GraphPart ChatbotKind::part(const FlowState &state) const
{
    return {
        .content = state.content,
        .root = {},
        .graph = state.content,
        .places = std::make_unique<nodelist::SidecarPlaces>(state.sidecar)};
}

Graph ChatbotKind::project(const FlowState &state) const
{
    return nodelist::projectFlow(part(state), m_catalog);
}

GraphDelta ChatbotKind::reproject(Graph &graph, const FlowState &state, const FlowEdits &applied) const
{
    return nodelist::reprojectFlow(graph, part(state), applied, m_catalog);
}

Result<FlowEdits> ChatbotKind::compile(const FlowState &state, const Graph &graph, const GraphEdit &edit) const
{
    const nodelist::GraphPart read = part(state);
    return std::visit(nodelist::Compiler(read, graph, m_catalog, m_info.id), edit);
}

Result<void> ChatbotKind::canConnect(
    const Graph &graph, const NodeId &from, QByteArrayView port, const NodeId &to, const EdgeId &ignoring) const
{
    return nodelist::checkConnection(graph, from, port, to, ignoring);
}

Json ChatbotKind::copyFragment(const FlowState &state, const Graph &graph, const QList<NodeId> &nodes) const
{
    return nodelist::copyNodes(part(state), graph, nodes, m_info.id);
}

Problems ChatbotKind::check(const FlowState &state, const Graph &graph) const
{
    return nodelist::GraphValidator(m_catalog).check(state, graph);
}

std::unique_ptr<Validator> ChatbotKind::validator() const
{
    return std::make_unique<nodelist::GraphValidator>(m_catalog);
}

Json ChatbotKind::blank() const
{
    const Json start = Json::object(
        {member("id", Json::string("start")), member("type", Json::string("start")), member("data", Json::object())});
    return Json::object({member("nodes", Json::array({start})), member("edges", Json::array())});
}

std::vector<ExtractedFlow> ChatbotKind::extract(const Json &file) const
{
    return chatbot::extractFlows(file, m_catalog);
}

Json ChatbotKind::restore(const Json &surround, const Json &content) const
{
    return chatbot::restoreFile(surround, content);
}

} // namespace jackfield
