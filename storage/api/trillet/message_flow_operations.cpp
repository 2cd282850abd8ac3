// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/trillet/message_flow_operations.h"

#include "storage/api/answers/record_change.h"
#include "storage/api/trillet/flow_access.h"
#include "storage/api/trillet/message_flow_json.h"

namespace jackfield::trillet {

using namespace Qt::Literals::StringLiterals;

namespace {

RecordWriter writerOf(FlowService &service, Initiation initiation = Initiation::Hidden)
{
    return [blank = blankOf(service, kMessageKind), initiation](const FlowRecord &record) {
        return messageFlowJson(record, blank, initiation);
    };
}

void list(FlowService &service, const ApiCall &call, const ApiReply &reply)
{
    const Result<QList<FlowSummary>> flows = everyFlow(service, call.principal.workspace, kMessageKind);
    if (!flows)
        return reply.refuse(flows.error());
    const RecordWriter write = writerOf(service);
    Json items = Json::array();
    for (const FlowSummary &summary : *flows) {
        const Result<FlowRecord> record = service.flows().flow(call.principal.workspace, summary.id);
        if (!record)
            return reply.refuse(record.error());
        items.append(write(*record));
    }
    reply.sendJson(200, items);
}

void create(FlowService &service, const ApiCall &call, const ApiReply &reply)
{
    NewFlow flow;
    flow.workspace = call.principal.workspace;
    flow.kind = kMessageKind;
    flow.name = call.body["name"].toString();
    flow.state.content = newMessageContent(blankOf(service, kMessageKind), call.body);
    flow.properties = Json::object({member("folderId", Json())});
    flow.author = kApiAuthor;
    flow.label = u"API: create message flow"_s;
    service.flows().create(
        std::move(flow), sendingCreated(call.basePath + "/message-flows", writerOf(service, Initiation::Shown), reply));
}

void show(FlowService &service, const ApiCall &call, const ApiReply &reply)
{
    if (const std::optional<FlowRecord> record = flowOf(service, kMessageKind, call, reply))
        sendUnlessKnown(call, *record, writerOf(service), reply);
}

void update(FlowService &service, const ApiCall &call, const ApiReply &reply)
{
    const std::optional<FlowRecord> record = flowToChange(service, kMessageKind, call, reply);
    if (!record)
        return;
    const RecordChange change{.content = changedMessageContent(record->state.content, call.body)};
    commitAndSend(service, *record, commitOf(*record, change, u"API: update message flow"_s), writerOf(service), reply);
}

void toggleAutopilot(FlowService &service, const ApiCall &call, const ApiReply &reply)
{
    const std::optional<FlowRecord> record = flowToChange(service, kMessageKind, call, reply);
    if (!record)
        return;
    const RecordChange change{.content = toggledContent(record->state.content)};
    commitAndSend(
        service, *record, commitOf(*record, change, u"API: toggle autopilot"_s), writerOf(service, Initiation::Shown),
        reply);
}

void remove(FlowService &service, const ApiCall &call, const ApiReply &reply)
{
    if (const std::optional<FlowRecord> record = flowToChange(service, kMessageKind, call, reply))
        removeAndSend(service, *record, u"Message flow deleted successfully"_s, "messageFlowId", reply);
}

} // namespace

ApiHandlers messageFlowHandlers(FlowService &service)
{
    const auto bound = [&service](auto operation) -> ApiHandler {
        return [&service, operation](const ApiCall &call, const ApiReply &reply) { operation(service, call, reply); };
    };
    return {
        {"listMessageFlows"_ba, bound(list)},    {"createMessageFlow"_ba, bound(create)},
        {"getMessageFlow"_ba, bound(show)},      {"updateMessageFlow"_ba, bound(update)},
        {"patchMessageFlow"_ba, bound(update)},  {"toggleAutopilot"_ba, bound(toggleAutopilot)},
        {"deleteMessageFlow"_ba, bound(remove)},
    };
}

} // namespace jackfield::trillet
