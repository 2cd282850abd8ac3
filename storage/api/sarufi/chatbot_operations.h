// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/call/api_call.h"
#include "storage/service/flow_service.h"

namespace jackfield::sarufi {

inline constexpr char kWebhookSecretPrefix[] = "whsec_";

/// The workspace of the key, and its chatbots. They are the same things that Flownally's API serves.
/// `service` outlives the handlers.
ApiHandlers chatbotHandlers(FlowService &service);

/// The chatbot that the first parameter of the path names; refuses with 404 when there is none.
std::optional<FlowRecord> chatbotOf(FlowService &service, const ApiCall &call, const ApiReply &reply);

} // namespace jackfield::sarufi
