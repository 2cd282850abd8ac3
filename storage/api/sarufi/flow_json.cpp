// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/sarufi/flow_json.h"

#include "model/kinds/conversation_flow/shape/platform_path.h"
#include "storage/api/answers/api_text.h"

#include <algorithm>
#include <array>

namespace jackfield::sarufi {

namespace {

constexpr const char kConversationKind[] = "conversation-flow";

struct TypeKind
{
    QByteArrayView type;
    QByteArrayView kind;
};
constexpr std::array kTypes{TypeKind{"conversation", kConversationKind}, TypeKind{"meta", "whatsapp-flow"}};

/// "screens[0].layout.children[2]"
QByteArray dottedPath(const JsonPointer &pointer)
{
    QByteArray path;
    for (const QByteArray &key : pointer.keys()) {
        if (arrayIndex(key) >= 0)
            path += '[' + key + ']';
        else
            path += (path.isEmpty() ? "" : ".") + key;
    }
    return path;
}

} // namespace

QByteArray kindOfType(QByteArrayView type)
{
    const auto *found = std::ranges::find(kTypes, type, &TypeKind::type);
    return found != kTypes.end() ? found->kind.toByteArray() : QByteArray();
}

QByteArray typeOfKind(QByteArrayView kind)
{
    const auto *found = std::ranges::find(kTypes, kind, &TypeKind::kind);
    return found != kTypes.end() ? found->type.toByteArray() : QByteArray();
}

Json flowJson(const FlowRecord &record)
{
    return Json::object({
        member("id", Json::string(record.summary.id.utf8)),
        member("chatbot_id", Json::string(record.summary.parent.utf8)),
        member("name", Json::string(record.summary.name)),
        member("type", Json::string(typeOfKind(record.summary.kind))),
        member("status", Json::string(statusName(record.summary.status))),
        member("flow", record.state.content),
        member("created_at", wholeSeconds(record.summary.createdAt)),
        member(
            "updated_at",
            record.summary.updatedAt == record.summary.createdAt ? Json() : wholeSeconds(record.summary.updatedAt)),
    });
}

Json itemJson(const FlowSummary &summary)
{
    return Json::object({
        member("id", Json::string(summary.id.utf8)),
        member("chatbot_id", Json::string(summary.parent.utf8)),
        member("name", Json::string(summary.name)),
        member("type", Json::string(typeOfKind(summary.kind))),
        member("status", Json::string(statusName(summary.status))),
        member("created_at", wholeSeconds(summary.createdAt)),
    });
}

Json findings(const Problems &problems, Severity severity, QByteArrayView kind, const Json &content)
{
    Json list = Json::array();
    for (const Problem &problem : problems) {
        if (problem.severity != severity)
            continue;
        const QByteArray path = kind == kConversationKind ? conversationflow::platformPath(content, problem.pointer)
                                                          : dottedPath(problem.pointer);
        list.append(
            Json::object({member("path", Json::string(path)), member("message", Json::string(problem.message))}));
    }
    return list;
}

} // namespace jackfield::sarufi
