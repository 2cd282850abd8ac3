// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/journey/files.h"

namespace jackfield::journey {

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

std::vector<ExtractedFlow> JourneyFiles::extract(const Json &file) const
{
    const bool isJourney = isNamedAsJourney(file) || file.contains("entryMode") || file.contains("triggerConfig");
    const JsonPointer at("/definition"_ba);
    const auto surely = [](ExtractedFlow flow, int certainty) {
        flow.certainty = certainty;
        return std::vector<ExtractedFlow>{std::move(flow)};
    };
    if (isJourney && nodelist::isGraph(file["definition"], false))
        return surely(nodelist::takeGraph(file, at), kSure);
    if (isNamedAsJourney(file) && file["name"].isString() && !file.contains("definition"))
        return surely(nodelist::absentGraph(file, at), kNoDefinition);
    if (nodelist::isGraph(file, false))
        return surely(nodelist::takeGraph(file, {}), kOnlyWhenAskedFor);
    return {};
}

} // namespace jackfield::journey
