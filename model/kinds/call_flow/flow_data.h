// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/kind.h"

#include <optional>

namespace jackfield::callflow {

// The adapter between a call flow and the lens of {nodes, edges}: the graph is one part of the content, "flowData", and
// the places of its nodes are another, "locations".

/// The part as that lens reads it: content from "flowData" (empty lists when there is none), positions from
/// "locations".
FlowState graphPart(const Json &content);
/// Whether there is something to look at in the part.
bool hasGraph(const FlowState &part);

/// The graph of the part as that of the whole flow: places begin with "/flowData", and the node that startNodeId names
/// is the start instead of those of a start type.
Graph toWhole(Graph graph, const Json &content);
/// The other way, for the places.
Graph toPart(Graph graph);

/// The node that startNodeId names, as edges name it; empty when it names none.
QByteArray namedStart(const Json &content);

/// What edits of the whole flow mean for the part, for reprojection only: it knows from them where to look, not what is
/// there. Nothing when they change more of it than nodes, edges and places.
std::optional<FlowEdits> toPart(const JsonEdits &edits);

/// What edits of the part mean for the whole flow. `edit` is the gesture that they were compiled from.
Result<FlowEdits> toWhole(const FlowEdits &edits, const FlowState &part, const Json &content, const GraphEdit &edit);

} // namespace jackfield::callflow
