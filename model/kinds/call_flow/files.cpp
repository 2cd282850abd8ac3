// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/call_flow/files.h"

#include "model/kinds/shared/record_members.h"

#include <algorithm>
#include <array>

namespace jackfield::callflow {

namespace {

constexpr std::array<QByteArrayView, 13> kRecord{
    "_id",  "workspaceId",     "folderId",       "isGlobal",      "isPreConfigured", "preConfiguredWorkspaceId",
    "name", "currentPromptId", "promptVersions", "gemini_prompt", "createdAt",       "updatedAt",
    "__v"};

/// With a graph beside them they tell a call flow from the exports of other tools, which have "flowData" too.
constexpr std::array<QByteArrayView, 7> kTelling{
    "direction",
    "welcomeMessage",
    "startNodeId",
    "locations",
    "agentWebhookUrl",
    "inboundWebhookUrl",
    "dynamicVariableCollections"};

Json blankSettings()
{
    const Json no = Json::boolean(false);
    return Json::object(
        {member("welcomeMessage", Json::string("user_initiated")), member("customWelcomeMessage", Json::string("")),
         member("enableHumanLikeVoiceAndTone", no), member("welcomeMessageDelay", Json::number(qint64(0))),
         member("webhooks", Json::object({member("agent", Json::string("")), member("inbound", Json::string(""))})),
         member("customerLocation", Json::string("new york")), member("transfers", Json::array()),
         member("knowledgeBases", Json::array()), member("utilizePriorCallsContext", no),
         member(
             "callSettings",
             Json::object(
                 {member("trilletVoiceGuard", Json::boolean(true)), member("reminderMessages", Json::array())})),
         member("security", Json::object({member("hipaaCompliance", no), member("publicAccess", no)}))});
}

} // namespace

Json CallFlowFiles::blank() const
{
    const Json empty = Json::string("");
    return Json::object(
        {member("direction", Json::string("bidirectional")), member("description", empty), member("agent", empty),
         member("promptType", Json::string("simple")), member("welcomeMessage", Json::string("user_initiated")),
         member("customWelcomeMessage", empty),
         member("flowData", Json::object({member("nodes", Json::array()), member("edges", Json::array())})),
         member("prompt", empty), member("startNodeId", Json()), member("isActive", Json::boolean(true)),
         member("agentWebhookUrl", empty), member("inboundWebhookUrl", empty),
         member("dynamicVariableCollections", Json::array()), member("locations", Json::array()),
         member("webhooks", Json::array()), member("settings", blankSettings())});
}

std::vector<ExtractedFlow> CallFlowFiles::extract(const Json &file) const
{
    constexpr int kSure = 95;
    const bool tells = std::ranges::any_of(kTelling, [&](QByteArrayView key) { return file.contains(key); });
    if (!file["promptType"].isString() && !(file["flowData"]["nodes"].isArray() && tells))
        return {};
    ExtractedFlow flow = takeContent(file, kRecord);
    flow.certainty = kSure;
    return {std::move(flow)};
}

Json CallFlowFiles::restore(const Json &surround, const Json &content) const
{
    return putContent(surround, content, kRecord);
}

} // namespace jackfield::callflow
