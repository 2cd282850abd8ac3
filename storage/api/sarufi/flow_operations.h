// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/call/api_call.h"
#include "storage/service/flow_service.h"

namespace jackfield::sarufi {

/// The seven operations on the flows of a chatbot. `service` outlives the handlers.
ApiHandlers flowHandlers(FlowService &service);

} // namespace jackfield::sarufi
