// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/trillet/flow_parts.h"

namespace jackfield::trillet {

// `blank` is the content of a message flow to which nobody said anything, in the order of the page.

/// The first message is shown by the operations whose pages print it, and by no other.
enum class Initiation : quint8 { Hidden, Shown };
Json messageFlowJson(const FlowRecord &record, const Json &blank, Initiation initiation = Initiation::Hidden);

/// Of a new one. `body` is as the schema of create describes it.
FlowParts newMessageFlow(const Json &blank, const Json &body, const IdSource &newId, Timestamp at);
/// After an update: description, settings (RFC 7396) and, where `toggleAutopilot` is true, the other autopilot.
FlowParts changedMessageFlow(const FlowRecord &record, const Json &body, const IdSource &newId, Timestamp at);
Json toggledContent(Json content);

} // namespace jackfield::trillet
