// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/trillet/call_flow_json.h"

#include "storage/api/answers/api_text.h"
#include "storage/api/trillet/call_settings.h"
#include "storage/api/trillet/page_shape.h"
#include "storage/api/trillet/prompt_history.h"

#include <array>

namespace jackfield::trillet {

namespace {

constexpr std::array kCallFlowMembers{
    "direction", "description", "agent",    "promptType",      "welcomeMessage",    "customWelcomeMessage",
    "flowData",  "prompt",      "isActive", "agentWebhookUrl", "inboundWebhookUrl", "dynamicVariableCollections"};
constexpr std::array kCallFlowChanges{
    "direction",
    "description",
    "promptType",
    "welcomeMessage",
    "customWelcomeMessage",
    "flowData",
    "prompt",
    "isActive",
    "dynamicVariableCollections"};

/// What the page prints twice: beside the settings and in them.
struct Twin
{
    const char *outside;
    const char *group; ///< in the settings; empty for the settings themselves
    const char *inside;
};
constexpr std::array kTwins{
    Twin{"welcomeMessage", "", "welcomeMessage"}, Twin{"customWelcomeMessage", "", "customWelcomeMessage"},
    Twin{"agentWebhookUrl", "webhooks", "agent"}, Twin{"inboundWebhookUrl", "webhooks", "inbound"}};

const Json *insideOf(const Twin &twin, const Json &settings)
{
    return (*twin.group == '\0' ? settings : settings[twin.group]).find(twin.inside);
}

Json withInside(const Twin &twin, Json settings, const Json &value)
{
    if (!settings.isObject())
        settings = Json::object();
    if (*twin.group == '\0') {
        settings.set(twin.inside, value);
        return settings;
    }
    Json group = settings[twin.group].isObject() ? Json(settings[twin.group]) : Json::object();
    group.set(twin.inside, value);
    settings.set(twin.group, group);
    return settings;
}

/// Whoever says one of two twins means both; whoever says both gets both.
void copyTwins(Json &content, const Json &body)
{
    for (const Twin &twin : kTwins) {
        const Json *outside = content.find(twin.outside);
        const Json *inside = insideOf(twin, body["settings"]);
        if (inside == nullptr && body.contains(twin.outside) && outside != nullptr)
            content.set("settings", withInside(twin, content["settings"], Json(*outside)));
        else if (inside != nullptr && !inside->isNull() && !body.contains(twin.outside))
            content.set(twin.outside, Json(*inside));
    }
}

Json shownContent(const FlowRecord &record, Json page)
{
    const Json &content = record.state.content;
    for (const Twin &twin : kTwins) {
        if (const Json *value = content.find(twin.outside))
            page.set("settings", withInside(twin, page["settings"], *value));
    }
    const CallSettings settings = withOneName(content["settings"], record.summary.properties["callSetting"]);
    Json shown = inShapeOf(page, content.isObject() ? content : Json());
    shown.set("settings", shownSettings(settings, page["settings"]));
    return shown;
}

Json withNewWebhooks(const Json &present, const Json &added, const IdSource &newId)
{
    Json all = present.isArray() ? present : Json::array();
    for (const Json &webhook : added.items()) {
        Json made = Json::object({member("_id", Json::string(newId()))});
        for (const Json::Member &said : webhook.members()) {
            if (said.key() != "_id")
                made.set(said.key(), said.value);
        }
        all.append(made);
    }
    return all;
}

/// Settings and webhooks of a body, which are not just taken over.
void mergeBody(FlowParts &parts, const Json &body, const IdSource &newId)
{
    if (const Json *settings = body.find("settings")) {
        const CallSettings merged
            = patched(withOneName(parts.content["settings"], parts.properties["callSetting"]), withOneName(*settings));
        parts.content.set("settings", merged.settings);
        if (!merged.singular.isEmpty())
            parts.properties.set("callSetting", merged.singular);
    }
    copyTwins(parts.content, body);
    if (const Json *webhooks = body.find("webhooks"); webhooks != nullptr && !webhooks->isEmpty())
        parts.content.set("webhooks", withNewWebhooks(parts.content["webhooks"], *webhooks, newId));
    if (const Json *global = body.find("isGlobal"))
        parts.properties.set("isGlobal", *global);
}

void writeHistory(Json &properties, const PromptHistory &history)
{
    properties.set("promptVersions", history.versions);
    properties.set("currentPromptId", history.currentId);
}

} // namespace

Json callFlowItemJson(const FlowRecord &record, const Json &blank)
{
    const Json content = inShapeOf(blank, record.state.content);
    return Json::object({
        member("_id", Json::string(record.summary.id.utf8)),
        member("workspaceId", Json::string(record.workspace.utf8)),
        member("name", Json::string(record.summary.name)),
        member("direction", content["direction"]),
        member("agent", content["agent"]),
        member("isActive", content["isActive"]),
        member("promptType", content["promptType"]),
        member("createdAt", milliseconds(record.summary.createdAt)),
        member("updatedAt", milliseconds(record.summary.updatedAt)),
    });
}

Json callFlowJson(const FlowRecord &record, const Json &folderId, const Json &blank)
{
    const PromptHistory history = promptHistoryOf(record);
    Json json = Json::object({
        member("_id", Json::string(record.summary.id.utf8)),
        member("workspaceId", Json::string(record.workspace.utf8)),
        member("folderId", folderId),
        member("isGlobal", Json::boolean(record.summary.properties["isGlobal"].toBool())),
        member("isPreConfigured", Json::boolean(record.summary.properties["isPreConfigured"].toBool())),
        member("preConfiguredWorkspaceId", record.summary.properties["preConfiguredWorkspaceId"]),
        member("name", Json::string(record.summary.name)),
    });
    const Json content = shownContent(record, blank);
    for (const Json::Member &part : content.members()) {
        const bool isOfTheRecord = json.contains(part.key()) || part.key() == "createdAt" || part.key() == "updatedAt";
        if (isOfTheRecord)
            continue;
        json.set(part.key(), part.value);
        if (part.key() == "prompt") {
            json.set("currentPromptId", history.currentId);
            json.set("promptVersions", history.versions);
            json.set("gemini_prompt", Json::string(sanitizedPrompt(part.value.toString())));
        }
    }
    json.set("createdAt", milliseconds(record.summary.createdAt));
    json.set("updatedAt", milliseconds(record.summary.updatedAt));
    return json;
}

FlowParts newCallFlow(const Json &blank, const Json &body, const IdSource &newId, Timestamp at)
{
    FlowParts parts{.content = blank};
    for (const char *name : kCallFlowMembers) {
        if (const Json *value = body.find(name))
            parts.content.set(name, *value);
    }
    parts.properties = Json::object({
        member("folderId", body["folderId"]),
        member("isGlobal", Json::boolean(false)),
        member("isPreConfigured", Json::boolean(false)),
        member("preConfiguredWorkspaceId", Json()),
    });
    mergeBody(parts, body, newId);
    writeHistory(parts.properties, withPrompt({}, parts.content["prompt"], newId(), at));
    return parts;
}

FlowParts changedCallFlow(const FlowRecord &record, const Json &body, const IdSource &newId, Timestamp at)
{
    const Json &content = record.state.content;
    FlowParts parts{content.isObject() ? content : Json::object(), record.summary.properties};
    for (const char *name : kCallFlowChanges) {
        if (const Json *value = body.find(name))
            parts.content.set(name, *value);
    }
    if (const Json *name = body.find("name"))
        parts.name = name->toString();
    mergeBody(parts, body, newId);
    writeHistory(parts.properties, withPrompt(promptHistoryOf(record), parts.content["prompt"], newId(), at));
    return parts;
}

} // namespace jackfield::trillet
