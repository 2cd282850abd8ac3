// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/flownally/chatbot_json.h"

#include "storage/api/api_text.h"

namespace jackfield::flownally {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Publishing leaves a chatbot a draft until it is activated.
QByteArrayView statusOf(FlowStatus status)
{
    return status == FlowStatus::Active || status == FlowStatus::Paused ? statusName(status)
                                                                        : statusName(FlowStatus::Draft);
}

template <typename Chatbot> Json commonJson(const Chatbot &chatbot)
{
    const Json &teams = chatbot.properties["teamIds"];
    return Json::object({
        member("id", Json::string("bot_" + chatbot.id.utf8)),
        member("name", Json::string(chatbot.name)),
        member("status", Json::string(statusOf(chatbot.status))),
        member("teamIds", teams.isArray() ? teams : Json::array()),
        member("createdAt", wholeSeconds(chatbot.createdAt)),
        member("updatedAt", wholeSeconds(chatbot.updatedAt)),
    });
}

} // namespace

Json chatbotJson(const FlowSummary &summary)
{
    return commonJson(summary);
}

Json chatbotJson(const FlowRecord &record, const Json &blank, const std::optional<FlowVersion> &active)
{
    Json json = commonJson(record);
    // A chatbot that was never given a draft holds the blank one, which is the editor's business.
    if (record.properties["hasDraft"].toBool() || record.state.content != blank)
        json.set("draft", record.state.content);
    if (active)
        json.set("activeVersion", versionJson(*active));
    return json;
}

Json versionJson(const FlowVersion &version)
{
    return Json::object({
        member("id", Json::string("botv_" + version.id)),
        member("chatbotId", Json::string("bot_" + version.flow.utf8)),
        member("definition", version.content),
        member("createdAt", milliseconds(version.createdAt)),
        member("updatedAt", milliseconds(version.createdAt)),
    });
}

Json propertiesWith(Json properties, const Json &body)
{
    if (const Json *teams = body.find("teamIds"))
        properties.set("teamIds", *teams);
    if (body.contains("draft"))
        properties.set("hasDraft", Json::boolean(true));
    return properties;
}

} // namespace jackfield::flownally
