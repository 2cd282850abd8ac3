// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/gates/source_tree.h"

namespace jackfield::gates {

/// The list of every code of an Error, one a line, each in backquotes at the beginning of a list item or table row.
inline constexpr QStringView kErrorCodesFile = u"model/json/error_codes.md";

/// Codes that the programs give to an error and that the list does not have, and codes of the list that no source
/// spells. A code is known by its form, snake_case, and by where it stands: `.code = "x"`, first in Error{...}, or
/// before the message ("x"_ba, u"..."). Codes of problems have dashes.
Findings unlistedErrorCodes(const SourceTree &tree);

} // namespace jackfield::gates
