// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/sarufi/flow_operations.h"

#include "storage/api/api_text.h"
#include "storage/api/conditional.h"
#include "storage/api/record_change.h"
#include "storage/api/sarufi/chatbot_operations.h"
#include "storage/api/sarufi/flow_json.h"

namespace jackfield::sarufi {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The page knows no paging for flows, so that a list holds all; they are read from the store in pieces of this size.
constexpr int kListPiece = 200;

class FlowOperations
{
public:
    explicit FlowOperations(FlowService &service) : m_service(&service) { }

    void list(const ApiCall &call, const ApiReply &reply) const;
    void create(const ApiCall &call, const ApiReply &reply) const;
    void show(const ApiCall &call, const ApiReply &reply) const;
    void update(const ApiCall &call, const ApiReply &reply) const;
    void remove(const ApiCall &call, const ApiReply &reply) const;
    void validate(const ApiCall &call, const ApiReply &reply) const;
    void publish(const ApiCall &call, const ApiReply &reply) const;

private:
    /// The flow that the path names, of the chatbot that the path names; refuses with 404 when there is none.
    std::optional<FlowRecord> flow(const ApiCall &call, const ApiReply &reply) const;
    std::optional<FlowRecord> flowToChange(const ApiCall &call, const ApiReply &reply) const;

    FlowService *m_service;
};

void sendFlow(int status, const FlowRecord &record, const ApiReply &reply, const QByteArray &location = {})
{
    QList<std::pair<QByteArray, QByteArray>> headers{{"ETag"_ba, entityTag(record.visibleRevision)}};
    if (!location.isEmpty())
        headers.append({"Location"_ba, location});
    reply.sendJson(status, flowJson(record), headers);
}

std::optional<FlowRecord> FlowOperations::flow(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<FlowRecord> chatbot = chatbotOf(*m_service, call, reply);
    if (!chatbot)
        return std::nullopt;
    const std::optional<QByteArray> id = idFromPath(call.parameters.at(1));
    Result<FlowRecord> record
        = id ? m_service->flow(chatbot->workspace, FlowId(*id)) : Result<FlowRecord>(Error{.code = "not_found"_ba});
    if (record && record->parent == chatbot->id && !typeOfKind(record->kind).isEmpty())
        return *record;
    if (record || record.error().code == "not_found")
        reply.refuse(notFound(u"Flow"_s));
    else
        reply.refuse(record.error());
    return std::nullopt;
}

std::optional<FlowRecord> FlowOperations::flowToChange(const ApiCall &call, const ApiReply &reply) const
{
    std::optional<FlowRecord> record = flow(call, reply);
    if (!record)
        return record;
    if (const std::optional<ApiError> error = unmetCondition(call.request, entityTag(record->visibleRevision))) {
        reply.refuse(*error);
        return std::nullopt;
    }
    return record;
}

void FlowOperations::list(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<FlowRecord> chatbot = chatbotOf(*m_service, call, reply);
    if (!chatbot)
        return;
    FlowQuery query;
    query.workspace = chatbot->workspace;
    query.parent = chatbot->id;
    query.limit = kListPiece;
    Json items = Json::array();
    do {
        const Result<FlowPage> page = m_service->list(query);
        if (!page)
            return reply.refuse(page.error());
        for (const FlowSummary &summary : page->flows) {
            if (!typeOfKind(summary.kind).isEmpty())
                items.append(itemJson(summary));
        }
        query.after = page->next;
    } while (!query.after.isEmpty());
    const qint64 total = items.size();
    reply.sendJson(200, Json::object({member("items", std::move(items)), member("total", Json::number(total))}));
}

void FlowOperations::create(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<FlowRecord> chatbot = chatbotOf(*m_service, call, reply);
    if (!chatbot)
        return;
    NewFlow created;
    created.workspace = chatbot->workspace;
    created.kind = kindOfType(call.body["type"].utf8());
    created.name = call.body["name"].toString();
    created.parent = chatbot->id;
    // Without a definition the page's answer holds {}, not the blank flow of the editor.
    created.state.content = call.body.contains("flow") ? Json(call.body["flow"]) : Json::object();
    created.origin = kApiOrigin;
    created.label = u"API: create flow"_s;
    const QByteArray base = call.basePath + "/chatbots/" + chatbot->id.utf8 + "/flows/";
    m_service->create(std::move(created), [reply, base](const Result<FlowRecord> &record) {
        if (record)
            sendFlow(201, *record, reply, base + record->id.utf8);
        else
            reply.refuse(record.error());
    });
}

void FlowOperations::show(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<FlowRecord> record = flow(call, reply);
    if (!record)
        return;
    const QByteArray tag = entityTag(record->visibleRevision);
    if (isUnmodified(call.request, tag))
        reply.sendNothing(304, {{"ETag"_ba, tag}});
    else
        sendFlow(200, *record, reply);
}

void FlowOperations::update(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<FlowRecord> record = flowToChange(call, reply);
    if (!record)
        return;
    RecordChange change;
    if (const Json *name = call.body.find("name"))
        change.name = name->toString();
    if (const Json *definition = call.body.find("flow"))
        change.content = *definition;
    std::optional<Commit> commit = commitOf(*record, change, u"API: update flow"_s);
    if (!commit)
        return sendFlow(200, *record, reply);
    m_service->commit(record->workspace, std::move(*commit), [reply](const Result<FlowRecord> &changed) {
        if (changed)
            sendFlow(200, *changed, reply);
        else
            reply.refuse(changed.error());
    });
}

void FlowOperations::remove(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<FlowRecord> record = flowToChange(call, reply);
    if (!record)
        return;
    m_service->remove(record->workspace, record->id, kApiOrigin, [reply](const Result<void> &done) {
        if (done)
            reply.sendNothing(204);
        else
            reply.refuse(done.error());
    });
}

void FlowOperations::validate(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<FlowRecord> record = flow(call, reply);
    if (!record)
        return;
    const Result<Problems> problems = m_service->validate(record->workspace, record->id);
    if (!problems)
        return reply.refuse(problems.error());
    reply.sendJson(
        200,
        Json::object({
            member("valid", Json::boolean(!hasErrors(*problems))),
            member("errors", findings(*problems, Severity::Error, record->kind, record->state.content)),
            member("warnings", findings(*problems, Severity::Warning, record->kind, record->state.content)),
        }));
}

void FlowOperations::publish(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<FlowRecord> record = flowToChange(call, reply);
    if (!record)
        return;
    m_service->publish(record->workspace, record->id, kApiOrigin, [reply](const Result<PublishOutcome> &outcome) {
        if (!outcome)
            return reply.refuse(outcome.error());
        const FlowRecord &after = outcome->flow;
        if (!outcome->version) {
            return reply.sendJson(
                400,
                Json::object({
                    member("detail", Json::string("Flow has validation errors")),
                    member("errors", findings(outcome->problems, Severity::Error, after.kind, after.state.content)),
                }));
        }
        reply.sendJson(
            200,
            Json::object({
                member("id", Json::string(after.id.utf8)),
                member("status", Json::string(statusName(after.status))),
                member("published_at", wholeSeconds(after.publishedAt.value_or(after.updatedAt))),
            }));
    });
}

} // namespace

ApiHandlers flowHandlers(FlowService &service)
{
    const FlowOperations operations(service);
    const auto bound
        = [&operations](void (FlowOperations::*operation)(const ApiCall &, const ApiReply &) const) -> ApiHandler {
        return [operations, operation](const ApiCall &call, const ApiReply &reply) {
            (operations.*operation)(call, reply);
        };
    };
    return {
        {"listFlows"_ba, bound(&FlowOperations::list)},      {"createFlow"_ba, bound(&FlowOperations::create)},
        {"getFlow"_ba, bound(&FlowOperations::show)},        {"updateFlow"_ba, bound(&FlowOperations::update)},
        {"deleteFlow"_ba, bound(&FlowOperations::remove)},   {"validateFlow"_ba, bound(&FlowOperations::validate)},
        {"publishFlow"_ba, bound(&FlowOperations::publish)},
    };
}

} // namespace jackfield::sarufi
