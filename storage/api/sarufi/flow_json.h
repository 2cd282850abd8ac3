// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/validation/problem.h"
#include "storage/records/flow_record.h"

namespace jackfield::sarufi {

/// Our kind for a `type` of the API ("conversation", "meta"), and back. Empty when there is none.
QByteArray kindOfType(QByteArrayView type);
QByteArray typeOfKind(QByteArrayView kind);

Json flowJson(const FlowRecord &record);
/// As lists show it: without definition and time of change.
Json itemJson(const FlowSummary &summary);

/// Problems of one severity as {path, message}: "states.greeting.transitions", "screens[0].layout".
Json findings(const Problems &problems, Severity severity, QByteArrayView kind, const Json &content);

} // namespace jackfield::sarufi
