// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/call/api_call.h"
#include "storage/service/flow_service.h"

namespace jackfield {
class RequestLog;
}

namespace jackfield::own {

/// Health, descriptions, request log. `service`, `log` and the documents outlive the handlers.
ApiHandlers serviceHandlers(FlowService &service, const RequestLog &log, const QList<const ApiDocument *> &documents);

} // namespace jackfield::own
