// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/whatsapp_flow/whatsapp_flow_kind.h"

#include "model/kinds/data_edits.h"
#include "model/kinds/sidecar.h"
#include "model/kinds/whatsapp_flow/projection.h"
#include "model/kinds/whatsapp_flow/rules.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

Error editInJson()
{
    return {
        .code = "not_supported"_ba,
        .message = u"Screens of a WhatsApp flow are added, connected and removed in the JSON pane for now."_s};
}

} // namespace

WhatsappFlowKind::WhatsappFlowKind(Catalog catalog)
    : m_catalog(std::move(catalog)), m_info{
                                         .id = "whatsapp-flow"_ba,
                                         .title = u"WhatsApp flow"_s,
                                         .plural = u"WhatsApp flows"_s,
                                         .icon = "question"_ba,
                                         .parentKind = "chatbot"_ba,
                                         .startHint = u"Write the first screen in the JSON pane."_s,
                                         .lifecycle = {.publishes = true, .editUnpublishes = true}}
{
}

Graph WhatsappFlowKind::project(const FlowState &state) const
{
    return whatsapp::project(state, m_catalog);
}

GraphDelta WhatsappFlowKind::reproject(Graph &graph, const FlowState &state, const FlowEdits &) const
{
    // Flows of this kind hold a few dozen screens at most: looking at all of them costs nothing.
    Graph after = project(state);
    GraphDelta delta = compareGraphs(graph, after);
    graph = std::move(after);
    return delta;
}

Result<FlowEdits> WhatsappFlowKind::compile(const FlowState &state, const Graph &graph, const GraphEdit &edit) const
{
    if (const auto *move = std::get_if<MoveNodes>(&edit))
        return FlowEdits{.sidecar = placeInSidecar(state.sidecar, move->places)};
    if (const auto *set = std::get_if<SetData>(&edit)) {
        const Node *node = graph.node(set->node);
        if (node == nullptr)
            return Error{.code = "not_found"_ba, .message = u"There is no screen '%1'."_s.arg(set->node.toString())};
        Result<JsonEdits> edits = dataEdits(state.content, node->data, set->pointer, set->value);
        if (!edits)
            return edits.error();
        return FlowEdits{.content = *edits};
    }
    return editInJson();
}

Result<void>
WhatsappFlowKind::canConnect(const Graph &, const NodeId &, QByteArrayView, const NodeId &, const EdgeId &) const
{
    return editInJson();
}

Json WhatsappFlowKind::copyFragment(const FlowState &state, const Graph &graph, const QList<NodeId> &nodes) const
{
    Json screens = Json::array();
    for (const NodeId &id : nodes) {
        const Node *node = graph.node(id);
        if (const Json *screen = node != nullptr ? node->pointer.in(state.content) : nullptr)
            screens.append(*screen);
    }
    return Json::object({
        member("jackfield", Json::number(qint64(1))),
        member("kind", Json::string(m_info.id)),
        member("nodes", screens),
        member("edges", Json::array()),
    });
}

Problems WhatsappFlowKind::check(const FlowState &state, const Graph &graph) const
{
    return whatsapp::check(state, graph);
}

Json WhatsappFlowKind::blank() const
{
    return Json::object();
}

std::vector<ExtractedFlow> WhatsappFlowKind::extract(const Json &file) const
{
    constexpr int kSure = 90;
    if (!file["version"].isString() || !file["screens"].isArray())
        return {};
    return {{.content = file, .certainty = kSure}};
}

Json WhatsappFlowKind::restore(const Json &, const Json &content) const
{
    return content;
}

} // namespace jackfield
