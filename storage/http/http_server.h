// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/result.h"
#include "storage/http/http_limits.h"
#include "storage/http/http_service.h"

#include <QHostAddress>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace jackfield {

/// HTTP/1.1 on loopback: Boost.Beast's request grammar over QTcpServer, our limits, deadlines and guards.
///
/// Before `admit`: exact Host allow-list (127.0.0.1, localhost, [::1] with the port), no foreign Origin, no cross-site
/// Sec-Fetch-Site, one Host, no ambiguous framing. Requests of one connection are answered in order, one at a time;
/// reading pauses while an answer waits. The service sees HEAD as "HEAD" and may answer as for GET: the body is not
/// sent. Every answer carries nosniff, no-store, a CSP and X-Request-Id.
class HttpServer : public QObject
{
    Q_OBJECT

public:
    /// `service` outlives the server.
    HttpServer(HttpService &service, HttpLimits limits = {}, QObject *parent = nullptr);
    ~HttpServer() override;

    /// Port 0 = any free one. Error port_in_use names the address and what to do; only loopback addresses are accepted.
    Result<void> listen(const QHostAddress &address, quint16 port);
    quint16 port() const;
    QString address() const; ///< "http://127.0.0.1:7717"; empty when not listening
    /// Stops accepting, lets answers under way finish for at most 2 s, then closes everything; `done` is called on the
    /// way out.
    void close(std::function<void()> done = {});
    int connectionCount() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace jackfield
