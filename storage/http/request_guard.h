// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/http/http_refusal.h"
#include "storage/http/http_request.h"

#include <QHostAddress>

#include <optional>

namespace jackfield {

/// Keeps web pages of other sites away from a service on loopback: a browser sends Host (DNS rebinding), Origin and
/// Sec-Fetch-Site truthfully, and all three have to say that the request is our own.
class RequestGuard
{
public:
    RequestGuard() = default;
    /// Allows 127.0.0.1, localhost, [::1] and `address`, each with `port` (without one only where that is 80).
    RequestGuard(const QHostAddress &address, quint16 port);

    /// 400 for no or several Host, 421 for a foreign one, 403 for a foreign Origin or a cross-site request.
    /// `authority` is the one of an absolute request target, else empty.
    std::optional<HttpRefusal> check(const HttpRequest &request, QByteArrayView authority) const;

private:
    bool allows(QByteArrayView host) const;

    QList<QByteArray> m_hosts;
};

} // namespace jackfield
