// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/call/api_call.h"
#include "storage/service/flow_service.h"

namespace jackfield::console {

/// What does the operations of workflows. `service` outlives the handlers.
ApiHandlers workflowHandlers(FlowService &service);

} // namespace jackfield::console
