// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/chatbot/chatbot_kind.h"

#include "model/kinds/chatbot/files.h"
#include "model/kinds/node_list/node_list_lens.h"
#include "model/kinds/node_list/node_list_rules.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

Kind chatbotKind(Catalog catalog)
{
    auto types = std::make_unique<const Catalog>(std::move(catalog));
    const Catalog &known = *types;
    KindInfo info{
        .id = "chatbot"_ba,
        .title = u"Chatbot"_s,
        .plural = u"Chatbots"_s,
        .icon = "chatbot"_ba,
        .parentKind = {},
        .startHint = u"Drag a message here, or double-click to choose what the chatbot does first."_s,
        .lifecycle = {.publishes = true, .keepsVersions = true, .activates = true}};
    auto lens = std::make_unique<nodelist::NodeListLens>(info.id, known);
    return Kind(
        {.info = std::move(info),
         .catalog = std::move(types),
         .lens = std::move(lens),
         .rules = std::make_unique<nodelist::NodeListRules>(known),
         .files = std::make_unique<chatbot::ChatbotFiles>(known)});
}

} // namespace jackfield
