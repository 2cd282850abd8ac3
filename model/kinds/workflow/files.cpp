// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/workflow/files.h"

#include <algorithm>
#include <array>

namespace jackfield::workflow {

namespace {

constexpr int kSure = 95;
constexpr int kLikely = 60;

bool belongsToRecord(QByteArrayView key)
{
    constexpr std::array<QByteArrayView, 6> kMembers{"id",       "name",       "visibility",
                                                     "is_owner", "created_at", "updated_at"};
    return std::ranges::find(kMembers, key) != kMembers.end();
}

/// 0 = no workflow. The platform also shows workflows without a prompt: null.
int certaintyOf(const Json &object)
{
    if (!object.contains("system_prompt") || !(object["system_prompt"].isString() || object["system_prompt"].isNull()))
        return 0;
    if (object["rules"].isArray() && object["flows"].isArray())
        return kSure;
    return object["name"].isString() && object["system_prompt"].isString() ? kLikely : 0;
}

/// `object` stands at `at` in `file`.
ExtractedFlow found(const Json &file, const JsonPointer &at, const Json &object)
{
    Json content = Json::object();
    Json rest = Json::object();
    for (const Json::Member &part : object.members()) {
        const bool kept = belongsToRecord(part.key());
        // A null in the file that is kept marks the place of what lives in the content from now on.
        rest.insertMember(rest.size(), part.name, kept ? part.value : Json());
        if (!kept)
            content.insertMember(content.size(), part.name, part.value);
    }
    ExtractedFlow flow{
        .content = std::move(content), .name = object["name"].toString(), .certainty = certaintyOf(object)};
    if (at.isRoot() && flow.content.size() == object.size())
        return flow;
    Json around = rest;
    if (!at.isRoot()) {
        around = file;
        const Result<JsonEdits> emptied = applyEdits(around, {JsonEdit::set(at, std::move(rest))});
        Q_ASSERT(emptied);
    }
    flow.surround = Json::object({member("at", Json::string(at.text())), member("file", std::move(around))});
    return flow;
}

} // namespace

Json WorkflowFiles::blank() const
{
    return Json::object({
        member("system_prompt", Json::string("")),
        member("rules", Json::array()),
        member("flows", Json::array()),
    });
}

std::vector<ExtractedFlow> WorkflowFiles::extract(const Json &file) const
{
    const JsonPointer root;
    if (certaintyOf(file) > 0)
        return {found(file, root, file)};
    if (!file["message"].isString())
        return {};
    const Json &data = file["data"];
    const JsonPointer at = root.child("data");
    if (certaintyOf(data) > 0)
        return {found(file, at, data)};
    std::vector<ExtractedFlow> flows;
    for (qsizetype i = 0; data.isArray() && i < data.size(); ++i) {
        if (certaintyOf(data.at(i)) > 0)
            flows.push_back(found(file, at.child(i), data.at(i)));
    }
    return flows;
}

Json WorkflowFiles::restore(const Json &surround, const Json &content) const
{
    const Result<JsonPointer> at = JsonPointer::parse(surround["at"].utf8());
    Json file = surround["file"];
    const Json *object = surround.isNull() || !at ? nullptr : at->in(file);
    if (object == nullptr || !object->isObject())
        return content;
    Json restored = Json::object();
    for (const Json::Member &part : object->members()) {
        const Json *own = belongsToRecord(part.key()) ? &part.value : content.find(part.key());
        if (own != nullptr)
            restored.insertMember(restored.size(), part.name, *own);
    }
    for (const Json::Member &part : content.members()) {
        if (!restored.contains(part.key()))
            restored.insertMember(restored.size(), part.name, part.value);
    }
    if (at->isRoot())
        return restored;
    const Result<JsonEdits> filled = applyEdits(file, {JsonEdit::set(*at, std::move(restored))});
    Q_ASSERT(filled);
    return file;
}

} // namespace jackfield::workflow
