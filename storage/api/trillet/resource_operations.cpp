// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/trillet/resource_operations.h"

#include "storage/api/answers/record_answers.h"
#include "storage/api/answers/record_change.h"
#include "storage/api/trillet/flow_access.h"
#include "storage/api/trillet/resource.h"

namespace jackfield::trillet {

using namespace Qt::Literals::StringLiterals;

namespace {

class ResourceOperations
{
public:
    /// `resource` is one of resources().
    ResourceOperations(FlowService &service, const Resource &resource)
        : m_service(&service), m_resource(&resource), m_blank(blankOf(service, resource.kind))
    {
    }

    void list(const ApiCall &call, const ApiReply &reply) const;
    void create(const ApiCall &call, const ApiReply &reply) const;
    void show(const ApiCall &call, const ApiReply &reply) const;
    void update(const ApiCall &call, const ApiReply &reply) const;
    void toggle(const ApiCall &call, const ApiReply &reply) const;
    void remove(const ApiCall &call, const ApiReply &reply) const;

private:
    /// The flow that the path names; refuses with 404 when there is none.
    std::optional<FlowRecord> flow(const ApiCall &call, const ApiReply &reply) const;
    /// The same for a change: refuses also when If-Match does.
    std::optional<FlowRecord> flowToChange(const ApiCall &call, const ApiReply &reply) const;
    void commit(
        const FlowRecord &record, const RecordChange &change, const QString &label, Resource::Writer writer,
        const ApiReply &reply) const;
    RecordWriter writing(Resource::Writer writer) const;
    IdSource newIds() const;

    FlowService *m_service;
    const Resource *m_resource;
    Json m_blank;
};

std::optional<FlowRecord> ResourceOperations::flow(const ApiCall &call, const ApiReply &reply) const
{
    const QByteArray &id = call.parameters.first();
    const Result<FlowRecord> record
        = flowNamed(*m_service, call.principal.workspace, isHexId(id) ? std::optional(id) : std::nullopt);
    const auto isIt = [this](const FlowRecord &found) { return found.summary.kind == m_resource->kind; };
    return foundOrRefused(record, isIt, noSuchFlow(*m_resource), reply);
}

std::optional<FlowRecord> ResourceOperations::flowToChange(const ApiCall &call, const ApiReply &reply) const
{
    return toChange(flow(call, reply), call, reply);
}

RecordWriter ResourceOperations::writing(Resource::Writer writer) const
{
    return [service = m_service, writer, blank = m_blank](const FlowRecord &record) {
        return writer(*service, record, blank);
    };
}

IdSource ResourceOperations::newIds() const
{
    return [service = m_service] { return service->newHexId(); };
}

void ResourceOperations::commit(
    const FlowRecord &record, const RecordChange &change, const QString &label, Resource::Writer writer,
    const ApiReply &reply) const
{
    commitAndSend(*m_service, record, commitOf(record, change, label), writing(writer), reply);
}

void ResourceOperations::list(const ApiCall &call, const ApiReply &reply) const
{
    const Result<QList<FlowSummary>> flows = everyFlow(*m_service, call.principal.workspace, m_resource->kind);
    if (!flows)
        return reply.refuse(flows.error());
    Json items = Json::array();
    for (const FlowSummary &summary : *flows) {
        const Result<FlowRecord> record = m_service->flows().flow(call.principal.workspace, summary.id);
        if (!record)
            return reply.refuse(record.error());
        items.append(m_resource->listed(*m_service, *record, m_blank));
    }
    reply.sendJson(200, items);
}

void ResourceOperations::create(const ApiCall &call, const ApiReply &reply) const
{
    if (m_resource->refusalOfNew != nullptr) {
        if (const std::optional<ApiError> error = m_resource->refusalOfNew(*m_service, call))
            return reply.refuse(*error);
    }
    FlowParts parts = m_resource->made(m_blank, call.body, newIds(), m_service->now());
    NewFlow flow;
    flow.workspace = call.principal.workspace;
    flow.kind = m_resource->kind;
    flow.name = call.body["name"].toString();
    flow.state.content = std::move(parts.content);
    flow.properties = std::move(parts.properties);
    flow.author = kApiAuthor;
    flow.label = u"API: create %1"_s.arg(m_resource->title.toLower());
    m_service->flows().create(
        std::move(flow), sendingCreated(call.basePath + '/' + m_resource->path, writing(m_resource->started), reply));
}

void ResourceOperations::show(const ApiCall &call, const ApiReply &reply) const
{
    if (const std::optional<FlowRecord> record = flow(call, reply))
        sendUnlessKnown(call, *record, writing(m_resource->shown), reply);
}

void ResourceOperations::update(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<FlowRecord> record = flowToChange(call, reply);
    if (!record)
        return;
    if (m_resource->refusalOfChange != nullptr) {
        if (const std::optional<ApiError> error = m_resource->refusalOfChange(*record, call))
            return reply.refuse(*error);
    }
    FlowParts parts = m_resource->changed(*record, call.body, newIds(), m_service->now());
    const RecordChange change{
        .name = std::move(parts.name), .content = std::move(parts.content), .properties = std::move(parts.properties)};
    commit(*record, change, u"API: update %1"_s.arg(m_resource->title.toLower()), m_resource->shown, reply);
}

void ResourceOperations::toggle(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<FlowRecord> record = flowToChange(call, reply);
    if (!record)
        return;
    const RecordChange change{.content = m_resource->toggled(record->state.content)};
    commit(*record, change, u"API: toggle autopilot"_s, m_resource->started, reply);
}

void ResourceOperations::remove(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<FlowRecord> record = flowToChange(call, reply);
    if (!record)
        return;
    const Json answer = Json::object({
        member("status", Json::string("success")),
        member("message", Json::string(u"%1 deleted successfully"_s.arg(m_resource->title))),
        member(m_resource->idMember(), Json::string(record->summary.id.utf8)),
    });
    m_service->flows().remove(
        record->workspace, record->summary.id, kApiAuthor, [answer, reply](const Result<void> &done) {
            if (done)
                reply.sendJson(200, answer);
            else
                reply.refuse(done.error());
        });
}

} // namespace

ApiHandlers resourceHandlers(FlowService &service)
{
    ApiHandlers handlers;
    for (const Resource &resource : resources()) {
        const ResourceOperations operations(service, resource);
        const auto add
            = [&](const QByteArray &id, auto operation) { handlers.insert(id, handlerOf(operations, operation)); };
        const QByteArray &noun = resource.noun; // "listCallFlows", "createCallFlow", ...
        add("list" + noun + 's', &ResourceOperations::list);
        add("create" + noun, &ResourceOperations::create);
        add("get" + noun, &ResourceOperations::show);
        add("update" + noun, &ResourceOperations::update);
        add("patch" + noun, &ResourceOperations::update);
        add("delete" + noun, &ResourceOperations::remove);
        if (resource.toggled != nullptr)
            add("toggleAutopilot", &ResourceOperations::toggle);
    }
    return handlers;
}

} // namespace jackfield::trillet
