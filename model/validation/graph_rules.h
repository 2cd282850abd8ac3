// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/graph.h"
#include "model/validation/problem.h"

#include <QSet>

namespace jackfield {

// Rules that hold for the graph of any kind. Each appends its problems to `problems`; all take time linear in the graph.

/// missing-start, or several-starts for each start node after the first. Errors.
void checkStart(const Graph &graph, Problems &problems);
/// edge-source-missing and edge-target-missing. Errors.
void checkEdgeEnds(const Graph &graph, Problems &problems);
/// duplicate-edge: the same ends and output again. Warning.
void checkDuplicateEdges(const Graph &graph, Problems &problems);
/// unreachable-node: no way leads there from a start node. Warning. Silent while the graph has no start node.
void checkReachability(const Graph &graph, Problems &problems);
/// dead-end: no edge leaves the node, and it is of a kind that goes on. Terminal nodes, those that hand over to a person and
/// those of unknown types may end. Warning.
void checkDeadEnds(const Graph &graph, Problems &problems);

/// Whether an edge leaves by that output.
bool isConnected(const Graph &graph, const NodeId &node, QByteArrayView port);

/// Puts problems in the order of the document: the flow, then node by node, then edge by edge; errors before warnings.
void sortInDocumentOrder(Problems &problems, const Graph &graph);

} // namespace jackfield
