// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/call/api_call.h"
#include "storage/service/flow_service.h"

namespace jackfield {

// What every API does with one stored record: show it, change it, say that it is gone. How it looks is the API's.

/// A record as an API writes it.
using RecordWriter = std::function<Json(const FlowRecord &)>;

/// With the ETag of the record.
void sendRecord(int status, const FlowRecord &record, const RecordWriter &write, const ApiReply &reply);
/// 200 with the record, or 304 when If-None-Match says that the client has it.
void sendUnlessKnown(const ApiCall &call, const FlowRecord &record, const RecordWriter &write, const ApiReply &reply);
/// 201 with the record and where it is: `collection`, a slash, its id.
Completion<FlowRecord> sendingCreated(const QByteArray &collection, const RecordWriter &write, const ApiReply &reply);
/// 204.
Completion<void> sendingNothing(const ApiReply &reply);
/// Stores a change and answers 200 with the record; a change that is none answers with the record as it is.
void commitAndSend(
    FlowService &service, const FlowRecord &before, std::optional<Commit> commit, const RecordWriter &write,
    const ApiReply &reply);

/// The flow with the id that a path names; none is an error not_found as that of an id that nothing has: it is for a
/// text that can be no id.
Result<FlowRecord> flowNamed(FlowService &service, const WorkspaceId &workspace, const std::optional<QByteArray> &id);

/// What a path named: refuses with `missing` and gives none when it is not there or not `wanted`, which looks at a
/// record that is. Any other error of the service is refused as such.
std::optional<FlowRecord> foundOrRefused(
    const Result<FlowRecord> &record, const std::function<bool(const FlowRecord &)> &wanted, const ApiError &missing,
    const ApiReply &reply);

/// The same record, for a change of it: refuses and gives none when If-Match forbids one. None stays none.
std::optional<FlowRecord> toChange(std::optional<FlowRecord> record, const ApiCall &call, const ApiReply &reply);

/// A handler that calls a member function of a copy of `operations`.
template <typename Operations>
ApiHandler
handlerOf(const Operations &operations, void (Operations::*operation)(const ApiCall &, const ApiReply &) const)
{
    return
        [operations, operation](const ApiCall &call, const ApiReply &reply) { (operations.*operation)(call, reply); };
}

} // namespace jackfield
