// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/parts/kind.h"

#include <memory>
#include <vector>

namespace jackfield::testing {

/// Kinds with nothing but a life: their flows are objects, one with a member "broken" has an error, one with "odd" a
/// warning. "bot" activates and keeps versions; "part" belongs to a bot, one published at a time, editing unpublishes;
/// "live" has no publish step, and ids of hexadecimal digits; "page" publishes without keeping versions.
std::vector<std::unique_ptr<const Kind>> plainKinds();

} // namespace jackfield::testing
