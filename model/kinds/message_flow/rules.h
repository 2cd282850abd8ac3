// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/graph.h"
#include "model/kinds/parts/kind.h"

namespace jackfield::messageflow {

/// Every problem of the flow. Errors: not-a-flow; wrong-type, unknown-value and too-small by the catalog's schema of
/// the flow; invalid-time (not HH:MM); unknown-time-zone. Warnings: blank-prompt, out-of-hours-message-missing,
/// hours-end-before-start. Those of the hours only while they are switched on, but for times that are no times.
Problems check(const FlowState &state, const Graph &graph, const Catalog &catalog);

} // namespace jackfield::messageflow
