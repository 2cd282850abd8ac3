// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/answers/record_answers.h"

namespace jackfield::trillet {

inline constexpr char kCallKind[] = "call-flow";
inline constexpr char kMessageKind[] = "message-flow";

/// The flow of `kind` that the path names; refuses with 404 when there is none. Ids are 24 hexadecimal digits, and
/// nothing else is one.
std::optional<FlowRecord> flowOf(FlowService &service, QByteArrayView kind, const ApiCall &call, const ApiReply &reply);
/// The same for a change: refuses also when If-Match does.
std::optional<FlowRecord>
flowToChange(FlowService &service, QByteArrayView kind, const ApiCall &call, const ApiReply &reply);
bool isHexId(QByteArrayView text);
Json blankOf(const FlowService &service, QByteArrayView kind); ///< content of a new flow of that kind
ApiError noSuchFlow(QByteArrayView kind); ///< 404

/// Every flow of a kind, oldest first: this API knows no pages.
Result<QList<FlowSummary>> everyFlow(FlowService &service, const WorkspaceId &workspace, QByteArrayView kind);

/// The folder that a flow lies in as JSON: null when it lies in none, or its folder is gone.
Json folderIdOf(FlowService &service, const FlowRecord &record);

/// Deletes; {status, message, <idName>: id}.
void removeAndSend(
    FlowService &service, const FlowRecord &record, const QString &message, QByteArrayView idName,
    const ApiReply &reply);

} // namespace jackfield::trillet
