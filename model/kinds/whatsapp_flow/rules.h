// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/graph.h"
#include "model/kinds/parts/kind.h"
#include "model/validation/problem.h"

namespace jackfield::whatsapp {

/// missing-version, no-screens, duplicate-screen, navigation-target-missing, no-terminal-screen, no-entry-screen,
/// routing-cycle, routing-target-missing; the structural rules of WhatsApp's flow JSON. Linear in the size of the flow.
Problems check(const FlowState &state, const Graph &graph);

} // namespace jackfield::whatsapp
