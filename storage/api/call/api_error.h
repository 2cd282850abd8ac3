// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/result.h"
#include "storage/api/description/json_schema.h"

#include <QList>

#include <utility>

namespace jackfield {

/// A refusal before it has taken the shape of one API.
struct ApiError
{
    int status = 500;
    QByteArray code; ///< stable; model/json/error_codes.md lists them all
    QString message; ///< names the thing and the way out
    QList<Violation> violations = {}; ///< what is wrong where; empty when the message says it all
    QList<std::pair<QByteArray, QByteArray>> headers = {}; ///< WWW-Authenticate, Allow, Retry-After
    qint64 resetAt = 0; ///< of a 429: when the same request is let in again; milliseconds since 1970

    friend bool operator==(const ApiError &, const ApiError &) = default;
};

/// What an error of the service means to an HTTP client. Storage troubles lose their details, which name files.
ApiError apiError(const Error &error);
/// 422 for a body that does not fit its description; the message names the first place.
ApiError apiError(const QList<Violation> &violations);
/// 403 for a key that was made without `scope`.
ApiError insufficientScope(const QByteArray &scope);
/// 404 for `thing` ("Folder", "Flow").
ApiError notFound(const QString &thing);

} // namespace jackfield
