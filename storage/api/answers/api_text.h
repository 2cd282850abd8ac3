// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/json.h"
#include "storage/records/flow_record.h"

#include <optional>

namespace jackfield {

// How values are spelled in answers, and read from paths and queries.

/// "2026-04-30T10:00:00Z"
Json wholeSeconds(Timestamp at);
/// "2026-04-27T00:00:00.000Z"
Json milliseconds(Timestamp at);
/// 26 characters of Crockford's base 32, as our ids are written.
bool isUlid(QByteArrayView text);
/// The id in a path, with or without `prefix` ("abc_"); nothing when it cannot be one.
std::optional<QByteArray> idFromPath(QByteArrayView text, QByteArrayView prefix = {});

} // namespace jackfield
