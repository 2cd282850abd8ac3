// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/records/flow_record.h"

#include <functional>
#include <optional>

namespace jackfield::trillet {

/// What a body makes of a flow: its content, and what this API keeps beside it.
struct FlowParts
{
    Json content;
    Json properties = Json::object();
    std::optional<QString> name = {}; ///< nothing = as it was
};

/// Gives a new id of 24 hexadecimal digits with every call.
using IdSource = std::function<QByteArray()>;

} // namespace jackfield::trillet
