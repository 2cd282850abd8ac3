// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/trillet/flow_parts.h"

namespace jackfield::trillet {

// `blank` is the content of a call flow to which nobody said anything, in the order of the page.

/// As a list shows it.
Json callFlowItemJson(const FlowRecord &record, const Json &blank);
/// In full, as the page prints it: from content and properties as they are, since the window changes them, too.
Json callFlowJson(const FlowRecord &record, const Json &folderId, const Json &blank);

/// Of a new one. `body` is as the schema of create describes it; what it leaves out is as in `blank`.
FlowParts newCallFlow(const Json &blank, const Json &body, const IdSource &newId, Timestamp at);
/// After an update. `body` is as the schema of update describes it; members that the page does not list are ignored,
/// webhooks are added and never replaced.
FlowParts changedCallFlow(const FlowRecord &record, const Json &body, const IdSource &newId, Timestamp at);

} // namespace jackfield::trillet
