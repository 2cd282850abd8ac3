// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/chatbot/files.h"

#include <algorithm>
#include <array>

namespace jackfield::chatbot {

using namespace Qt::Literals::StringLiterals;
using nodelist::absentGraph;
using nodelist::isGraph;
using nodelist::takeGraph;

namespace {

constexpr int kItemsLookedAt = 32;

struct Wrapper
{
    const char *key;
    int certainty; ///< that a graph found there is a chatbot of this platform
};
constexpr std::array kWrappers{
    Wrapper{"draft", 92}, Wrapper{"definition", 85}, Wrapper{"data", 60}, Wrapper{"flowData", 45},
    Wrapper{"chatflow", 60}};
constexpr int kBareCertainty = 60;
constexpr int kNoDraftCertainty = 70;

struct Found
{
    JsonPointer at;
    Json graph;
    int certainty = 0;
};

std::optional<Found> findGraph(const Json &file)
{
    if (isGraph(file, false))
        return Found{.at = {}, .graph = file, .certainty = kBareCertainty};
    for (const Wrapper &wrapper : kWrappers) {
        const Json &inner = file[wrapper.key];
        const JsonPointer at = JsonPointer().child(QByteArrayView(wrapper.key));
        if (isGraph(inner, wrapper.certainty > kBareCertainty))
            return Found{.at = at, .graph = inner, .certainty = wrapper.certainty};
        for (const Wrapper &second : kWrappers) {
            if (isGraph(inner[second.key], false))
                return Found{
                    .at = at.child(QByteArrayView(second.key)),
                    .graph = inner[second.key],
                    .certainty = wrapper.certainty};
        }
    }
    return std::nullopt;
}

/// How much the nodes look like ours: more when the catalog knows their types, less when they are no nodes at all.
int judge(const Json &graph, const Catalog &catalog)
{
    int known = 0;
    int strange = 0;
    const std::span<const Json> items = graph["nodes"].items();
    const auto sample = items.first(std::min<size_t>(items.size(), kItemsLookedAt));
    for (const Json &item : sample) {
        if (catalog.find(item["type"].utf8()))
            ++known;
        if (!item.isObject() || !item.contains("id"))
            ++strange;
    }
    if (sample.empty())
        return 0;
    return 8 * known / int(sample.size()) - 30 * strange / int(sample.size());
}

bool isChatbotObject(const Json &file)
{
    return file["id"].utf8().startsWith("bot_") && file["name"].isString() && !file.contains("draft");
}

} // namespace

std::vector<ExtractedFlow> ChatbotFiles::extract(const Json &file) const
{
    const std::optional<Found> found = findGraph(file);
    if (!found && !isChatbotObject(file))
        return {};
    ExtractedFlow flow = found ? takeGraph(file, found->at) : absentGraph(file, JsonPointer("/draft"_ba));
    flow.certainty = found ? std::clamp(found->certainty + judge(found->graph, m_catalog), 1, 100) : kNoDraftCertainty;
    return {std::move(flow)};
}

} // namespace jackfield::chatbot
