// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/gates/source_tree.h"

namespace jackfield::gates {

/// Sources, scripts and build files without the two SPDX lines in their head.
Findings filesWithoutLicence(const SourceTree &tree);

} // namespace jackfield::gates
