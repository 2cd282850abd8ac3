// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/json.h"

namespace jackfield {

/// JSON with ' for ", so that tables stay readable. Text that is no JSON ends the test program with what is wrong with
/// it.
Json plainJson(QByteArrayView text);

} // namespace jackfield
