// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/json.h"

namespace jackfield::trillet {

/// `value` with what it lacks from `page`, in the order of `page`; what only `value` has comes last. A null where the
/// page has something counts as lacking. Goes into the objects of the page; lists and scalars are taken whole.
Json inShapeOf(const Json &page, const Json &value);

} // namespace jackfield::trillet
