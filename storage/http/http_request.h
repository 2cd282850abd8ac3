// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>
#include <utility>

namespace jackfield {

/// One request as it came in. Header names are lower case. The body is whole.
struct HttpRequest
{
    QByteArray method; ///< "GET"
    QByteArray target; ///< as sent: path and query
    QByteArray path; ///< as sent, without the query
    QList<QByteArray> segments; ///< of the path, percent-decoded once, valid UTF-8 without control characters
    QList<std::pair<QByteArray, QByteArray>> query; ///< decoded, in order, repeated names kept
    QList<std::pair<QByteArray, QByteArray>> headers; ///< in order, repeated names kept
    QByteArray body;
    bool hasBody = false; ///< a Content-Length above 0 or chunked
    QByteArray requestId; ///< X-Request-Id: the client's own when it is sane, else a fresh one; every answer carries it

    QByteArrayView header(QByteArrayView lowerCaseName) const; ///< first one; empty when absent
    int headerCount(QByteArrayView lowerCaseName) const;
    std::optional<QByteArray> queryValue(QByteArrayView name) const; ///< last one given
};

} // namespace jackfield
