// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/trillet/call_flow_operations.h"

#include "storage/api/answers/record_change.h"
#include "storage/api/trillet/call_flow_json.h"
#include "storage/api/trillet/flow_access.h"

namespace jackfield::trillet {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr char kGlobalScope[] = "call-flows:global";

RecordWriter writerOf(FlowService &service)
{
    return [&service, blank = blankOf(service, kCallKind)](const FlowRecord &record) {
        return callFlowJson(record, folderIdOf(service, record), blank);
    };
}

ApiError wrongMember(const QByteArray &pointer, const QString &message)
{
    return apiError({Violation{pointer, message, "invalid"_ba}});
}

/// Making a flow global, or taking that back, needs more than writing call flows.
std::optional<ApiError> forbiddenGlobal(const ApiCall &call, bool isGlobal)
{
    const Json *wanted = call.body.find("isGlobal");
    if (wanted == nullptr || wanted->toBool() == isGlobal)
        return std::nullopt;
    if (call.principal.role == Role::Agent)
        return ApiError{403, "insufficient_role"_ba, u"A key with the role agent may not make a call flow global."_s};
    if (!call.principal.hasScope(kGlobalScope))
        return insufficientScope(kGlobalScope);
    return std::nullopt;
}

void list(FlowService &service, const ApiCall &call, const ApiReply &reply)
{
    const Result<QList<FlowSummary>> flows = everyFlow(service, call.principal.workspace, kCallKind);
    if (!flows)
        return reply.refuse(flows.error());
    const Json blank = blankOf(service, kCallKind);
    Json items = Json::array();
    for (const FlowSummary &summary : *flows) {
        const Result<FlowRecord> record = service.flows().flow(call.principal.workspace, summary.id);
        if (!record)
            return reply.refuse(record.error());
        items.append(callFlowItemJson(*record, blank));
    }
    reply.sendJson(200, items);
}

void create(FlowService &service, const ApiCall &call, const ApiReply &reply)
{
    if (const std::optional<ApiError> error = forbiddenGlobal(call, false))
        return reply.refuse(*error);
    const WorkspaceId &workspace = call.principal.workspace;
    if (const Json &folder = call.body["folderId"]; folder.isString()) {
        const Result<FlowShelf> found = service.shelves().shelf(workspace, folder.toUtf8());
        if (!found || found->properties["flowType"].utf8() != "call")
            return reply.refuse(wrongMember("/folderId"_ba, u"must be null or the id of a folder for call flows"_s));
    }
    CallFlowParts parts = newCallFlow(
        blankOf(service, kCallKind), call.body, [&service] { return service.newHexId(); }, service.now());
    NewFlow flow;
    flow.workspace = workspace;
    flow.kind = kCallKind;
    flow.name = call.body["name"].toString();
    flow.state.content = std::move(parts.content);
    flow.properties = std::move(parts.properties);
    flow.author = kApiAuthor;
    flow.label = u"API: create call flow"_s;
    service.flows().create(std::move(flow), sendingCreated(call.basePath + "/call-flows", writerOf(service), reply));
}

void show(FlowService &service, const ApiCall &call, const ApiReply &reply)
{
    if (const std::optional<FlowRecord> record = flowOf(service, kCallKind, call, reply))
        sendUnlessKnown(call, *record, writerOf(service), reply);
}

void update(FlowService &service, const ApiCall &call, const ApiReply &reply)
{
    const std::optional<FlowRecord> record = flowToChange(service, kCallKind, call, reply);
    if (!record)
        return;
    if (const std::optional<ApiError> error = forbiddenGlobal(call, record->summary.properties["isGlobal"].toBool()))
        return reply.refuse(*error);
    // Reads can show "flow", and an update has to say something: saying it again is no change.
    const Json &type = call.body["promptType"];
    if (type.utf8() == "flow" && type != record->state.content["promptType"])
        return reply.refuse(wrongMember("/promptType"_ba, u"can only be set to 'simple'"_s));
    CallFlowParts parts = changedCallFlow(
        *record, call.body, [&service] { return service.newHexId(); }, service.now());
    RecordChange change{.content = std::move(parts.content), .properties = std::move(parts.properties)};
    if (const Json *name = call.body.find("name"))
        change.name = name->toString();
    commitAndSend(service, *record, commitOf(*record, change, u"API: update call flow"_s), writerOf(service), reply);
}

void remove(FlowService &service, const ApiCall &call, const ApiReply &reply)
{
    if (const std::optional<FlowRecord> record = flowToChange(service, kCallKind, call, reply))
        removeAndSend(service, *record, u"Call flow deleted successfully"_s, "callFlowId", reply);
}

} // namespace

ApiHandlers callFlowHandlers(FlowService &service)
{
    const auto bound = [&service](auto operation) -> ApiHandler {
        return [&service, operation](const ApiCall &call, const ApiReply &reply) { operation(service, call, reply); };
    };
    return {
        {"listCallFlows"_ba, bound(list)},   {"createCallFlow"_ba, bound(create)},
        {"getCallFlow"_ba, bound(show)},     {"updateCallFlow"_ba, bound(update)},
        {"patchCallFlow"_ba, bound(update)}, {"deleteCallFlow"_ba, bound(remove)},
    };
}

} // namespace jackfield::trillet
