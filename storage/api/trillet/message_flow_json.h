// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/records/flow_record.h"

namespace jackfield::trillet {

// `blank` is the content of a message flow to which nobody said anything, in the order of the page.

/// The first message is shown by the operations whose pages print it, and by no other.
enum class Initiation : quint8 { Hidden, Shown };
Json messageFlowJson(const FlowRecord &record, const Json &blank, Initiation initiation = Initiation::Hidden);

/// Content of a new message flow; `body` is as the schema of create describes it.
Json newMessageContent(const Json &blank, const Json &body);
/// Content after an update: description, settings (RFC 7396) and, where `toggleAutopilot` is true, the other autopilot.
Json changedMessageContent(const Json &content, const Json &body);
Json toggledContent(Json content);

} // namespace jackfield::trillet
