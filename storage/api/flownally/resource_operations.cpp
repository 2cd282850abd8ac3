// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/flownally/resource_operations.h"

#include "storage/api/answers/api_text.h"
#include "storage/api/answers/conditional.h"
#include "storage/api/answers/paging.h"
#include "storage/api/answers/record_answers.h"
#include "storage/api/answers/record_change.h"
#include "storage/api/flownally/resource_json.h"
#include "storage/records/missing.h"

namespace jackfield::flownally {

using namespace Qt::Literals::StringLiterals;

namespace {

const PagingNames kPaging{"pageSize"_ba, "pageToken"_ba, 50, 200};

class ResourceOperations
{
public:
    /// `resource` is one of resources().
    ResourceOperations(FlowService &service, const Resource &resource)
        : m_service(&service), m_resource(&resource), m_blank(service.kinds().find(resource.kind)->files().blank())
    {
    }

    void list(const ApiCall &call, const ApiReply &reply) const;
    void create(const ApiCall &call, const ApiReply &reply) const;
    void show(const ApiCall &call, const ApiReply &reply) const;
    void update(const ApiCall &call, const ApiReply &reply) const;
    void remove(const ApiCall &call, const ApiReply &reply) const;
    void publish(const ApiCall &call, const ApiReply &reply) const;
    void activate(const ApiCall &call, const ApiReply &reply) const;
    void pause(const ApiCall &call, const ApiReply &reply) const;
    void listVersions(const ApiCall &call, const ApiReply &reply) const;
    void showVersion(const ApiCall &call, const ApiReply &reply) const;

private:
    /// The flow that the path names; refuses with 404 when there is none, or it is another resource.
    std::optional<FlowRecord> flow(const ApiCall &call, const ApiReply &reply) const;
    /// The same for a change: refuses when If-Match does.
    std::optional<FlowRecord> flowToChange(const ApiCall &call, const ApiReply &reply) const;
    /// What the state of a flow refuses: 409 with the code "chatbot_<code>".
    ApiError conflict(const QByteArray &code, const QString &message) const;
    void sendFlow(int status, const FlowRecord &record, const ApiReply &reply, const QByteArray &location = {}) const;
    Completion<FlowRecord> sendingFlow(const ApiReply &reply) const;
    /// 200 with a page of `list`; `next` is the last item of it when there is another.
    void sendPage(
        const ApiCall &call, const ApiReply &reply, const QByteArray &list, const QByteArray &itemsMember, Json items,
        const QByteArray &next, qint64 total) const;

    FlowService *m_service;
    const Resource *m_resource;
    Json m_blank;
};

std::optional<FlowRecord> ResourceOperations::flow(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<QByteArray> id = idFromPath(call.parameters.first(), m_resource->idPrefix);
    const Result<FlowRecord> record = flowNamed(*m_service, call.principal.workspace, id);
    const auto isIt = [this](const FlowRecord &found) { return found.summary.kind == m_resource->kind; };
    return foundOrRefused(record, isIt, notFound(QString::fromLatin1(m_resource->noun)), reply);
}

std::optional<FlowRecord> ResourceOperations::flowToChange(const ApiCall &call, const ApiReply &reply) const
{
    return toChange(flow(call, reply), call, reply);
}

ApiError ResourceOperations::conflict(const QByteArray &code, const QString &message) const
{
    return {409, m_resource->name() + '_' + code, message.arg(QString::fromLatin1(m_resource->name()))};
}

void ResourceOperations::sendFlow(
    int status, const FlowRecord &record, const ApiReply &reply, const QByteArray &location) const
{
    std::optional<FlowVersion> active;
    if (record.summary.status == FlowStatus::Active) {
        Result<FlowVersion> version
            = m_service->life().version(record.workspace, record.summary.id, record.summary.activeVersion);
        if (!version) {
            reply.refuse(version.error());
            return;
        }
        active = *version;
    }
    QList<std::pair<QByteArray, QByteArray>> headers{{"ETag"_ba, entityTag(record.summary.visibleRevision)}};
    if (!location.isEmpty())
        headers.append({"Location"_ba, location});
    reply.sendJson(status, resourceJson(*m_resource, record, m_blank, active), headers);
}

Completion<FlowRecord> ResourceOperations::sendingFlow(const ApiReply &reply) const
{
    return [*this, reply](const Result<FlowRecord> &record) {
        if (record)
            sendFlow(200, *record, reply);
        else
            reply.refuse(record.error());
    };
}

void ResourceOperations::sendPage(
    const ApiCall &call, const ApiReply &reply, const QByteArray &list, const QByteArray &itemsMember, Json items,
    const QByteArray &next, qint64 total) const
{
    Json body = Json::object({member(itemsMember, std::move(items))});
    QList<std::pair<QByteArray, QByteArray>> headers;
    if (!next.isEmpty()) {
        const QByteArray token = pageToken(list, next);
        body.set("nextPageToken", Json::string(token));
        headers.append({"Link"_ba, nextLink(call.request, kPaging, token)});
    }
    body.set("totalSize", Json::number(total));
    reply.sendJson(200, body, headers);
}

void ResourceOperations::list(const ApiCall &call, const ApiReply &reply) const
{
    const Result<PageRequest> wanted = pageRequest(call.request, kPaging, m_resource->plural());
    if (!wanted)
        return reply.refuse(wanted.error());
    FlowQuery query;
    query.workspace = call.principal.workspace;
    query.kind = m_resource->kind;
    query.after = FlowId(wanted->after);
    query.limit = wanted->size;
    const Result<FlowPage> page = m_service->flows().list(query);
    if (!page)
        return reply.refuse(page.error());
    Json items = Json::array();
    for (const FlowSummary &summary : page->flows)
        items.append(resourceJson(*m_resource, summary, query.workspace));
    sendPage(call, reply, m_resource->plural(), m_resource->plural(), items, page->next.utf8, page->total);
}

void ResourceOperations::create(const ApiCall &call, const ApiReply &reply) const
{
    NewFlow flow;
    flow.workspace = call.principal.workspace;
    flow.kind = m_resource->kind;
    flow.name = call.body["name"].toString();
    flow.properties = propertiesWith(*m_resource, newProperties(*m_resource), call.body);
    flow.state.content = call.body[m_resource->graphMember];
    flow.author = kApiAuthor;
    flow.label = u"API: create %1"_s.arg(QString::fromLatin1(m_resource->name()));
    const QByteArray base = call.basePath + '/' + m_resource->plural() + '/' + m_resource->idPrefix;
    m_service->flows().create(std::move(flow), [*this, reply, base](const Result<FlowRecord> &record) {
        if (record)
            sendFlow(201, *record, reply, base + record->summary.id.utf8);
        else
            reply.refuse(record.error());
    });
}

void ResourceOperations::show(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<FlowRecord> record = flow(call, reply);
    if (!record)
        return;
    const QByteArray tag = entityTag(record->summary.visibleRevision);
    if (isUnmodified(call.request, tag))
        reply.sendNothing(304, {{"ETag"_ba, tag}});
    else
        sendFlow(200, *record, reply);
}

void ResourceOperations::update(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<FlowRecord> record = flowToChange(call, reply);
    if (!record)
        return;
    RecordChange change;
    if (const Json *name = call.body.find("name"))
        change.name = name->toString();
    if (const Json *graph = call.body.find(m_resource->graphMember))
        change.content = *graph;
    change.properties = propertiesWith(*m_resource, record->summary.properties, call.body);
    if (std::optional<Commit> commit
        = commitOf(*record, change, u"API: update %1"_s.arg(QString::fromLatin1(m_resource->name()))))
        m_service->flows().commit(record->workspace, std::move(*commit), sendingFlow(reply));
    else
        sendFlow(200, *record, reply);
}

void ResourceOperations::remove(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<FlowRecord> record = flowToChange(call, reply);
    if (!record)
        return;
    if (record->summary.status == FlowStatus::Active)
        return reply.refuse(conflict("active"_ba, u"Pause the %1 before deleting it."_s));
    m_service->flows().remove(record->workspace, record->summary.id, kApiAuthor, sendingNothing(reply));
}

void ResourceOperations::publish(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<FlowRecord> record = flowToChange(call, reply);
    if (!record)
        return;
    m_service->life().publish(
        record->workspace, record->summary.id, kApiAuthor, [*this, reply](const Result<PublishOutcome> &outcome) {
            if (!outcome)
                return reply.refuse(outcome.error());
            if (outcome->version)
                return reply.sendJson(200, versionJson(*m_resource, *outcome->version));
            ApiError error{
                422, "validation_failed"_ba,
                u"The %1 cannot be published."_s.arg(QString::fromLatin1(m_resource->graphMember))};
            for (const Problem &problem : outcome->problems) {
                if (problem.severity == Severity::Error)
                    error.violations.append(
                        {'/' + m_resource->graphMember + problem.pointer.text(), problem.message, problem.code});
            }
            reply.refuse(error);
        });
}

void ResourceOperations::activate(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<FlowRecord> record = flowToChange(call, reply);
    if (!record)
        return;
    if (record->summary.latestVersion.isEmpty())
        return reply.refuse(conflict("not_published"_ba, u"Publish the %1 before activating it."_s));
    m_service->life().activate(record->workspace, record->summary.id, kApiAuthor, sendingFlow(reply));
}

void ResourceOperations::pause(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<FlowRecord> record = flowToChange(call, reply);
    if (!record)
        return;
    if (record->summary.status != FlowStatus::Active)
        return reply.refuse(conflict("not_active"_ba, u"Only an active %1 can be paused."_s));
    m_service->life().pause(record->workspace, record->summary.id, kApiAuthor, sendingFlow(reply));
}

void ResourceOperations::listVersions(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<FlowRecord> record = flow(call, reply);
    if (!record)
        return;
    const Result<PageRequest> wanted = pageRequest(call.request, kPaging, "versions");
    if (!wanted)
        return reply.refuse(wanted.error());
    const Result<VersionPage> page
        = m_service->life().versions(record->workspace, record->summary.id, wanted->after, wanted->size);
    if (!page)
        return reply.refuse(page.error());
    Json items = Json::array();
    for (const FlowVersion &version : page->versions)
        items.append(versionJson(*m_resource, version));
    sendPage(call, reply, "versions"_ba, m_resource->versionsMember(), items, page->next, page->total);
}

void ResourceOperations::showVersion(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<FlowRecord> record = flow(call, reply);
    if (!record)
        return;
    const std::optional<QByteArray> id = idFromPath(call.parameters.at(1), m_resource->versionPrefix);
    const Result<FlowVersion> version = id ? m_service->life().version(record->workspace, record->summary.id, *id)
                                           : Result<FlowVersion>(missing(u"version"_s, call.parameters.at(1)));
    if (!version)
        return isMissing(version.error()) ? reply.refuse(notFound(u"Version"_s)) : reply.refuse(version.error());
    // A version never changes: its id is as good a tag as any.
    const QByteArray tag = '"' + version->id + '"';
    if (isUnmodified(call.request, tag))
        reply.sendNothing(304, {{"ETag"_ba, tag}});
    else
        reply.sendJson(200, versionJson(*m_resource, *version), {{"ETag"_ba, tag}});
}

} // namespace

ApiHandlers resourceHandlers(FlowService &service)
{
    ApiHandlers handlers;
    for (const Resource &resource : resources()) {
        const ResourceOperations operations(service, resource);
        const auto add
            = [&](const QByteArray &id, auto operation) { handlers.insert(id, handlerOf(operations, operation)); };
        const QByteArray &noun = resource.noun; // "listChatbots", "createChatbot", ...
        add("list" + noun + 's', &ResourceOperations::list);
        add("create" + noun, &ResourceOperations::create);
        add("get" + noun, &ResourceOperations::show);
        add("update" + noun, &ResourceOperations::update);
        add("delete" + noun, &ResourceOperations::remove);
        add("publish" + noun, &ResourceOperations::publish);
        add("activate" + noun, &ResourceOperations::activate);
        add("pause" + noun, &ResourceOperations::pause);
        add("list" + noun + "Versions", &ResourceOperations::listVersions);
        add("get" + noun + "Version", &ResourceOperations::showVersion);
    }
    return handlers;
}

} // namespace jackfield::flownally
