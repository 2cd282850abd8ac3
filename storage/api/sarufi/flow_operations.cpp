// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/sarufi/flow_operations.h"

#include "storage/api/answers/api_text.h"
#include "storage/api/answers/record_answers.h"
#include "storage/api/answers/record_change.h"
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

std::optional<FlowRecord> FlowOperations::flow(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<FlowRecord> chatbot = chatbotOf(*m_service, call, reply);
    if (!chatbot)
        return std::nullopt;
    const std::optional<QByteArray> id = idFromPath(call.parameters.at(1));
    const Result<FlowRecord> record = flowNamed(*m_service, chatbot->workspace, id);
    const auto isIt = [&chatbot](const FlowRecord &found) {
        return found.summary.parent == chatbot->summary.id && !typeOfKind(found.summary.kind).isEmpty();
    };
    return foundOrRefused(record, isIt, notFound(u"Flow"_s), reply);
}

std::optional<FlowRecord> FlowOperations::flowToChange(const ApiCall &call, const ApiReply &reply) const
{
    return toChange(flow(call, reply), call, reply);
}

void FlowOperations::list(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<FlowRecord> chatbot = chatbotOf(*m_service, call, reply);
    if (!chatbot)
        return;
    FlowQuery query;
    query.workspace = chatbot->workspace;
    query.parent = chatbot->summary.id;
    query.limit = kListPiece;
    Json items = Json::array();
    do {
        const Result<FlowPage> page = m_service->flows().list(query);
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
    created.parent = chatbot->summary.id;
    // Without a definition the page's answer holds {}, not the blank flow of the editor.
    created.state.content = call.body.contains("flow") ? Json(call.body["flow"]) : Json::object();
    created.author = kApiAuthor;
    created.label = u"API: create flow"_s;
    const QByteArray collection = call.basePath + "/chatbots/" + chatbot->summary.id.utf8 + "/flows";
    m_service->flows().create(std::move(created), sendingCreated(collection, flowJson, reply));
}

void FlowOperations::show(const ApiCall &call, const ApiReply &reply) const
{
    if (const std::optional<FlowRecord> record = flow(call, reply))
        sendUnlessKnown(call, *record, flowJson, reply);
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
    commitAndSend(*m_service, *record, commitOf(*record, change, u"API: update flow"_s), flowJson, reply);
}

void FlowOperations::remove(const ApiCall &call, const ApiReply &reply) const
{
    if (const std::optional<FlowRecord> record = flowToChange(call, reply))
        m_service->flows().remove(record->workspace, record->summary.id, kApiAuthor, sendingNothing(reply));
}

void FlowOperations::validate(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<FlowRecord> record = flow(call, reply);
    if (!record)
        return;
    const Result<Problems> problems = m_service->life().validate(record->workspace, record->summary.id);
    if (!problems)
        return reply.refuse(problems.error());
    reply.sendJson(
        200,
        Json::object({
            member("valid", Json::boolean(!hasErrors(*problems))),
            member("errors", findings(*problems, Severity::Error, record->summary.kind, record->state.content)),
            member("warnings", findings(*problems, Severity::Warning, record->summary.kind, record->state.content)),
        }));
}

void FlowOperations::publish(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<FlowRecord> record = flowToChange(call, reply);
    if (!record)
        return;
    m_service->life().publish(
        record->workspace, record->summary.id, kApiAuthor, [reply](const Result<PublishOutcome> &outcome) {
            if (!outcome)
                return reply.refuse(outcome.error());
            const FlowRecord &after = outcome->flow;
            if (!outcome->version) {
                return reply.sendJson(
                    400,
                    Json::object({
                        member("detail", Json::string("Flow has validation errors")),
                        member(
                            "errors",
                            findings(outcome->problems, Severity::Error, after.summary.kind, after.state.content)),
                    }));
            }
            reply.sendJson(
                200,
                Json::object({
                    member("id", Json::string(after.summary.id.utf8)),
                    member("status", Json::string(statusName(after.summary.status))),
                    member("published_at", wholeSeconds(after.summary.publishedAt.value_or(after.summary.updatedAt))),
                }));
        });
}

} // namespace

ApiHandlers flowHandlers(FlowService &service)
{
    const FlowOperations operations(service);
    return {
        {"listFlows"_ba, handlerOf(operations, &FlowOperations::list)},
        {"createFlow"_ba, handlerOf(operations, &FlowOperations::create)},
        {"getFlow"_ba, handlerOf(operations, &FlowOperations::show)},
        {"updateFlow"_ba, handlerOf(operations, &FlowOperations::update)},
        {"deleteFlow"_ba, handlerOf(operations, &FlowOperations::remove)},
        {"validateFlow"_ba, handlerOf(operations, &FlowOperations::validate)},
        {"publishFlow"_ba, handlerOf(operations, &FlowOperations::publish)},
    };
}

} // namespace jackfield::sarufi
