// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/trillet/resource.h"

#include "storage/api/trillet/call_flow_json.h"
#include "storage/api/trillet/call_flow_refusals.h"
#include "storage/api/trillet/flow_access.h"
#include "storage/api/trillet/message_flow_json.h"

#include <algorithm>

namespace jackfield::trillet {

using namespace Qt::Literals::StringLiterals;

namespace {

Json listedCallFlow(FlowService &, const FlowRecord &record, const Json &blank)
{
    return callFlowItemJson(record, blank);
}

Json shownCallFlow(FlowService &service, const FlowRecord &record, const Json &blank)
{
    return callFlowJson(record, folderIdOf(service, record), blank);
}

Json shownMessageFlow(FlowService &, const FlowRecord &record, const Json &blank)
{
    return messageFlowJson(record, blank);
}

Json startedMessageFlow(FlowService &, const FlowRecord &record, const Json &blank)
{
    return messageFlowJson(record, blank, Initiation::Shown);
}

} // namespace

QByteArray Resource::idMember() const
{
    return noun.first(1).toLower() + noun.sliced(1) + "Id";
}

const QList<Resource> &resources()
{
    static const QList<Resource> all{
        {.kind = "call-flow"_ba,
         .noun = "CallFlow"_ba,
         .title = u"Call flow"_s,
         .path = "call-flows"_ba,
         .flowType = "call"_ba,
         .folderModel = "Flow"_ba,
         .listed = listedCallFlow,
         .shown = shownCallFlow,
         .started = shownCallFlow,
         .made = newCallFlow,
         .changed = changedCallFlow,
         .refusalOfNew = refusalOfNewCallFlow,
         .refusalOfChange = refusalOfCallFlowChange},
        {.kind = "message-flow"_ba,
         .noun = "MessageFlow"_ba,
         .title = u"Message flow"_s,
         .path = "message-flows"_ba,
         .flowType = "message"_ba,
         .folderModel = "MessageFlow"_ba,
         .listed = shownMessageFlow,
         .shown = shownMessageFlow,
         .started = startedMessageFlow,
         .made = newMessageFlow,
         .changed = changedMessageFlow,
         .toggled = toggledContent},
    };
    return all;
}

const Resource *findFlowType(QByteArrayView flowType)
{
    const auto found = std::ranges::find(resources(), flowType, &Resource::flowType);
    return found == resources().cend() ? nullptr : &*found;
}

ApiError noSuchFlow(const Resource &resource)
{
    return notFound(resource.title);
}

} // namespace jackfield::trillet
