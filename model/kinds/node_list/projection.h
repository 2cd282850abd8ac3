// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/graph.h"
#include "model/kinds/node_list/graph_part.h"

namespace jackfield::nodelist {

/// The graph of the whole flow, in one pass over nodes and edges.
Graph projectFlow(const GraphPart &part, const Catalog &catalog);

/// One node as it is shown, without its position and its pointers; a start is one by its type. `outgoing`: the edges
/// that leave it; outputs that only they know are shown too.
Node nodeOf(const Json &item, const NodeId &id, std::span<const Json *const> outgoing, const Catalog &catalog);
std::optional<QPointF> positionOf(const Json &item, const NodeId &id, const NodePlaces &places);
/// One edge as it is shown, without its pointer; `ends`: whether its target exists.
Edge edgeOf(const Json &item, const EdgeId &id, bool ends);

} // namespace jackfield::nodelist
