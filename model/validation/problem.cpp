// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/validation/problem.h"

#include <algorithm>

namespace jackfield {

bool hasErrors(const Problems &problems)
{
    return std::ranges::any_of(problems, [](const Problem &problem) { return problem.severity == Severity::Error; });
}

} // namespace jackfield
