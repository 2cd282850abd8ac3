// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/call/api_call.h"
#include "storage/service/flow_service.h"

namespace jackfield::trillet {

// What a body may not say although it is as its schema describes it.

/// 403 for a global flow without the right to make one, 400 for a folder that is none for call flows.
std::optional<ApiError> refusalOfNewCallFlow(FlowService &service, const ApiCall &call);
/// 403 for making a flow global, or taking that back, without the right to; 400 for another type of prompt.
std::optional<ApiError> refusalOfCallFlowChange(const FlowRecord &record, const ApiCall &call);

} // namespace jackfield::trillet
