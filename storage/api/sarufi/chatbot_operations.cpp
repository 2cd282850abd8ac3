// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/sarufi/chatbot_operations.h"

#include "storage/api/answers/api_text.h"
#include "storage/api/answers/paging.h"
#include "storage/api/answers/record_answers.h"
#include "storage/api/answers/record_change.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace jackfield::sarufi {

using namespace Qt::Literals::StringLiterals;

namespace {

const PagingNames kPaging{"limit"_ba, "cursor"_ba, 29, 37};
constexpr const char kKind[] = "chatbot";

Json wordOrNull(const Json &properties, QByteArrayView key)
{
    const Json *value = properties.find(key);
    return value != nullptr ? *value : Json();
}

bool isActive(FlowStatus status)
{
    return status != FlowStatus::Paused;
}

Json chatbotJson(const FlowRecord &record)
{
    return Json::object({
        member("id", Json::string(record.summary.id.utf8)),
        member("workspace_id", Json::string(record.workspace.utf8)),
        member("name", Json::string(record.summary.name)),
        member("description", wordOrNull(record.summary.properties, "description")),
        member("category", wordOrNull(record.summary.properties, "category")),
        member("webhook_secret", wordOrNull(record.summary.properties, "webhookSecret")),
        member("is_active", Json::boolean(isActive(record.summary.status))),
        member("created_at", wholeSeconds(record.summary.createdAt)),
        member(
            "updated_at",
            record.summary.updatedAt == record.summary.createdAt ? Json() : wholeSeconds(record.summary.updatedAt)),
    });
}

Json chatbotItemJson(const FlowSummary &summary)
{
    return Json::object({
        member("id", Json::string(summary.id.utf8)),
        member("name", Json::string(summary.name)),
        member("description", wordOrNull(summary.properties, "description")),
        member("is_active", Json::boolean(isActive(summary.status))),
        member("created_at", wholeSeconds(summary.createdAt)),
    });
}

Json propertiesWith(Json properties, const Json &body)
{
    for (const QByteArrayView key : {QByteArrayView("description"), QByteArrayView("category")}) {
        if (const Json *value = body.find(key))
            properties.set(key, *value);
    }
    return properties;
}

QByteArray newWebhookSecret()
{
    std::array<quint32, 8> words;
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return kWebhookSecretPrefix + QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toHex();
}

class ChatbotOperations
{
public:
    explicit ChatbotOperations(FlowService &service) : m_service(&service) { }

    void showWorkspace(const ApiCall &call, const ApiReply &reply) const;
    void list(const ApiCall &call, const ApiReply &reply) const;
    void create(const ApiCall &call, const ApiReply &reply) const;
    void show(const ApiCall &call, const ApiReply &reply) const;
    void update(const ApiCall &call, const ApiReply &reply) const;
    void remove(const ApiCall &call, const ApiReply &reply) const;
    void showStatistics(const ApiCall &call, const ApiReply &reply) const;

private:
    std::optional<FlowRecord> chatbotToChange(const ApiCall &call, const ApiReply &reply) const;
    bool isTaken(const WorkspaceId &workspace, const QString &name) const;

    FlowService *m_service;
};

ApiError nameTaken(const QString &name)
{
    return {409, "conflict"_ba, u"A chatbot with the name '%1' exists already in this workspace."_s.arg(name)};
}

std::optional<FlowRecord> ChatbotOperations::chatbotToChange(const ApiCall &call, const ApiReply &reply) const
{
    return toChange(chatbotOf(*m_service, call, reply), call, reply);
}

bool ChatbotOperations::isTaken(const WorkspaceId &workspace, const QString &name) const
{
    return m_service->flows().freeName(workspace, kKind, {}, name) != name;
}

void ChatbotOperations::showWorkspace(const ApiCall &call, const ApiReply &reply) const
{
    const QList<Workspace> workspaces = m_service->workspaces().all();
    const auto own = std::ranges::find(workspaces, call.principal.workspace, &Workspace::id);
    if (own == workspaces.cend())
        return reply.refuse(notFound(u"Workspace"_s));
    reply.sendJson(
        200,
        Json::object({
            member("id", Json::string(own->id.utf8)),
            member("name", Json::string(own->name)),
            member("created_at", wholeSeconds(own->createdAt)),
        }));
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
    const Result<FlowPage> page = m_service->flows().list(query);
    if (!page)
        return reply.refuse(page.error());
    Json items = Json::array();
    for (const FlowSummary &summary : page->flows)
        items.append(chatbotItemJson(summary));
    Json cursor;
    QList<std::pair<QByteArray, QByteArray>> headers;
    if (!page->next.isEmpty()) {
        const QByteArray token = pageToken("chatbots", page->next.utf8);
        cursor = Json::string(token);
        headers.append({"Link"_ba, nextLink(call.request, kPaging, token)});
    }
    reply.sendJson(
        200,
        Json::object({
            member("items", items),
            member("next_cursor", cursor),
            member("total", Json::number(page->total)),
        }),
        headers);
}

void ChatbotOperations::create(const ApiCall &call, const ApiReply &reply) const
{
    const QString name = call.body["name"].toString();
    if (isTaken(call.principal.workspace, name))
        return reply.refuse(nameTaken(name));
    NewFlow flow;
    flow.workspace = call.principal.workspace;
    flow.kind = kKind;
    flow.name = name;
    flow.properties
        = propertiesWith(Json::object({member("webhookSecret", Json::string(newWebhookSecret()))}), call.body);
    flow.author = kApiAuthor;
    flow.label = u"API: create chatbot"_s;
    m_service->flows().create(std::move(flow), sendingCreated(call.basePath + "/chatbots", chatbotJson, reply));
}

void ChatbotOperations::show(const ApiCall &call, const ApiReply &reply) const
{
    if (const std::optional<FlowRecord> record = chatbotOf(*m_service, call, reply))
        sendUnlessKnown(call, *record, chatbotJson, reply);
}

void ChatbotOperations::update(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<FlowRecord> record = chatbotToChange(call, reply);
    if (!record)
        return;
    RecordChange change{.properties = propertiesWith(record->summary.properties, call.body)};
    if (const Json *name = call.body.find("name")) {
        change.name = name->toString();
        if (*change.name != record->summary.name && isTaken(record->workspace, *change.name))
            return reply.refuse(nameTaken(*change.name));
    }
    commitAndSend(*m_service, *record, commitOf(*record, change, u"API: update chatbot"_s), chatbotJson, reply);
}

void ChatbotOperations::remove(const ApiCall &call, const ApiReply &reply) const
{
    if (const std::optional<FlowRecord> record = chatbotToChange(call, reply))
        m_service->flows().remove(record->workspace, record->summary.id, kApiAuthor, sendingNothing(reply));
}

void ChatbotOperations::showStatistics(const ApiCall &call, const ApiReply &reply) const
{
    const std::optional<FlowRecord> record = chatbotOf(*m_service, call, reply);
    if (!record)
        return;
    const Json none = Json::number(qint64(0));
    reply.sendJson(
        200,
        Json::object({
            member("id", Json::string(record->summary.id.utf8)),
            member("name", Json::string(record->summary.name)),
            member("is_active", Json::boolean(isActive(record->summary.status))),
            member(
                "stats",
                Json::object(
                    {member("total_conversations", none), member("total_messages", none),
                     member("active_users_7d", none)})),
            member("created_at", wholeSeconds(record->summary.createdAt)),
        }));
}

} // namespace

std::optional<FlowRecord> chatbotOf(FlowService &service, const ApiCall &call, const ApiReply &reply)
{
    const std::optional<QByteArray> id = idFromPath(call.parameters.first(), "bot_");
    const Result<FlowRecord> record = flowNamed(service, call.principal.workspace, id);
    const auto isIt = [](const FlowRecord &found) { return found.summary.kind == kKind; };
    return foundOrRefused(record, isIt, notFound(u"Chatbot"_s), reply);
}

ApiHandlers chatbotHandlers(FlowService &service)
{
    const ChatbotOperations operations(service);
    return {
        {"getWorkspace"_ba, handlerOf(operations, &ChatbotOperations::showWorkspace)},
        {"listChatbots"_ba, handlerOf(operations, &ChatbotOperations::list)},
        {"createChatbot"_ba, handlerOf(operations, &ChatbotOperations::create)},
        {"getChatbot"_ba, handlerOf(operations, &ChatbotOperations::show)},
        {"updateChatbot"_ba, handlerOf(operations, &ChatbotOperations::update)},
        {"deleteChatbot"_ba, handlerOf(operations, &ChatbotOperations::remove)},
        {"getChatbotStats"_ba, handlerOf(operations, &ChatbotOperations::showStatistics)},
    };
}

} // namespace jackfield::sarufi
