// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <optional>

namespace jackfield {

/// The double nearest to a JSON number; nullopt when it is too large for one. What is too small is 0.
/// Does not depend on the locale. Requires: the text is a JSON number.
std::optional<double> doubleFromNumberText(QByteArrayView text);
/// Whether the text is a number by the grammar of RFC 8259.
bool isJsonNumber(QByteArrayView text);

} // namespace jackfield
