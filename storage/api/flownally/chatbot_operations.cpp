// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/flownally/chatbot_operations.h"

#include "storage/api/api_text.h"
#include "storage/api/conditional.h"
#include "storage/api/flownally/chatbot_json.h"
#include "storage/api/paging.h"
#include "storage/api/record_change.h"

namespace jackfield::flownally {

using namespace Qt::Literals::StringLiterals;

namespace {

const PagingNames kPaging{"pageSize"_ba, "pageToken"_ba, 50, 200};
constexpr const char kKind[] = "chatbot";

class ChatbotOperations
{
public:
    explicit ChatbotOperations(FlowService &service)
        : m_service(&service), m_blank(service.kinds().find(kKind)->blank())
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
    /// The chatbot that the path names; refuses with 404 when there is none.
    std::optional<FlowRecord> chatbot(const ApiCall &call, const ApiReply &reply) const;
    /// The same for a change: refuses when If-Match does.
    std::optional<FlowRecord> chatbotToChange(const ApiCall &call, const ApiReply &reply) const;
    void
    sendChatbot(int status, const FlowRecord &record, const ApiReply &reply, const QByteArray &location = {}) const;
    Completion<FlowRecord> sendingChatbot(const ApiReply &reply) const;

    FlowService *m_service;
    Json m_blank;
};

std::optional<FlowRecord> ChatbotOperations::chatbot(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<QByteArray> id = idFromPath(call.parameters.first(), "bot_");
    Result<FlowRecord> record = id ? m_service->flow(call.principal.workspace, FlowId(*id))
                                   : Result<FlowRecord>(Error{.code = "not_found"_ba});
    if (record && record->kind == kKind)
        return *record;
    if (record || record.error().code == "not_found")
        reply.refuse(notFound(u"Chatbot"_s));
    else
        reply.refuse(record.error());
    return std::nullopt;
}

std::optional<FlowRecord> ChatbotOperations::chatbotToChange(const ApiCall &call, const ApiReply &reply) const
{
    std::optional<FlowRecord> record = chatbot(call, reply);
    if (!record)
        return record;
    if (const std::optional<ApiError> error = unmetCondition(call.request, entityTag(record->visibleRevision))) {
        reply.refuse(*error);
        return std::nullopt;
    }
    return record;
}

void ChatbotOperations::sendChatbot(
    int status, const FlowRecord &record, const ApiReply &reply, const QByteArray &location) const
{
    std::optional<FlowVersion> active;
    if (record.status == FlowStatus::Active) {
        Result<FlowVersion> version = m_service->version(record.workspace, record.id, record.activeVersion);
        if (!version) {
            reply.refuse(version.error());
            return;
        }
        active = *version;
    }
    QList<std::pair<QByteArray, QByteArray>> headers{{"ETag"_ba, entityTag(record.visibleRevision)}};
    if (!location.isEmpty())
        headers.append({"Location"_ba, location});
    reply.sendJson(status, chatbotJson(record, m_blank, active), headers);
}

Completion<FlowRecord> ChatbotOperations::sendingChatbot(const ApiReply &reply) const
{
    return [*this, reply](const Result<FlowRecord> &record) {
        if (record)
            sendChatbot(200, *record, reply);
        else
            reply.refuse(record.error());
    };
}

void ChatbotOperations::list(const ApiCall &call, const ApiReply &reply) const
{
    const Result<PageRequest> wanted = pageRequest(call.request, kPaging, "chatbots");
    if (!wanted)
        return reply.refuse(wanted.error());
    FlowQuery query;
    query.workspace = call.principal.workspace;
    query.kind = kKind;
    query.after = FlowId(wanted->after);
    query.limit = wanted->size;
    const Result<FlowPage> page = m_service->list(query);
    if (!page)
        return reply.refuse(page.error());
    Json chatbots = Json::array();
    for (const FlowSummary &summary : page->flows)
        chatbots.append(chatbotJson(summary));
    Json body = Json::object({member("chatbots", chatbots)});
    QList<std::pair<QByteArray, QByteArray>> headers;
    if (!page->next.isEmpty()) {
        const QByteArray token = pageToken("chatbots", page->next.utf8);
        body.set("nextPageToken", Json::string(token));
        headers.append({"Link"_ba, nextLink(call.request, kPaging, token)});
    }
    body.set("totalSize", Json::number(page->total));
    reply.sendJson(200, body, headers);
}

void ChatbotOperations::create(const ApiCall &call, const ApiReply &reply) const
{
    NewFlow flow;
    flow.workspace = call.principal.workspace;
    flow.kind = kKind;
    flow.name = call.body["name"].toString();
    flow.properties = propertiesWith(Json::object({member("teamIds", Json::array())}), call.body);
    flow.state.content = call.body["draft"];
    flow.origin = kApiOrigin;
    flow.label = u"API: create chatbot"_s;
    m_service->create(std::move(flow), [*this, reply, base = call.basePath](const Result<FlowRecord> &record) {
        if (record)
            sendChatbot(201, *record, reply, base + "/chatbots/bot_" + record->id.utf8);
        else
            reply.refuse(record.error());
    });
}

void ChatbotOperations::show(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<FlowRecord> record = chatbot(call, reply);
    if (!record)
        return;
    const QByteArray tag = entityTag(record->visibleRevision);
    if (isUnmodified(call.request, tag))
        reply.sendNothing(304, {{"ETag"_ba, tag}});
    else
        sendChatbot(200, *record, reply);
}

void ChatbotOperations::update(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<FlowRecord> record = chatbotToChange(call, reply);
    if (!record)
        return;
    RecordChange change;
    if (const Json *name = call.body.find("name"))
        change.name = name->toString();
    if (const Json *draft = call.body.find("draft"))
        change.content = *draft;
    change.properties = propertiesWith(record->properties, call.body);
    if (std::optional<Commit> commit = commitOf(*record, change, u"API: update chatbot"_s))
        m_service->commit(record->workspace, std::move(*commit), sendingChatbot(reply));
    else
        sendChatbot(200, *record, reply);
}

void ChatbotOperations::remove(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<FlowRecord> record = chatbotToChange(call, reply);
    if (!record)
        return;
    if (record->status == FlowStatus::Active)
        return reply.refuse(ApiError{409, "chatbot_active"_ba, u"Pause the chatbot before deleting it."_s});
    m_service->remove(record->workspace, record->id, kApiOrigin, [reply](const Result<void> &done) {
        if (done)
            reply.sendNothing(204);
        else
            reply.refuse(done.error());
    });
}

void ChatbotOperations::publish(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<FlowRecord> record = chatbotToChange(call, reply);
    if (!record)
        return;
    m_service->publish(record->workspace, record->id, kApiOrigin, [reply](const Result<PublishOutcome> &outcome) {
        if (!outcome)
            return reply.refuse(outcome.error());
        if (outcome->version)
            return reply.sendJson(200, versionJson(*outcome->version));
        ApiError error{422, "validation_failed"_ba, u"The draft cannot be published."_s};
        for (const Problem &problem : outcome->problems) {
            if (problem.severity == Severity::Error)
                error.violations.append({"/draft" + problem.pointer.text(), problem.message, problem.code});
        }
        reply.refuse(error);
    });
}

void ChatbotOperations::activate(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<FlowRecord> record = chatbotToChange(call, reply);
    if (!record)
        return;
    if (record->latestVersion.isEmpty())
        return reply.refuse(ApiError{409, "chatbot_not_published"_ba, u"Publish the chatbot before activating it."_s});
    m_service->activate(record->workspace, record->id, kApiOrigin, sendingChatbot(reply));
}

void ChatbotOperations::pause(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<FlowRecord> record = chatbotToChange(call, reply);
    if (!record)
        return;
    if (record->status != FlowStatus::Active)
        return reply.refuse(ApiError{409, "chatbot_not_active"_ba, u"Only an active chatbot can be paused."_s});
    m_service->pause(record->workspace, record->id, kApiOrigin, sendingChatbot(reply));
}

void ChatbotOperations::listVersions(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<FlowRecord> record = chatbot(call, reply);
    if (!record)
        return;
    const Result<PageRequest> wanted = pageRequest(call.request, kPaging, "versions");
    if (!wanted)
        return reply.refuse(wanted.error());
    const Result<FlowService::VersionPage> page
        = m_service->versions(record->workspace, record->id, wanted->after, wanted->size);
    if (!page)
        return reply.refuse(page.error());
    Json versions = Json::array();
    for (const FlowVersion &version : page->versions)
        versions.append(versionJson(version));
    Json body = Json::object({member("chatbotVersions", versions)});
    QList<std::pair<QByteArray, QByteArray>> headers;
    if (!page->next.isEmpty()) {
        const QByteArray token = pageToken("versions", page->next);
        body.set("nextPageToken", Json::string(token));
        headers.append({"Link"_ba, nextLink(call.request, kPaging, token)});
    }
    body.set("totalSize", Json::number(page->total));
    reply.sendJson(200, body, headers);
}

void ChatbotOperations::showVersion(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<FlowRecord> record = chatbot(call, reply);
    if (!record)
        return;
    const std::optional<QByteArray> id = idFromPath(call.parameters.at(1), "botv_");
    const Result<FlowVersion> version = id ? m_service->version(record->workspace, record->id, *id)
                                           : Result<FlowVersion>(Error{.code = "not_found"_ba});
    if (!version)
        return version.error().code == "not_found" ? reply.refuse(notFound(u"Version"_s))
                                                   : reply.refuse(version.error());
    // A version never changes: its id is as good a tag as any.
    const QByteArray tag = '"' + version->id + '"';
    if (isUnmodified(call.request, tag))
        reply.sendNothing(304, {{"ETag"_ba, tag}});
    else
        reply.sendJson(200, versionJson(*version), {{"ETag"_ba, tag}});
}

} // namespace

ApiHandlers chatbotHandlers(FlowService &service)
{
    const ChatbotOperations operations(service);
    const auto bound
        = [&operations](void (ChatbotOperations::*operation)(const ApiCall &, const ApiReply &) const) -> ApiHandler {
        return [operations, operation](const ApiCall &call, const ApiReply &reply) {
            (operations.*operation)(call, reply);
        };
    };
    return {
        {"listChatbots"_ba, bound(&ChatbotOperations::list)},
        {"createChatbot"_ba, bound(&ChatbotOperations::create)},
        {"getChatbot"_ba, bound(&ChatbotOperations::show)},
        {"updateChatbot"_ba, bound(&ChatbotOperations::update)},
        {"deleteChatbot"_ba, bound(&ChatbotOperations::remove)},
        {"publishChatbot"_ba, bound(&ChatbotOperations::publish)},
        {"activateChatbot"_ba, bound(&ChatbotOperations::activate)},
        {"pauseChatbot"_ba, bound(&ChatbotOperations::pause)},
        {"listChatbotVersions"_ba, bound(&ChatbotOperations::listVersions)},
        {"getChatbotVersion"_ba, bound(&ChatbotOperations::showVersion)},
    };
}

} // namespace jackfield::flownally
