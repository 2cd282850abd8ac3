// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/call_flow/call_flow_kind.h"

#include "model/kinds/call_flow/call_flow_lens.h"
#include "model/kinds/call_flow/files.h"
#include "model/kinds/call_flow/rules.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

Kind callFlowKind(Catalog catalog)
{
    auto types = std::make_unique<const Catalog>(std::move(catalog));
    const Catalog &known = *types;
    KindInfo info{
        .id = "call-flow"_ba,
        .title = u"Call flow"_s,
        .plural = u"Call flows"_s,
        .icon = "call-flow"_ba,
        .parentKind = {},
        .startHint = u"The prompt leads this call. Drag a step here to lead it by a graph."_s,
        .lifecycle = {.publishes = false},
        .idStyle = IdStyle::Hex};
    auto lens = std::make_unique<callflow::CallFlowLens>(info.id, known);
    return Kind(
        {.info = std::move(info),
         .catalog = std::move(types),
         .lens = std::move(lens),
         .rules = std::make_unique<callflow::CallFlowRules>(known),
         .files = std::make_unique<callflow::CallFlowFiles>()});
}

} // namespace jackfield
