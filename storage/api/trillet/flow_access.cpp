// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/trillet/flow_access.h"

#include "storage/api/answers/record_change.h"

#include <algorithm>

namespace jackfield::trillet {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kIdDigits = 24;
constexpr int kListPiece = 1000; ///< flows that are read from the store at once

} // namespace

bool isHexId(QByteArrayView text)
{
    return text.size() == kIdDigits
        && std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

Json blankOf(const FlowService &service, QByteArrayView kind)
{
    return service.kinds().find(kind)->files().blank();
}

ApiError noSuchFlow(QByteArrayView kind)
{
    return notFound(kind == kCallKind ? u"Call flow"_s : u"Message flow"_s);
}

std::optional<FlowRecord> flowOf(FlowService &service, QByteArrayView kind, const ApiCall &call, const ApiReply &reply)
{
    const QByteArray &id = call.parameters.first();
    const Result<FlowRecord> record
        = flowNamed(service, call.principal.workspace, isHexId(id) ? std::optional(id) : std::nullopt);
    const auto isIt = [kind](const FlowRecord &found) { return found.summary.kind == kind; };
    return foundOrRefused(record, isIt, noSuchFlow(kind), reply);
}

std::optional<FlowRecord>
flowToChange(FlowService &service, QByteArrayView kind, const ApiCall &call, const ApiReply &reply)
{
    return toChange(flowOf(service, kind, call, reply), call, reply);
}

Result<QList<FlowSummary>> everyFlow(FlowService &service, const WorkspaceId &workspace, QByteArrayView kind)
{
    FlowQuery query;
    query.workspace = workspace;
    query.kind = kind.toByteArray();
    query.limit = kListPiece;
    QList<FlowSummary> flows;
    do {
        const Result<FlowPage> page = service.flows().list(query);
        if (!page)
            return page.error();
        flows.append(page->flows);
        query.after = page->next;
    } while (!query.after.isEmpty());
    return flows;
}

Json folderIdOf(FlowService &service, const FlowRecord &record)
{
    const Json &id = record.summary.properties["folderId"];
    return id.isString() && service.shelves().shelf(record.workspace, id.toUtf8()) ? id : Json();
}

void removeAndSend(
    FlowService &service, const FlowRecord &record, const QString &message, QByteArrayView idName,
    const ApiReply &reply)
{
    const Json answer = Json::object({
        member("status", Json::string("success")),
        member("message", Json::string(message)),
        member(idName, Json::string(record.summary.id.utf8)),
    });
    service.flows().remove(record.workspace, record.summary.id, kApiAuthor, [answer, reply](const Result<void> &done) {
        if (done)
            reply.sendJson(200, answer);
        else
            reply.refuse(done.error());
    });
}

} // namespace jackfield::trillet
