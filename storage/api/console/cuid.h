// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace jackfield::console {

/// An id as this API writes them, made from a ULID: "cm" and 23 lower-case digits of base 36. Sorts as the ULIDs do:
/// the time in milliseconds comes first (nine digits, enough until the year 5188), then the last 70 bits of the rest.
/// Requires: a ULID.
QByteArray cuidFromUlid(QByteArrayView ulid);
/// "cm" and 23 lower-case digits of base 36.
bool isCuid(QByteArrayView text);

} // namespace jackfield::console
