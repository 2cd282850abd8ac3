// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/chatbot/files.h"

#include <algorithm>
#include <array>

namespace jackfield::chatbot {

using namespace Qt::Literals::StringLiterals;

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

void setAt(Json &value, std::span<const QByteArray> path, const Json &graph)
{
    if (path.empty()) {
        value = graph;
        return;
    }
    Json inner = value[path.front()];
    setAt(inner, path.subspan(1), graph);
    value.set(path.front(), std::move(inner));
}

Json surroundOf(const JsonPointer &at, Json file)
{
    return Json::object({member("at", Json::string(at.text())), member("file", std::move(file))});
}

bool isChatbotObject(const Json &file)
{
    return file["id"].utf8().startsWith("bot_") && file["name"].isString() && !file.contains("draft");
}

} // namespace

bool isGraph(const Json &value, bool mayLackEdges)
{
    if (!value["nodes"].isArray())
        return false;
    return value["edges"].isArray() || (mayLackEdges && !value.contains("edges"));
}

QString nameOf(const Json &file)
{
    for (const QByteArrayView key : {QByteArrayView("name"), QByteArrayView("title")}) {
        if (const QByteArrayView name = file[key].utf8(); !name.isEmpty())
            return QString::fromUtf8(name).simplified();
    }
    return file["chatflow"].isObject() ? nameOf(file["chatflow"]) : QString();
}

ExtractedFlow takeGraph(const Json &file, const JsonPointer &at)
{
    const Json graph = *at.in(file);
    Json content = Json::object();
    Json shell = graph;
    for (const Json::Member &part : graph.members()) {
        if (part.key() != "nodes" && part.key() != "edges")
            continue;
        content.set(part.key(), part.value);
        shell.set(part.key(), Json());
    }
    Json surround;
    if (!at.isRoot() || content.size() != graph.size()) {
        Json rest = file;
        setAt(rest, at.keys(), shell);
        surround = surroundOf(at, std::move(rest));
    }
    return {.content = std::move(content), .surround = std::move(surround), .name = nameOf(file)};
}

ExtractedFlow absentGraph(const Json &file, const JsonPointer &at)
{
    Json surround = surroundOf(at, file);
    surround.set("absent", Json::boolean(true));
    return {
        .content = Json::object({member("nodes", Json::array()), member("edges", Json::array())}),
        .surround = std::move(surround),
        .name = nameOf(file)};
}

std::vector<ExtractedFlow> extractFlows(const Json &file, const Catalog &catalog)
{
    const std::optional<Found> found = findGraph(file);
    if (!found && !isChatbotObject(file))
        return {};
    ExtractedFlow flow = found ? takeGraph(file, found->at) : absentGraph(file, JsonPointer("/draft"_ba));
    flow.certainty = found ? std::clamp(found->certainty + judge(found->graph, catalog), 1, 100) : kNoDraftCertainty;
    return {std::move(flow)};
}

Json restoreFile(const Json &surround, const Json &content)
{
    if (!surround.isObject())
        return content;
    Json file = surround["file"];
    const Result<JsonPointer> at = JsonPointer::parse(surround["at"].utf8());
    if (!at)
        return content;
    if (surround["absent"].toBool() && content["nodes"].isEmpty() && content["edges"].isEmpty())
        return file;
    const Json *place = at->in(file);
    Json graph = place && place->isObject() ? *place : Json::object();
    for (const Json::Member &part : content.members())
        graph.set(part.key(), part.value);
    for (const QByteArrayView key : {QByteArrayView("nodes"), QByteArrayView("edges")}) {
        if (const qsizetype index = graph.indexOf(key); index >= 0 && !content.contains(key))
            graph.takeMember(index);
    }
    setAt(file, at->keys(), graph);
    return file;
}

} // namespace jackfield::chatbot
