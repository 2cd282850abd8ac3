// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/conversation_flow/conversation_flow_kind.h"

#include "model/kinds/conversation_flow/files.h"
#include "model/kinds/conversation_flow/lens/conversation_flow_lens.h"
#include "model/kinds/conversation_flow/rules/rules.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

Kind conversationFlowKind(Catalog catalog)
{
    auto types = std::make_unique<const Catalog>(std::move(catalog));
    auto lens = std::make_unique<conversationflow::ConversationFlowLens>(*types);
    return Kind(
        {.info
         = {.id = "conversation-flow"_ba,
            .title = u"Conversation flow"_s,
            .plural = u"Conversation flows"_s,
            .icon = "conversation-flow"_ba,
            .parentKind = "chatbot"_ba,
            .startHint = u"Add a state: what the bot says first."_s,
            .lifecycle = {.publishes = true, .editUnpublishes = true, .onePublishedPerParent = true}},
         .catalog = std::move(types),
         .lens = std::move(lens),
         .rules = std::make_unique<conversationflow::ConversationFlowRules>(),
         .files = std::make_unique<conversationflow::ConversationFlowFiles>()});
}

} // namespace jackfield
