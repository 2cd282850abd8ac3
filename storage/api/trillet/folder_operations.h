// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/call/api_call.h"
#include "storage/service/flow_service.h"

namespace jackfield::trillet {

/// List, create, get, update and delete folders, and put flows into them and take them out. `service` outlives the
/// handlers.
ApiHandlers folderHandlers(FlowService &service);

} // namespace jackfield::trillet
