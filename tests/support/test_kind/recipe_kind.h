// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/parts/kind.h"

#include <memory>

namespace jackfield::testing {

/// A kind as somebody from outside would write it: recipes, {"steps": [{"id", "do", "minutes", "at"?}]}. Each step is
/// a node; what follows what is the order of the steps, so edges are seen and not drawn. A step of over an hour is an
/// error.
std::unique_ptr<const Kind> recipeKind();

/// Boil (10 minutes), then wait (90), then serve (5).
Json recipe();

} // namespace jackfield::testing
