// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/flow/flow_state.h"
#include "model/graph/catalog.h"
#include "model/graph/graph.h"

namespace jackfield::messageflow {

/// Where the working hours live: settings.responseSettings.workingHours, or responseSettings itself in the flat
/// spelling that the platform accepts too. There need be nothing at that place.
JsonPointer hoursPointer(const Json &content);

/// The steps that every message flow takes, each shown when its part of the content is there:
/// opening (initiationMessage) -> incoming (messageChannel) -> hours -> inside: agent (prompt), outside: closed
/// (outOfHoursMessage). Without working hours the agent follows the message.
Graph project(const FlowState &state, const Catalog &catalog);

} // namespace jackfield::messageflow
