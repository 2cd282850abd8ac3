// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/answers/record_answers.h"

#include "storage/api/answers/conditional.h"
#include "storage/records/missing.h"

namespace jackfield {

void sendRecord(int status, const FlowRecord &record, const RecordWriter &write, const ApiReply &reply)
{
    reply.sendJson(status, write(record), {{"ETag", entityTag(record.summary.visibleRevision)}});
}

void sendUnlessKnown(const ApiCall &call, const FlowRecord &record, const RecordWriter &write, const ApiReply &reply)
{
    const QByteArray tag = entityTag(record.summary.visibleRevision);
    if (isUnmodified(call.request, tag))
        reply.sendNothing(304, {{"ETag", tag}});
    else
        sendRecord(200, record, write, reply);
}

Completion<FlowRecord> sendingCreated(const QByteArray &collection, const RecordWriter &write, const ApiReply &reply)
{
    return [collection, write, reply](const Result<FlowRecord> &record) {
        if (!record)
            return reply.refuse(record.error());
        reply.sendJson(
            201, write(*record),
            {{"ETag", entityTag(record->summary.visibleRevision)},
             {"Location", collection + '/' + record->summary.id.utf8}});
    };
}

Completion<void> sendingNothing(const ApiReply &reply)
{
    return [reply](const Result<void> &done) {
        if (done)
            reply.sendNothing(204);
        else
            reply.refuse(done.error());
    };
}

void commitAndSend(
    FlowService &service, const FlowRecord &before, std::optional<Commit> commit, const RecordWriter &write,
    const ApiReply &reply)
{
    if (!commit)
        return sendRecord(200, before, write, reply);
    service.flows().commit(before.workspace, std::move(*commit), [write, reply](const Result<FlowRecord> &record) {
        if (record)
            sendRecord(200, *record, write, reply);
        else
            reply.refuse(record.error());
    });
}

Result<FlowRecord> flowNamed(FlowService &service, const WorkspaceId &workspace, const std::optional<QByteArray> &id)
{
    if (!id)
        return missing(QStringLiteral("flow"), {});
    return service.flows().flow(workspace, FlowId(*id));
}

std::optional<FlowRecord> foundOrRefused(
    const Result<FlowRecord> &record, const std::function<bool(const FlowRecord &)> &wanted, const ApiError &missing,
    const ApiReply &reply)
{
    if (record && wanted(*record))
        return *record;
    if (record || isMissing(record.error()))
        reply.refuse(missing);
    else
        reply.refuse(record.error());
    return std::nullopt;
}

std::optional<FlowRecord> toChange(std::optional<FlowRecord> record, const ApiCall &call, const ApiReply &reply)
{
    if (!record)
        return record;
    if (const std::optional<ApiError> error
        = unmetCondition(call.request, entityTag(record->summary.visibleRevision))) {
        reply.refuse(*error);
        return std::nullopt;
    }
    return record;
}

} // namespace jackfield
