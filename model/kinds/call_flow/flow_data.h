// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/node_list/graph_part.h"

namespace jackfield::callflow {

// A call flow as the lens of {nodes, edges} reads it: the graph is one part of the content, "flowData", the places of
// its nodes are another, "locations", and "startNodeId" names where the call starts.

nodelist::GraphPart graphPart(const FlowState &state);
/// Whether there is something to look at in the part.
bool hasGraph(const Json &content);
/// The content with an empty graph when it has none, for gestures and rules.
Json withGraph(Json content);
JsonPointer graphRoot(); ///< of "flowData"

/// The node that startNodeId names, as edges name it; empty when it names none.
QByteArray namedStart(const Json &content);
/// Whether the edit may change which node that is.
bool changesStart(const JsonEdit &edit);

/// What a gesture means beside what the lens made of it, which is `edits` of withGraph(content): the graph is there
/// before something is put into it, and startNodeId follows the node that it names.
void completeEdits(JsonEdits &edits, const Json &content, const GraphEdit &edit);

} // namespace jackfield::callflow
