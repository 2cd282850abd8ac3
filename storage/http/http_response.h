// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <utility>

namespace jackfield {

/// One answer, before the server has put it on the wire.
struct HttpResponse
{
    int status = 200;
    QByteArray contentType = "application/json"; ///< left out when the body is empty
    QByteArray body;
    /// Further ones. A name that is no token or a value with a control character is left out when the bytes are made.
    /// They win over what the server adds by itself (Cache-Control, Content-Security-Policy, X-Request-Id ...).
    QList<std::pair<QByteArray, QByteArray>> headers;

    void setHeader(const QByteArray &name, const QByteArray &value); ///< replaces, without regard to case
};

QByteArrayView reasonPhrase(int status);

} // namespace jackfield
