// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/call/api_error.h"
#include "storage/http/http_request.h"

#include <optional>

namespace jackfield {

/// 415 unless a body is plain application/json (in UTF-8, not compressed). Browsers can send everything else without
/// asking.
std::optional<ApiError> unsupportedMediaType(const HttpRequest &request);

} // namespace jackfield
