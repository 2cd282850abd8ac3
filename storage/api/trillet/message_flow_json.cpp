// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/trillet/message_flow_json.h"

#include "model/json/edit/json_edit.h"
#include "storage/api/answers/api_text.h"
#include "storage/api/trillet/page_shape.h"

#include <array>

namespace jackfield::trillet {

namespace {

constexpr std::array kMessageFlowMembers{"direction", "description", "agent",         "prompt",
                                         "isActive",  "autopilot",   "messageChannel"};
constexpr std::array kHours{"enabled", "start", "end", "timezone", "outOfHoursMessage"};
constexpr char kInitiation[] = "initiationMessage";

/// The create page has the working hours beside the delay, the answers have them in an object: both are taken.
Json withNestedHours(Json settings)
{
    Json response = settings["responseSettings"];
    if (!response.isObject())
        return settings;
    Json hours = Json::object();
    for (const char *hour : kHours) {
        if (const qsizetype index = response.indexOf(hour); index >= 0)
            hours.set(hour, response.takeMember(index).value);
    }
    if (hours.isEmpty())
        return settings;
    if (const Json *nested = response.find("workingHours"); nested == nullptr || nested->isObject()) {
        for (const Json::Member &hour : Json(response["workingHours"]).members())
            hours.set(hour.key(), hour.value);
        response.set("workingHours", hours);
    }
    settings.set("responseSettings", response);
    return settings;
}

} // namespace

Json messageFlowJson(const FlowRecord &record, const Json &blank, Initiation initiation)
{
    Json json = Json::object({
        member("_id", Json::string(record.summary.id.utf8)),
        member("workspaceId", Json::string(record.workspace.utf8)),
        member("name", Json::string(record.summary.name)),
    });
    const Json content = inShapeOf(blank, record.state.content);
    const Json *first = initiation == Initiation::Shown ? content.find(kInitiation) : nullptr;
    for (const Json::Member &part : content.members()) {
        const bool isOfTheRecord = json.contains(part.key()) || part.key() == "createdAt" || part.key() == "updatedAt";
        if (isOfTheRecord || part.key() == kInitiation)
            continue;
        json.set(part.key(), part.value);
        if (first != nullptr && part.key() == "prompt")
            json.set(kInitiation, *first);
    }
    json.set("createdAt", wholeSeconds(record.summary.createdAt));
    json.set("updatedAt", wholeSeconds(record.summary.updatedAt));
    return json;
}

FlowParts newMessageFlow(const Json &blank, const Json &body, const IdSource &, Timestamp)
{
    Json content = blank;
    for (const char *name : kMessageFlowMembers) {
        if (const Json *value = body.find(name))
            content.set(name, *value);
    }
    content.set(kInitiation, body[kInitiation]);
    if (const Json *settings = body.find("settings"))
        content.set("settings", mergePatch(content["settings"], withNestedHours(*settings)));
    return {.content = std::move(content), .properties = Json::object({member("folderId", Json())})};
}

FlowParts changedMessageFlow(const FlowRecord &record, const Json &body, const IdSource &, Timestamp)
{
    const Json &content = record.state.content;
    Json changed = content.isObject() ? content : Json::object();
    if (const Json *description = body.find("description"))
        changed.set("description", *description);
    if (const Json *settings = body.find("settings"))
        changed.set("settings", mergePatch(changed["settings"], withNestedHours(*settings)));
    return {
        .content = body["toggleAutopilot"].toBool() ? toggledContent(changed) : changed,
        .properties = record.summary.properties};
}

Json toggledContent(Json content)
{
    if (!content.isObject())
        content = Json::object();
    content.set("autopilot", Json::boolean(!content["autopilot"].toBool()));
    return content;
}

} // namespace jackfield::trillet
