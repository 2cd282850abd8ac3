// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/kind.h"

namespace jackfield::chatbot {

/// Every problem of the flow, in document order. Errors refuse publishing: no or several start nodes, node ids missing or
/// repeated, edges that lead from or to no node, items that are no objects. All else warns. Linear in the flow.
Problems checkFlow(const FlowState &state, const Graph &graph, const Catalog &catalog);

} // namespace jackfield::chatbot
