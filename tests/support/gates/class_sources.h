// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/gates/source_tree.h"

namespace jackfield::gates {

inline constexpr int kMostSources = 3; ///< that hold member functions of one class

/// Classes whose member functions are written in more than kMostSources .cpp files: nobody finds a member of them. What
/// is nested in a class counts for it; classes of anonymous namespaces do not leave their file. Found by the form that
/// tools/format gives a definition: it begins in the first column. The finding is at the first member that is too far.
Findings scatteredClasses(const SourceTree &tree);

} // namespace jackfield::gates
