// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/message_flow/message_flow_kind.h"

#include "model/kinds/message_flow/files.h"
#include "model/kinds/message_flow/projection.h"
#include "model/kinds/message_flow/rules.h"
#include "model/kinds/shared/shown_lens.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

Kind messageFlowKind(Catalog catalog)
{
    auto types = std::make_unique<const Catalog>(std::move(catalog));
    const Catalog &known = *types;
    KindInfo info{
        .id = "message-flow"_ba,
        .title = u"Message flow"_s,
        .plural = u"Message flows"_s,
        .icon = "message-flow"_ba,
        .parentKind = {},
        .startHint = u"Write a prompt and choose a channel in the inspector."_s,
        .drawnElsewhere = u"Every message flow runs in these steps: change what they say in the inspector."_s,
        .lifecycle = {.publishes = false},
        .idStyle = IdStyle::Hex};
    auto lens = std::make_unique<ShownLens>(info, known, messageflow::project);
    return Kind(
        {.info = std::move(info),
         .catalog = std::move(types),
         .lens = std::move(lens),
         .rules = std::make_unique<messageflow::MessageFlowRules>(known),
         .files = std::make_unique<messageflow::MessageFlowFiles>()});
}

} // namespace jackfield
