// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/call/api_error.h"
#include "storage/http/http_request.h"

#include <optional>

namespace jackfield {

/// Strong entity tag of a revision: "\"7\"".
QByteArray entityTag(qint64 revision);
/// Why If-Match forbids to write a record with this tag: 412, or 400 for a header that is no list of tags. Nothing when
/// it allows.
std::optional<ApiError> unmetCondition(const HttpRequest &request, const QByteArray &tag);
/// True when If-None-Match names this tag: the answer is 304.
bool isUnmodified(const HttpRequest &request, const QByteArray &tag);

} // namespace jackfield
