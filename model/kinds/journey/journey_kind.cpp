// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/journey/journey_kind.h"

#include "model/kinds/journey/files.h"
#include "model/kinds/node_list/node_list_lens.h"
#include "model/kinds/node_list/node_list_rules.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

Kind journeyKind(Catalog catalog)
{
    auto types = std::make_unique<const Catalog>(std::move(catalog));
    const Catalog &known = *types;
    KindInfo info{
        .id = "journey"_ba,
        .title = u"Journey"_s,
        .plural = u"Journeys"_s,
        .icon = "journey"_ba,
        .parentKind = {},
        .startHint = u"Drag a message here, or double-click to choose what happens first to who enters the journey."_s,
        .lifecycle = {.publishes = true, .keepsVersions = true, .activates = true}};
    auto lens = std::make_unique<nodelist::NodeListLens>(info.id, known);
    return Kind(
        {.info = std::move(info),
         .catalog = std::move(types),
         .lens = std::move(lens),
         .rules = std::make_unique<nodelist::NodeListRules>(known),
         .files = std::make_unique<journey::JourneyFiles>()});
}

} // namespace jackfield
