// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/json.h"
#include "model/json/json_reader.h"

#include <QByteArray>

namespace jackfield {

/// One line, no spaces: `{"a":[1,2]}`. Strings in their source spelling, else with the shortest escapes.
QByteArray writeJson(const Json &value);
/// In the given layout: `"key": value`, one item a line, `{}` and `[]` for empty ones.
QByteArray writeJson(const Json &value, const JsonStyle &style);
/// The text between the quotes for a decoded string, with the shortest escapes.
QByteArray escapedJsonString(QByteArrayView utf8);

} // namespace jackfield
