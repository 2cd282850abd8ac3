// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/host/control_commands.h"

#include "storage/api/api_table.h"
#include "storage/files/flow_file.h"
#include "storage/files/store_flows.h"
#include "storage/records/missing.h"
#include "storage/records/stored_kind.h"

#include <QDateTime>
#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

using Answer = std::function<void(Json)>;

constexpr int kListLimit = 1'000'000;

Json valueAnswer(Json value)
{
    return Json::object({member("value", std::move(value))});
}

Error invalid(const QString &message)
{
    return {"invalid", message};
}

Json timeText(Timestamp time)
{
    return Json::string(QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs));
}

WorkspaceId workspaceOf(const FlowService &service, const Json &request)
{
    const QByteArray id = request["workspace"].toUtf8();
    return id.isEmpty() ? service.workspaces().defaultId() : WorkspaceId(id);
}

Json described(const FlowSummary &flow)
{
    return Json::object({
        member("id", Json::string(flow.id.utf8)),
        member("kind", Json::string(flow.kind)),
        member("name", Json::string(flow.name)),
        member("status", Json::string(statusName(flow.status))),
        member("parent", flow.parent.isEmpty() ? Json() : Json::string(flow.parent.utf8)),
        member("createdAt", timeText(flow.createdAt)),
        member("updatedAt", timeText(flow.updatedAt)),
    });
}

Result<FlowRecord> findFlow(FlowService &service, const Json &request)
{
    const FlowId id(request["id"].toUtf8());
    for (const Workspace &workspace : service.workspaces().all()) {
        if (Result<FlowRecord> found = service.flows().flow(workspace.id, id); found || !isMissing(found.error()))
            return found;
    }
    return Error{
        "not_found", u"There is no flow \"%1\": jackfieldctl list shows those there are."_s.arg(id.toString())};
}

void createKey(FlowService &service, const Json &request, const Answer &answer)
{
    const ApiName *api = findApi(request["api"].utf8());
    if (!api)
        return answer(controlError(invalid(u"There is no API \"%1\"."_s.arg(request["api"].toString()))));
    const std::optional<Role> role
        = request["role"].isString() ? roleFromName(request["role"].utf8()) : std::optional(Role::Owner);
    if (!role)
        return answer(
            controlError(invalid(u"A role is owner, admin or agent, not \"%1\"."_s.arg(request["role"].toString()))));
    KeyRequest key = keyRequestFor(*api);
    key.workspace = workspaceOf(service, request);
    key.role = *role;
    key.name = request["name"].toString();
    for (const Json &scope : request["scopes"].items())
        key.scopes << scope.toUtf8();
    service.keys().create(key, [answer](const Result<NewKey> &made) {
        if (!made)
            return answer(controlError(made.error()));
        answer(valueAnswer(
            Json::object({member("id", Json::string(made->key.id)), member("secret", Json::string(made->secret))})));
    });
}

void listKeys(FlowService &service, const Json &, const Answer &answer)
{
    Json list = Json::array();
    for (const ApiKey &key : service.keys().all()) {
        Json scopes = Json::array();
        for (const QByteArray &scope : key.scopes)
            scopes.append(Json::string(scope));
        list.append(Json::object({
            member("id", Json::string(key.id)),
            member("api", Json::string(key.api)),
            member("role", Json::string(roleName(key.role))),
            member("scopes", scopes),
            member("workspace", Json::string(key.workspace.utf8)),
            member("name", Json::string(key.name)),
            member("shown", Json::string(key.shown)),
            member("createdAt", timeText(key.createdAt)),
        }));
    }
    answer(valueAnswer(list));
}

void revokeKey(FlowService &service, const Json &request, const Answer &answer)
{
    service.keys().revoke(request["id"].toUtf8(), [answer](const Result<void> &done) {
        answer(done ? valueAnswer(Json::boolean(true)) : controlError(done.error()));
    });
}

Json described(const Workspace &workspace)
{
    return Json::object({member("id", Json::string(workspace.id.utf8)), member("name", Json::string(workspace.name))});
}

void listWorkspaces(FlowService &service, const Json &, const Answer &answer)
{
    Json list = Json::array();
    for (const Workspace &workspace : service.workspaces().all())
        list.append(described(workspace));
    answer(valueAnswer(list));
}

void createWorkspace(FlowService &service, const Json &request, const Answer &answer)
{
    service.workspaces().create(request["name"].toString(), [answer](const Result<Workspace> &made) {
        answer(made ? valueAnswer(described(*made)) : controlError(made.error()));
    });
}

void listFlows(FlowService &service, const Json &request, const Answer &answer)
{
    const QByteArray kind = request["kind"].toUtf8();
    if (!kind.isEmpty() && !service.kinds().find(kind))
        return answer(controlError(invalid(u"There is no kind \"%1\"."_s.arg(QString::fromUtf8(kind)))));
    const Result<FlowPage> page
        = service.flows().list({.workspace = workspaceOf(service, request), .kind = kind, .limit = kListLimit});
    if (!page)
        return answer(controlError(page.error()));
    Json list = Json::array();
    for (const FlowSummary &flow : page->flows)
        list.append(described(flow));
    answer(valueAnswer(list));
}

void showFlow(FlowService &service, const Json &request, const Answer &answer)
{
    const Result<FlowRecord> flow = findFlow(service, request);
    if (!flow)
        return answer(controlError(flow.error()));
    Json shown = described(flow->summary);
    shown.set("revision", Json::number(flow->revision));
    shown.set("properties", flow->summary.properties);
    shown.set("content", flow->state.content);
    answer(valueAnswer(shown));
}

void deleteFlow(FlowService &service, const Json &request, const Answer &answer)
{
    const Result<FlowRecord> flow = findFlow(service, request);
    if (!flow)
        return answer(controlError(flow.error()));
    service.flows().remove(flow->workspace, flow->summary.id, "cli", [answer](const Result<void> &done) {
        answer(done ? valueAnswer(Json::boolean(true)) : controlError(done.error()));
    });
}

void importFlows(FlowService &service, const Json &request, const Answer &answer)
{
    Result<QList<FileFlow>> flows
        = readFlowFile(service.kinds(), request["text"].utf8(), request["file"].toString(), request["kind"].utf8());
    if (!flows)
        return answer(controlError(flows.error()));
    WorkspaceId workspace = workspaceOf(service, request);
    FlowId parent;
    if (request["into"].isString()) {
        const Result<FlowRecord> owner = findFlow(service, Json::object({member("id", request["into"])}));
        if (!owner)
            return answer(controlError(owner.error()));
        parent = owner->summary.id;
        workspace = owner->workspace;
    }
    storeFlows(service, workspace, *flows, parent, "cli", [answer](const Result<QList<FlowRecord>> &stored) {
        if (!stored)
            return answer(controlError(stored.error()));
        Json list = Json::array();
        for (const FlowRecord &flow : *stored)
            list.append(described(flow.summary));
        answer(valueAnswer(list));
    });
}

void exportFlow(FlowService &service, const Json &request, const Answer &answer)
{
    const FileFormat *format = request["format"].isString() ? fileFormat(request["format"].utf8()) : &formatOfOrigin();
    if (!format)
        return answer(controlError(
            invalid(u"A format is %1, not \"%2\"."_s.arg(fileFormatNames(), request["format"].toString()))));
    const Result<FlowRecord> flow = findFlow(service, request);
    if (!flow)
        return answer(controlError(flow.error()));
    const Result<const Kind *> kind = kindOf(service.kinds(), flow->summary);
    if (!kind)
        return answer(controlError(kind.error()));
    answer(valueAnswer(Json::string(format->write(**kind, *flow))));
}

void ping(FlowService &, const Json &, const Answer &answer)
{
    answer(valueAnswer(Json::boolean(true)));
}

using Command = void (*)(FlowService &, const Json &, const Answer &);

const QHash<QByteArray, Command> &commands()
{
    static const QHash<QByteArray, Command> table = {
        {"ping", ping},
        {"key.create", createKey},
        {"key.list", listKeys},
        {"key.revoke", revokeKey},
        {"workspace.list", listWorkspaces},
        {"workspace.create", createWorkspace},
        {"flow.list", listFlows},
        {"flow.show", showFlow},
        {"flow.delete", deleteFlow},
        {"flow.import", importFlows},
        {"flow.export", exportFlow},
    };
    return table;
}

} // namespace

void runControlCommand(FlowService &service, const Json &request, const std::function<void(Json)> &answer)
{
    if (const Command command = commands().value(request["command"].toUtf8()))
        command(service, request, answer);
    else
        answer(controlError(
            invalid(u"This version does not know the request \"%1\"."_s.arg(request["command"].toString()))));
}

Json controlError(const Error &error)
{
    return Json::object({member(
        "error",
        Json::object({
            member("code", Json::string(error.code)),
            member("message", Json::string(error.message)),
            member("pointer", Json::string(error.pointer)),
            member("line", Json::number(qint64(error.line))),
            member("column", Json::number(qint64(error.column))),
        }))});
}

Result<Json> controlValue(const Json &answer)
{
    if (const Json *value = answer.find("value"))
        return *value;
    const Json &error = answer["error"];
    return Error{
        error["code"].toUtf8(), error["message"].toString(), error["pointer"].toUtf8(),
        int(error["line"].toInteger().value_or(0)), int(error["column"].toInteger().value_or(0))};
}

} // namespace jackfield
