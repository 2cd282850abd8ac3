// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/whatsapp_flow/whatsapp_flow_kind.h"

#include "model/kinds/shared/shown_lens.h"
#include "model/kinds/whatsapp_flow/projection.h"
#include "model/kinds/whatsapp_flow/rules.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

class WhatsappFlowFiles final : public FileShapes
{
public:
    Json blank() const override { return Json::object(); }
    std::vector<ExtractedFlow> extract(const Json &file) const override
    {
        constexpr int kSure = 90;
        if (!file["version"].isString() || !file["screens"].isArray())
            return {};
        return {{.content = file, .certainty = kSure}};
    }
};

} // namespace

Kind whatsappFlowKind(Catalog catalog)
{
    auto types = std::make_unique<const Catalog>(std::move(catalog));
    const Catalog &known = *types;
    KindInfo info{
        .id = "whatsapp-flow"_ba,
        .title = u"WhatsApp flow"_s,
        .plural = u"WhatsApp flows"_s,
        .icon = "question"_ba,
        .parentKind = "chatbot"_ba,
        .startHint = u"Write the first screen in the JSON pane."_s,
        .drawnElsewhere = u"Screens of a WhatsApp flow are added, connected and removed in the JSON pane for now."_s,
        .lifecycle = {.publishes = true, .editUnpublishes = true}};
    auto lens = std::make_unique<ShownLens>(info, known, whatsappflow::project);
    return Kind(
        {.info = std::move(info),
         .catalog = std::move(types),
         .lens = std::move(lens),
         .rules = std::make_unique<whatsappflow::WhatsappFlowRules>(),
         .files = std::make_unique<WhatsappFlowFiles>()});
}

} // namespace jackfield
