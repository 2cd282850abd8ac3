// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/message_flow/files.h"

#include "model/kinds/shared/record_members.h"

#include <array>

namespace jackfield::messageflow {

namespace {

constexpr std::array<QByteArrayView, 6> kRecord{"_id", "workspaceId", "name", "createdAt", "updatedAt", "__v"};

} // namespace

Json MessageFlowFiles::blank() const
{
    const Json empty = Json::string("");
    const Json hours = Json::object(
        {member("enabled", Json::boolean(false)), member("start", Json::string("09:00")),
         member("end", Json::string("17:00")), member("timezone", Json::string("UTC")),
         member("outOfHoursMessage", empty)});
    const Json settings = Json::object(
        {member(
             "responseSettings",
             Json::object({member("delay", Json::number(qint64(0))), member("workingHours", hours)})),
         member("security", Json::object({member("hipaaCompliance", Json::boolean(false))})),
         member("emailSettings", Json::object({member("subjectLine", empty), member("signature", empty)}))});
    return Json::object(
        {member("direction", Json::string("bidirectional")), member("description", empty), member("agent", empty),
         member("settings", settings), member("prompt", empty), member("isActive", Json::boolean(true)),
         member("autopilot", Json::boolean(false)), member("messageChannel", Json::string("SMS"))});
}

std::vector<ExtractedFlow> MessageFlowFiles::extract(const Json &file) const
{
    constexpr int kSure = 90;
    if (!file["messageChannel"].isString() || !(file.contains("autopilot") || file["settings"].isObject()))
        return {};
    ExtractedFlow flow = takeContent(file, kRecord);
    flow.certainty = kSure;
    return {std::move(flow)};
}

Json MessageFlowFiles::restore(const Json &surround, const Json &content) const
{
    return putContent(surround, content, kRecord);
}

} // namespace jackfield::messageflow
