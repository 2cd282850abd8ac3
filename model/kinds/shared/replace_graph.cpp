// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/shared/replace_graph.h"

namespace jackfield {

GraphDelta replaceGraph(Graph &graph, Graph after)
{
    GraphDelta delta = compareGraphs(graph, after);
    graph = std::move(after);
    return delta;
}

} // namespace jackfield
