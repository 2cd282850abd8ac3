// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/json_writer.h"

#include <QString>

namespace jackfield {

/// A value as a field of one line shows it: a text as it is, null and nothing as empty, all else as JSON.
inline QString valueText(const Json *value)
{
    if (!value || value->isNull())
        return {};
    return value->isString() ? value->toString() : QString::fromUtf8(writeJson(*value));
}

/// What an empty field shows in grey: the value that counts while the member is absent.
inline QString placeholder(const Json &schema)
{
    return valueText(schema["default"].isNull() ? nullptr : &schema["default"]);
}

} // namespace jackfield
