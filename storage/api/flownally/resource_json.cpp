// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/flownally/resource_json.h"

#include "storage/api/answers/api_text.h"

namespace jackfield::flownally {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Publishing leaves a draft a draft until it is activated.
QByteArrayView statusOf(FlowStatus status)
{
    return status == FlowStatus::Active || status == FlowStatus::Paused ? statusName(status)
                                                                        : statusName(FlowStatus::Draft);
}

/// What lists show, and the beginning of a resource in full.
Json commonJson(const Resource &resource, const FlowSummary &flow, const WorkspaceId &workspace)
{
    Json json = Json::object({member("id", Json::string(resource.idPrefix + flow.id.utf8))});
    if (resource.showsTenant)
        json.set("tenantId", Json::string("tn_" + workspace.utf8));
    json.set("name", Json::string(flow.name));
    json.set("status", Json::string(statusOf(flow.status)));
    for (const OwnMember &own : resource.ownMembers) {
        if (own.fallback.isNull())
            continue;
        const Json *given = flow.properties.find(own.name);
        json.set(own.name, given != nullptr ? *given : own.fallback);
    }
    json.set("createdAt", wholeSeconds(flow.createdAt));
    json.set("updatedAt", wholeSeconds(flow.updatedAt));
    return json;
}

} // namespace

Json resourceJson(const Resource &resource, const FlowSummary &summary, const WorkspaceId &workspace)
{
    return commonJson(resource, summary, workspace);
}

Json resourceJson(
    const Resource &resource, const FlowRecord &record, const Json &blank, const std::optional<FlowVersion> &active)
{
    Json json = commonJson(resource, record.summary, record.workspace);
    // What was never given a graph holds the blank one, which is the editor's business.
    if (record.summary.properties["hasDraft"].toBool() || record.state.content != blank)
        json.set(resource.graphMember, record.state.content);
    for (const OwnMember &own : resource.ownMembers) {
        if (const Json *given = own.fallback.isNull() ? record.summary.properties.find(own.name) : nullptr)
            json.set(own.name, *given);
    }
    if (active)
        json.set("activeVersion", versionJson(resource, *active));
    return json;
}

Json versionJson(const Resource &resource, const FlowVersion &version)
{
    return Json::object({
        member("id", Json::string(resource.versionPrefix + version.id)),
        member(resource.ownerMember(), Json::string(resource.idPrefix + version.flow.utf8)),
        member("definition", version.content),
        member("createdAt", milliseconds(version.createdAt)),
        member("updatedAt", milliseconds(version.createdAt)),
    });
}

Json newProperties(const Resource &resource)
{
    Json properties = Json::object();
    for (const OwnMember &own : resource.ownMembers) {
        if (!own.fallback.isNull())
            properties.set(own.name, own.fallback);
    }
    return properties;
}

Json propertiesWith(const Resource &resource, Json properties, const Json &body)
{
    for (const OwnMember &own : resource.ownMembers) {
        if (const Json *given = body.find(own.name))
            properties.set(own.name, *given);
    }
    if (body.contains(resource.graphMember))
        properties.set("hasDraft", Json::boolean(true));
    return properties;
}

} // namespace jackfield::flownally
