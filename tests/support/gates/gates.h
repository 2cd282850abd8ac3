// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/gates/source_tree.h"

#include <span>

namespace jackfield::gates {

/// A rule of the house that a program can check. `check` looks at nothing but the tree: the lists that some of them
/// compare with lie in it, too.
struct Gate
{
    const char *name;
    Findings (*check)(const SourceTree &);
};

/// Every gate, in order.
std::span<const Gate> gates();

} // namespace jackfield::gates
