// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/journey/journey_kind.h"

#include "model/kinds/chatbot/files.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kSure = 96; // surer than a chatbot's version, which has a "definition" too
constexpr int kNoDefinition = 70;
constexpr int kOnlyWhenAskedFor = 1;

bool isNamedAsJourney(const Json &file)
{
    return file["id"].utf8().startsWith("jrn_");
}

} // namespace

JourneyKind::JourneyKind(Catalog catalog)
    : ChatbotKind(
        {.id = "journey"_ba,
         .title = u"Journey"_s,
         .plural = u"Journeys"_s,
         .icon = "journey"_ba,
         .parentKind = {},
         .startHint = u"Drag a message here, or double-click to choose what happens first to who enters the journey."_s,
         .lifecycle = {.publishes = true, .keepsVersions = true, .activates = true}},
        std::move(catalog))
{
}

std::vector<ExtractedFlow> JourneyKind::extract(const Json &file) const
{
    const bool isJourney = isNamedAsJourney(file) || file.contains("entryMode") || file.contains("triggerConfig");
    const JsonPointer at("/definition"_ba);
    const auto surely = [](ExtractedFlow flow, int certainty) {
        flow.certainty = certainty;
        return std::vector<ExtractedFlow>{std::move(flow)};
    };
    if (isJourney && chatbot::isGraph(file["definition"], false))
        return surely(chatbot::takeGraph(file, at), kSure);
    if (isNamedAsJourney(file) && file["name"].isString() && !file.contains("definition"))
        return surely(chatbot::absentGraph(file, at), kNoDefinition);
    if (chatbot::isGraph(file, false))
        return surely(chatbot::takeGraph(file, {}), kOnlyWhenAskedFor);
    return {};
}

} // namespace jackfield
