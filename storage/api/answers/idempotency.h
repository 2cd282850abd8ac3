// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/call/api_call.h"
#include "storage/service/flow_service.h"

namespace jackfield {

/// Runs `work` under the Idempotency-Key of the call: the first request does it, later ones get the same answer,
/// another request under the same key gets 422. The answer is kept in the transaction of the change, so that a retry
/// after a crash finds either both or neither. Without the header, or where the description does not offer it, `work`
/// just runs.
///
/// `work` gets a reply that delivers through `deliver` once everything is durable.
void runOnce(
    FlowService &service, const ApiCall &call, const ApiFace &face, const ApiReply &reply,
    const std::function<void(const ApiReply &)> &work);

} // namespace jackfield
