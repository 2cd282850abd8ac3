// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/graph.h"
#include "model/validation/problem.h"

namespace jackfield {

/// data-missing: a member that the type's schema requires is absent, or a text shorter than its minLength (white space does
/// not count) or a list shorter than its minItems. Warnings, one for each member, named by its title.
void checkRequiredData(const Node &node, const NodeType &type, const Json &data, Problems &problems);

} // namespace jackfield
