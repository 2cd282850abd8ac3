// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/gates/source_tree.h"

namespace jackfield::gates {

inline constexpr int kMostLines = 600; ///< of a file
inline constexpr int kMostFiles = 25; ///< of one folder, without those of the folders in it

/// Files of more than kMostLines, programs in tools/ included.
Findings longFiles(const SourceTree &tree);
/// Folders of more than kMostFiles sources. The finding names the first file that is too many.
Findings crowdedFolders(const SourceTree &tree);

} // namespace jackfield::gates
