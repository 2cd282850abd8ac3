// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/parts/kind.h"

namespace jackfield::chatbot {

/// The graphs in a file: bare {nodes, edges}, or one under draft, definition, data, flowData or chatflow, also one of
/// these inside another; and the API's chatbot object, also when it has no draft yet. Content is {nodes, edges} alone.
/// Surround: {"at": pointer to the graph, "file": the file with null for what was taken out}; {"at", "file", "absent":
/// true} when the file has no graph; null when the file is {nodes, edges} and nothing else.
std::vector<ExtractedFlow> extractFlows(const Json &file, const Catalog &catalog);

/// The graph {nodes, edges} at that place of the file, and what surrounds it. Requires: an object is there.
ExtractedFlow takeGraph(const Json &file, const JsonPointer &at);
/// An empty graph for a file that has none at that place yet.
ExtractedFlow absentGraph(const Json &file, const JsonPointer &at);
/// What the file calls its flow: "name", else "title"; one line, may be empty.
QString nameOf(const Json &file);
/// Whether the value is an object with a list of nodes and, unless it may lack them, one of edges.
bool isGraph(const Json &value, bool mayLackEdges);

/// The file that either of them was given, with `content` at its place.
Json restoreFile(const Json &surround, const Json &content);

} // namespace jackfield::chatbot
