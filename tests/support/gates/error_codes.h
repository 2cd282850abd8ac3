// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/gates/source_tree.h"

namespace jackfield::gates {

/// The list of every code of an Error and of the APIs' ApiError, a list item each: "- `not_found`: there is no such
/// thing".
inline constexpr QStringView kErrorCodesFile = u"model/json/error_codes.md";

/// A code that a source gives to an error.
struct UsedCode
{
    QString code; ///< "<resource>_active" where an API puts the name of a resource in front
    int line = 0; ///< 1-based
};

/// The codes in a piece of source, known by where they stand. What is compared with is none.
QList<UsedCode> errorCodesIn(const QString &text);

/// Codes that the programs use and that the list does not have, and the other way round.
Findings unlistedErrorCodes(const SourceTree &tree);

} // namespace jackfield::gates
