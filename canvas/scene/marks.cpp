// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/scene/marks.h"

namespace jackfield {

bool Marks::hasPortOf(const NodeId &node) const
{
    return std::ranges::any_of(ports, [&](const MarkedPort &port) { return port.node == node; });
}

Marks marksOf(const Problems &problems, Severity severity)
{
    Marks marks;
    for (const Problem &problem : problems) {
        if (problem.severity != severity)
            continue;
        if (!problem.node.isEmpty())
            marks.nodes.insert(problem.node);
        if (!problem.edge.isEmpty())
            marks.edges.insert(problem.edge);
    }
    return marks;
}

} // namespace jackfield
