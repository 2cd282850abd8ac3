// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/flow/flow_state.h"
#include "model/graph/catalog.h"
#include "model/graph/graph.h"

namespace jackfield::workflow {

/// The system prompt leads to each flow, a flow to its steps in their order; rules stand beside. Nothing here has an id
/// of its own, so nodes are called by their place: "prompt", "rule 1", "flow 2", "flow 2 step 3". The platform leaves
/// "[]" where something was taken away: what is no object is not shown, and keeps its place.
Graph project(const FlowState &state, const Catalog &catalog);

NodeId promptId();
NodeId ruleId(qsizetype rule); ///< from 0
NodeId flowId(qsizetype flow);
NodeId stepId(qsizetype flow, qsizetype step);

} // namespace jackfield::workflow
