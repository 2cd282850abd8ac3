// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/console/workflow_json.h"

#include "storage/api/answers/api_text.h"

#include <array>
#include <span>

namespace jackfield::console {

namespace {

/// What an author writes, in the order of the page. The last two stand behind id and name there.
constexpr std::array<QByteArrayView, 14> kMembers{
    "system_prompt", "rules", "flows",       "tags",       "integrations", "channels",    "actions",
    "guide",         "faq",   "setup_steps", "setup_time", "video_url",    "description", "category"};
constexpr size_t kBeforeId = 12;

constexpr QByteArrayView kVideo("youtubeUrl");
constexpr QByteArrayView kOtherVideo("youtube_url"); ///< as one of the platform's own clients spells it

Json guideOf(Json guide)
{
    const qsizetype other = guide.isObject() ? guide.indexOf(kOtherVideo) : -1;
    if (other < 0)
        return guide;
    if (guide.contains(kVideo))
        guide.takeMember(other);
    else
        guide.renameMember(other, Json::string(kVideo));
    return guide;
}

Json ruleOf(const Json &rule, const std::function<QByteArray()> &newRuleId)
{
    if (!rule["id"].utf8().isEmpty())
        return rule;
    Json named = rule;
    if (named.contains("id"))
        named.set("id", Json::string(newRuleId()));
    else
        named.insertMember(0, Json::string("id"), Json::string(newRuleId()));
    return named;
}

Json valueOf(QByteArrayView key, const Json &value, const std::function<QByteArray()> &newRuleId)
{
    if (key == "guide")
        return guideOf(value);
    if (key != "rules")
        return value;
    Json rules = Json::array();
    rules.reserve(value.size());
    for (const Json &rule : value.items())
        rules.append(ruleOf(rule, newRuleId));
    return rules;
}

/// Where member `number` of the page goes in a content that does not have it.
qsizetype placeFor(size_t number, const Json &content)
{
    while (number-- > 0) {
        if (const qsizetype before = content.indexOf(kMembers[number]); before >= 0)
            return before + 1;
    }
    return 0;
}

void append(Json &object, QByteArrayView key, Json value)
{
    object.insertMember(object.size(), Json::string(key), std::move(value));
}

void appendMembers(Json &object, const Json &content, std::span<const QByteArrayView> keys)
{
    for (const QByteArrayView key : keys) {
        const Json &value = content[key];
        const bool isList = key == "rules" || key == "flows";
        append(object, key, isList && !value.isArray() ? Json::array() : key == "guide" ? guideOf(value) : value);
    }
}

} // namespace

bool isPublic(const FlowRecord &record)
{
    return record.workspace.isEmpty();
}

Json workflowJson(const FlowRecord &record)
{
    const std::span<const QByteArrayView> keys(kMembers);
    Json json = Json::object();
    json.reserve(qsizetype(kMembers.size()) + 6);
    appendMembers(json, record.state.content, keys.first(kBeforeId));
    append(json, "id", Json::string(record.summary.id.utf8));
    append(json, "name", Json::string(record.summary.name));
    appendMembers(json, record.state.content, keys.subspan(kBeforeId));
    append(json, "visibility", Json::string(isPublic(record) ? "public" : "private"));
    append(json, "is_owner", Json::boolean(!isPublic(record)));
    append(json, "created_at", milliseconds(record.summary.createdAt));
    append(json, "updated_at", milliseconds(record.summary.updatedAt));
    return json;
}

Json contentWith(Json content, const Json &body, const std::function<QByteArray()> &newRuleId)
{
    for (size_t number = 0; number < kMembers.size(); ++number) {
        const QByteArrayView key = kMembers[number];
        const Json *sent = body.find(key);
        if (sent == nullptr)
            continue;
        const qsizetype place = content.indexOf(key);
        if (sent->isNull()) {
            if (place >= 0)
                content.takeMember(place);
        } else if (place >= 0) {
            content.memberRef(place) = valueOf(key, *sent, newRuleId);
        } else {
            content.insertMember(placeFor(number, content), Json::string(key), valueOf(key, *sent, newRuleId));
        }
    }
    return content;
}

} // namespace jackfield::console
