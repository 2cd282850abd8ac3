// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/graph.h"
#include "model/kinds/parts/kind.h"

namespace jackfield::callflow {

/// Every problem of the flow: those of its graph, as chatbots have them, unless it is led by its prompt and has none;
/// and of the rest. Errors: not-a-flow; wrong-type, unknown-value and too-small by the catalog's schema of the flow;
/// start-node-missing; invalid-url. Warnings: welcome-message-missing, blank-prompt, location-of-unknown-node.
Problems check(const FlowState &state, const Graph &graph, const Catalog &catalog);

} // namespace jackfield::callflow
