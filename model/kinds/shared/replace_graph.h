// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/graph.h"

namespace jackfield {

/// Puts a new projection in the place of the old one and tells what has changed: reprojection for kinds that look at
/// all of a flow again.
GraphDelta replaceGraph(Graph &graph, Graph after);

} // namespace jackfield
