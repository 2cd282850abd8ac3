// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/jackfield/flow_operations.h"

#include "storage/api/answers/api_text.h"
#include "storage/api/answers/paging.h"
#include "storage/api/answers/record_change.h"
#include "storage/files/flow_file.h"
#include "storage/files/store_flows.h"
#include "storage/records/missing.h"
#include "storage/records/stored_kind.h"

namespace jackfield::own {

using namespace Qt::Literals::StringLiterals;

namespace {

const PagingNames kPaging{"pageSize"_ba, "pageToken"_ba, 50, 200};

/// The id in a path or query; the prefix that an API shows ("bot_") does not matter here.
FlowId idIn(const QByteArray &text)
{
    return FlowId(text.sliced(text.lastIndexOf('_') + 1));
}

Json idOrNull(const FlowId &id)
{
    return id.isEmpty() ? Json() : Json::string(id.utf8);
}

Json itemJson(const FlowSummary &flow)
{
    return Json::object({
        member("id", Json::string(flow.id.utf8)),
        member("kind", Json::string(flow.kind)),
        member("name", Json::string(flow.name)),
        member("parent", idOrNull(flow.parent)),
        member("status", Json::string(statusName(flow.status))),
        member("createdAt", milliseconds(flow.createdAt)),
        member("updatedAt", milliseconds(flow.updatedAt)),
    });
}

void refuse(const ApiReply &reply, const Error &error)
{
    if (isMissing(error))
        reply.refuse(notFound(u"Flow"_s));
    else
        reply.refuse(error);
}

void list(FlowService &service, const ApiCall &call, const ApiReply &reply)
{
    const Result<PageRequest> wanted = pageRequest(call.request, kPaging, "flows");
    if (!wanted)
        return reply.refuse(wanted.error());
    FlowQuery query;
    query.workspace = call.principal.workspace;
    query.kind = call.request.queryValue("kind").value_or(QByteArray());
    if (const std::optional<QByteArray> parent = call.request.queryValue("parent"))
        query.parent = idIn(*parent);
    query.search = QString::fromUtf8(call.request.queryValue("search").value_or(QByteArray()));
    query.after = FlowId(wanted->after);
    query.limit = wanted->size;
    const Result<FlowPage> page = service.flows().list(query);
    if (!page)
        return reply.refuse(page.error());
    Json flows = Json::array();
    for (const FlowSummary &summary : page->flows)
        flows.append(itemJson(summary));
    Json token;
    QList<std::pair<QByteArray, QByteArray>> headers;
    if (!page->next.isEmpty()) {
        token = Json::string(pageToken("flows", page->next.utf8));
        headers.append({"Link"_ba, nextLink(call.request, kPaging, token.toUtf8())});
    }
    reply.sendJson(
        200,
        Json::object({
            member("flows", flows),
            member("nextPageToken", token),
            member("totalSize", Json::number(page->total)),
        }),
        headers);
}

void listProblems(FlowService &service, const ApiCall &call, const ApiReply &reply)
{
    const Result<Problems> problems = service.life().validate(call.principal.workspace, idIn(call.parameters.first()));
    if (!problems)
        return refuse(reply, problems.error());
    Json found = Json::array();
    for (const Problem &problem : *problems) {
        found.append(Json::object({
            member("severity", Json::string(problem.severity == Severity::Error ? "error" : "warning")),
            member("code", Json::string(problem.code)),
            member("message", Json::string(problem.message)),
            member("pointer", Json::string(problem.pointer.text())),
            member("node", Json::string(problem.node.utf8)),
            member("edge", Json::string(problem.edge.utf8)),
        }));
    }
    reply.sendJson(
        200, Json::object({member("valid", Json::boolean(!hasErrors(*problems))), member("problems", found)}));
}

void import(FlowService &service, const ApiCall &call, const ApiReply &reply)
{
    const WorkspaceId &workspace = call.principal.workspace;
    FlowId into;
    if (const std::optional<QByteArray> text = call.request.queryValue("into")) {
        into = idIn(*text);
        if (const Result<FlowRecord> parent = service.flows().flow(workspace, into); !parent)
            return refuse(reply, parent.error());
    }
    const QByteArray kind = call.request.queryValue("kind").value_or(QByteArray());
    if (!kind.isEmpty() && service.kinds().find(kind) == nullptr)
        return reply.refuse(ApiError{422, "unknown_kind"_ba, u"There is no kind '%1'."_s.arg(QString::fromUtf8(kind))});
    const QString name = QString::fromUtf8(call.request.queryValue("name").value_or("Imported"_ba));
    Result<QList<FileFlow>> flows = readFlowFile(service.kinds(), call.request.body, name, kind);
    if (!flows)
        return reply.refuse(flows.error());
    storeFlows(
        service, workspace, std::move(*flows), into, kApiAuthor, [reply](const Result<QList<FlowRecord>> &stored) {
            if (!stored)
                return reply.refuse(stored.error());
            Json list = Json::array();
            for (const FlowRecord &record : *stored) {
                list.append(Json::object({
                    member("id", Json::string(record.summary.id.utf8)),
                    member("kind", Json::string(record.summary.kind)),
                    member("name", Json::string(record.summary.name)),
                    member("parent", idOrNull(record.summary.parent)),
                }));
            }
            reply.sendJson(201, Json::object({member("flows", list)}));
        });
}

void exportFlow(FlowService &service, const ApiCall &call, const ApiReply &reply)
{
    const Result<FlowRecord> record = service.flows().flow(call.principal.workspace, idIn(call.parameters.first()));
    if (!record)
        return refuse(reply, record.error());
    const Result<const Kind *> kind = kindOf(service.kinds(), record->summary);
    if (!kind)
        return reply.refuse(kind.error());
    HttpResponse response;
    response.body = formatOfOrigin().write(**kind, *record);
    const QByteArray fileName = fileNameFor(record->summary.name).toUtf8().toPercentEncoding();
    response.setHeader("Content-Disposition"_ba, "attachment; filename*=UTF-8''" + fileName + ".json");
    reply.send(std::move(response));
}

void listTrash(FlowService &service, const ApiCall &call, const ApiReply &reply)
{
    const Result<QList<FlowSummary>> trash = service.flows().trash(call.principal.workspace);
    if (!trash)
        return reply.refuse(trash.error());
    Json flows = Json::array();
    for (const FlowSummary &summary : *trash)
        flows.append(itemJson(summary));
    reply.sendJson(200, Json::object({member("flows", flows)}));
}

void restore(FlowService &service, const ApiCall &call, const ApiReply &reply)
{
    service.flows().restore(
        call.principal.workspace, idIn(call.parameters.first()), kApiAuthor, [reply](const Result<FlowRecord> &record) {
            if (record)
                reply.sendJson(200, itemJson(record->summary));
            else
                refuse(reply, record.error());
        });
}

} // namespace

ApiHandlers flowHandlers(FlowService &service)
{
    const auto bound = [&service](void (*operation)(FlowService &, const ApiCall &, const ApiReply &)) -> ApiHandler {
        return [&service, operation](const ApiCall &call, const ApiReply &reply) { operation(service, call, reply); };
    };
    return {
        {"listFlows"_ba, bound(&list)},      {"listProblems"_ba, bound(&listProblems)},
        {"importFile"_ba, bound(&import)},   {"exportFlow"_ba, bound(&exportFlow)},
        {"listTrash"_ba, bound(&listTrash)}, {"restoreFlow"_ba, bound(&restore)},
    };
}

} // namespace jackfield::own
