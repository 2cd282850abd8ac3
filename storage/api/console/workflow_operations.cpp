// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/console/workflow_operations.h"

#include "storage/api/answers/api_text.h"
#include "storage/api/answers/paging.h"
#include "storage/api/answers/record_answers.h"
#include "storage/api/answers/record_change.h"
#include "storage/api/console/cuid.h"
#include "storage/api/console/public_workflows.h"
#include "storage/api/console/workflow_json.h"
#include "storage/api/console/workflow_list.h"

namespace jackfield::console {

using namespace Qt::Literals::StringLiterals;

namespace {

const PagingNames kPaging{"limit"_ba, "page"_ba, 20, 100};
constexpr const char kKind[] = "workflow";

/// What the service keeps for one flow; the lists alone are bounded by the description.
constexpr qsizetype kMostNodes = 20'000;

std::optional<ApiError> tooManyNodes(const Json &content)
{
    qsizetype nodes = 1 + content["rules"].size();
    for (const Json &flow : content["flows"].items())
        nodes += 1 + flow["conversation_steps"].size();
    if (nodes <= kMostNodes)
        return std::nullopt;
    const QString message = u"has %1 nodes (the prompt, rules, flows and steps): %2 are allowed"_s.arg(
        QString::number(nodes), QString::number(kMostNodes));
    return ApiError{422, "validation_failed"_ba, message, {{QByteArray(), message, "too_many"_ba}}};
}

Json envelope(Json data)
{
    return Json::object({member("message", Json::string("Success")), member("data", std::move(data))});
}

Json answerOf(const FlowRecord &record)
{
    return envelope(workflowJson(record));
}

class WorkflowOperations
{
public:
    explicit WorkflowOperations(FlowService &service)
        : m_service(&service), m_public(std::make_shared<PublicWorkflows>(*service.kinds().find(kKind)))
    {
    }

    void list(const ApiCall &call, const ApiReply &reply) const;
    void create(const ApiCall &call, const ApiReply &reply) const;
    void clone(const ApiCall &call, const ApiReply &reply) const;
    void show(const ApiCall &call, const ApiReply &reply) const;
    void update(const ApiCall &call, const ApiReply &reply) const;
    void remove(const ApiCall &call, const ApiReply &reply) const;

private:
    /// One of the team's own or a public one; refuses with 404 when `id` names none.
    std::optional<FlowRecord> workflow(QByteArrayView id, const ApiCall &call, const ApiReply &reply) const;
    /// The one that the path names, for a change: refuses a public one, and when If-Match does.
    std::optional<FlowRecord> workflowToChange(const ApiCall &call, const ApiReply &reply) const;
    /// Stores a new workflow under an id of this API.
    void store(NewFlow flow, const ApiCall &call, const ApiReply &reply) const;
    QByteArray newRuleId() const;

    FlowService *m_service;
    std::shared_ptr<const PublicWorkflows> m_public;
};

std::optional<FlowRecord>
WorkflowOperations::workflow(QByteArrayView id, const ApiCall &call, const ApiReply &reply) const
{
    const FlowId flow(id.toByteArray());
    if (const FlowRecord *shared = m_public->find(flow))
        return *shared;
    // What was made in the window has a ULID.
    const Result<FlowRecord> record = flowNamed(
        *m_service, call.principal.workspace, isCuid(id) || isUlid(id) ? std::optional(flow.utf8) : std::nullopt);
    const auto isIt = [](const FlowRecord &found) { return found.summary.kind == kKind; };
    return foundOrRefused(record, isIt, ApiError{404, "not_found"_ba, u"Workflow not found"_s}, reply);
}

std::optional<FlowRecord> WorkflowOperations::workflowToChange(const ApiCall &call, const ApiReply &reply) const
{
    std::optional<FlowRecord> record = workflow(call.parameters.first(), call, reply);
    if (!record)
        return record;
    if (isPublic(*record)) {
        reply.refuse(ApiError{
            403, "forbidden"_ba,
            u"'%1' is public and can only be read: clone it and change the copy."_s.arg(record->summary.name)});
        return std::nullopt;
    }
    return toChange(record, call, reply);
}

void WorkflowOperations::store(NewFlow flow, const ApiCall &call, const ApiReply &reply) const
{
    flow.workspace = call.principal.workspace;
    flow.id = FlowId(cuidFromUlid(m_service->newId()));
    flow.kind = kKind;
    flow.author = kApiAuthor;
    m_service->flows().create(std::move(flow), sendingCreated(call.basePath + "/workflows", answerOf, reply));
}

QByteArray WorkflowOperations::newRuleId() const
{
    // The end of a ULID: at random, and counted on within the same millisecond.
    return "rule_" + m_service->newId().last(8).toLower();
}

void WorkflowOperations::list(const ApiCall &call, const ApiReply &reply) const
{
    ListQuery query;
    if (const std::optional<ApiError> error = readListQuery(call.request, query))
        return reply.refuse(*error);
    const Result<WorkflowPage> page = workflowPage(*m_service, *m_public, call.principal.workspace, query);
    if (!page)
        return reply.refuse(page.error());
    const qint64 pages = (page->total + query.limit - 1) / query.limit;
    const bool hasNext = query.page < pages;
    Json data = Json::array();
    for (const FlowRecord &record : page->workflows)
        data.append(workflowJson(record));
    QList<std::pair<QByteArray, QByteArray>> headers;
    if (hasNext)
        headers.append({"Link"_ba, nextLink(call.request, kPaging, QByteArray::number(query.page + 1))});
    reply.sendJson(
        200,
        Json::object({
            member("message", Json::string("Success")),
            member(
                "meta",
                Json::object({
                    member("total_count", Json::number(page->total)),
                    member("page_count", Json::number(pages)),
                    member("current_page", Json::number(query.page)),
                    member("limit", Json::number(qint64(query.limit))),
                    member("has_next_page", Json::boolean(hasNext)),
                    member("has_previous_page", Json::boolean(query.page > 1 && pages > 0)),
                })),
            member("data", std::move(data)),
        }),
        headers);
}

void WorkflowOperations::create(const ApiCall &call, const ApiReply &reply) const
{
    NewFlow flow;
    flow.name = call.body["name"].toString();
    flow.state.content = contentWith(Json::object(), call.body, [this] { return newRuleId(); });
    if (const std::optional<ApiError> error = tooManyNodes(flow.state.content))
        return reply.refuse(*error);
    flow.label = u"API: create workflow"_s;
    store(std::move(flow), call, reply);
}

void WorkflowOperations::clone(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<FlowRecord> source = workflow(call.body["source_workflow_id"].utf8(), call, reply);
    if (!source)
        return;
    NewFlow flow;
    flow.name = source->summary.name;
    flow.properties = Json::object({member("source_workflow_id", Json::string(source->summary.id.utf8))});
    flow.state = source->state;
    flow.label = u"API: clone workflow"_s;
    store(std::move(flow), call, reply);
}

void WorkflowOperations::show(const ApiCall &call, const ApiReply &reply) const
{
    if (const std::optional<FlowRecord> record = workflow(call.parameters.first(), call, reply))
        sendUnlessKnown(call, *record, answerOf, reply);
}

void WorkflowOperations::update(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<FlowRecord> record = workflowToChange(call, reply);
    if (!record)
        return;
    RecordChange change;
    if (const Json *name = call.body.find("name"))
        change.name = name->toString();
    change.content = contentWith(record->state.content, call.body, [this] { return newRuleId(); });
    if (const std::optional<ApiError> error = tooManyNodes(*change.content))
        return reply.refuse(*error);
    commitAndSend(*m_service, *record, commitOf(*record, change, u"API: update workflow"_s), answerOf, reply);
}

void WorkflowOperations::remove(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<FlowRecord> record = workflowToChange(call, reply);
    if (!record)
        return;
    m_service->flows().remove(record->workspace, record->summary.id, kApiAuthor, [reply](const Result<void> &done) {
        if (done)
            reply.sendJson(200, envelope(Json()));
        else
            reply.refuse(done.error());
    });
}

} // namespace

ApiHandlers workflowHandlers(FlowService &service)
{
    const WorkflowOperations operations(service);
    return {
        {"listWorkflows"_ba, handlerOf(operations, &WorkflowOperations::list)},
        {"createWorkflow"_ba, handlerOf(operations, &WorkflowOperations::create)},
        {"cloneWorkflow"_ba, handlerOf(operations, &WorkflowOperations::clone)},
        {"getWorkflow"_ba, handlerOf(operations, &WorkflowOperations::show)},
        {"updateWorkflow"_ba, handlerOf(operations, &WorkflowOperations::update)},
        {"deleteWorkflow"_ba, handlerOf(operations, &WorkflowOperations::remove)},
    };
}

} // namespace jackfield::console
