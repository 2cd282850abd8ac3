// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/graph.h"
#include "model/validation/problem.h"

namespace jackfield {

/// data-missing: a member that the type's schema requires is absent, or a text shorter than its minLength (white space
/// does not count) or a list shorter than its minItems. Warnings, one for each member, named by its title.
void checkRequiredData(const Node &node, const NodeType &type, const Json &data, Problems &problems);

/// wrong-type, unknown-value and too-small: what a schema says of types, choices ("enum") and least numbers, here and
/// in the members and items that it knows. Others may be anything. Errors, named by the title in the schema.
void checkAgainstSchema(const Json &value, const Json &schema, const JsonPointer &at, Problems &problems);

/// Whether a text is absent, empty or white space; other values are not blank.
bool isBlank(const Json &value);

/// Whether a value is a text with more than white space.
bool hasText(const Json &value);

} // namespace jackfield
