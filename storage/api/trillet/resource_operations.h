// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/call/api_call.h"
#include "storage/service/flow_service.h"

namespace jackfield::trillet {

/// List, create, get, update, toggle and delete what resources() lists. `service` outlives the handlers.
ApiHandlers resourceHandlers(FlowService &service);

} // namespace jackfield::trillet
