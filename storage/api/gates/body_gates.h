// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/gates/gate.h"

namespace jackfield {

/// 415 for a body that is not plain application/json (in UTF-8, not compressed), whatever becomes of it. Browsers can
/// send everything else without asking.
std::optional<GateAnswer> passMediaType(AskedCall &asked);

/// 400 unless the body is strict JSON, and where one is required and missing. A body that is a file is left to its
/// handler, one that nobody asked for is not looked at.
std::optional<GateAnswer> passJson(AskedCall &asked);

/// 422 unless the body is as its schema describes it.
std::optional<GateAnswer> passSchema(AskedCall &asked);

} // namespace jackfield
