// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/graph.h"
#include "model/validation/problem.h"

#include <QSet>

#include <vector>

namespace jackfield {

// Rules that hold for the graph of any kind. What only the whole graph can tell is told by number, in time linear in
// the graph and without a word written; the words come item by item, so that a validator writes only those that are
// new.

/// Indexes of the start nodes, ascending.
std::vector<qsizetype> startNodes(const Graph &graph);
/// By index of the node: whether a way leads there from one of `starts`. All of them while there are none.
std::vector<bool> reachedNodes(const Graph &graph, std::vector<qsizetype> starts);
/// By index of the edge: whether an edge before it has the same ends and output.
std::vector<bool> repeatedEdges(const Graph &graph);
/// No edge leaves the node, and it is of a kind that goes on. Terminal nodes, those that hand over to a person and
/// those of unknown types may end.
bool isDeadEnd(const Graph &graph, qsizetype index);

Problem missingStart(const JsonPointer &at); ///< missing-start, an error; `at`: where nodes and edges live
Problem secondStart(const Node &node); ///< several-starts, an error for each start node after the first
Problem unreachableNode(const Node &node); ///< unreachable-node, a warning
Problem deadEnd(const Node &node); ///< dead-end, a warning
/// edge-source-missing and edge-target-missing, errors. `source` is the node that the edge leaves, nullptr for none.
void checkEnds(const Edge &edge, const Node *source, Problems &problems);
Problem repeatedEdge(const Edge &edge, const Node &source, const Node *target); ///< duplicate-edge, a warning

/// Puts problems that were found in another order into that of the document: the flow, then node by node, then edge by
/// edge; errors before warnings.
void sortInDocumentOrder(Problems &problems, const Graph &graph);

} // namespace jackfield
