// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/node_list/graph_part.h"

namespace jackfield::nodelist {

/// Brings `graph` from before `applied`, edits of the whole flow, to `part`, looking only at what they touch; at
/// everything when they are many or change what items are called. Equal to projectFlow(part). Requires: they leave
/// alone which node the flow names as its start.
GraphDelta reprojectFlow(Graph &graph, const GraphPart &part, const FlowEdits &applied, const Catalog &catalog);

} // namespace jackfield::nodelist
