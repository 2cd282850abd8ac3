// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/edit/json_edit.h"

namespace jackfield {

/// Edits that turn `a` into `b` exactly: order of members, text of numbers and spelling of strings included. Array
/// items are matched by their id-like member (id, _id, key or name: the first that every item of both sides has,
/// unique), so an insert in the middle is one edit. Shared parts are skipped without looking. No edits when both are
/// written alike.
JsonEdits diffJson(const Json &a, const Json &b);

} // namespace jackfield
