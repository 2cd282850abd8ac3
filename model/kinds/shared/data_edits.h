// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/edit/json_edit.h"

#include <optional>

namespace jackfield {

/// The edits that give the place `inside` of the value at `root` this value, or take it away when there is none.
/// Missing objects on the way are made, also the one at `root` itself when its parent exists; an array index one past
/// the end (or "-") appends. No edits when nothing changes. Error code does_not_fit when a text or number is in the
/// way.
Result<JsonEdits>
dataEdits(const Json &document, const JsonPointer &root, const JsonPointer &inside, const std::optional<Json> &value);

} // namespace jackfield
