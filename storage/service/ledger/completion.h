// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/result.h"

#include <functional>

namespace jackfield {

/// Called once the change is durable on disk, or with the reason why it is not (nothing changed then).
template <typename T> using Completion = std::function<void(Result<T>)>;

} // namespace jackfield
