// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/json_pointer.h"
#include "model/kinds/parts/file_shapes.h"

namespace jackfield::nodelist {

// Graphs {nodes, edges} in files. Content is {nodes, edges} alone. Surround: {"at": pointer to the graph, "file": the
// file with null for what was taken out}; {"at", "file", "absent": true} when the file has no graph; null when the file
// is {nodes, edges} and nothing else.

/// The graph at that place of the file, and what surrounds it. Requires: an object is there.
ExtractedFlow takeGraph(const Json &file, const JsonPointer &at);
/// An empty graph for a file that has none at that place yet.
ExtractedFlow absentGraph(const Json &file, const JsonPointer &at);
/// Whether the value is an object with a list of nodes and, unless it may lack them, one of edges.
bool isGraph(const Json &value, bool mayLackEdges);

/// What kinds share whose files hold such a graph; where in a file to look for it is each kind's own.
class GraphFiles : public FileShapes
{
public:
    Json blank() const override; ///< a start node alone
    Json restore(const Json &surround, const Json &content) const override;
};

} // namespace jackfield::nodelist
