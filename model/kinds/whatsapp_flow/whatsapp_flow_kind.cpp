// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/whatsapp_flow/whatsapp_flow_kind.h"

#include "model/kinds/whatsapp_flow/projection.h"
#include "model/kinds/whatsapp_flow/rules.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

WhatsappFlowKind::WhatsappFlowKind(Catalog catalog)
    : ShownKind(
        {.id = "whatsapp-flow"_ba,
         .title = u"WhatsApp flow"_s,
         .plural = u"WhatsApp flows"_s,
         .icon = "question"_ba,
         .parentKind = "chatbot"_ba,
         .startHint = u"Write the first screen in the JSON pane."_s,
         .drawnElsewhere = u"Screens of a WhatsApp flow are added, connected and removed in the JSON pane for now."_s,
         .lifecycle = {.publishes = true, .editUnpublishes = true}},
        std::move(catalog))
{
}

Graph WhatsappFlowKind::project(const FlowState &state) const
{
    return whatsapp::project(state, catalog());
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

} // namespace jackfield
