// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/log/request_log.h"
#include "storage/http/http_limits.h"
#include "storage/service/flow_service.h"
#include "storage/store/seams.h"

#include <QHostAddress>
#include <QObject>

#include <memory>

namespace jackfield {

class ApiServer;
class HttpServer;

/// The HTTP side of a program: every API over one FlowService, on one loopback address.
/// Lives on the thread of the service, dies before it.
class LocalServer : public QObject
{
    Q_OBJECT

public:
    explicit LocalServer(FlowService &service, HttpLimits limits = {}, std::shared_ptr<Clock> clock = systemClock());
    ~LocalServer() override; ///< waits for the disk, so that no answer is lost

    /// Remembers the address and, while enabled, listens on it; port 0 = any free one. Error port_in_use names the way
    /// out.
    Result<void> listen(const QHostAddress &address, quint16 port);
    /// On from the start. Off: stops accepting and closes what is open; on again: listens where it did.
    Result<void> setEnabled(bool enabled);
    bool isEnabled() const { return m_enabled; }
    /// Finishes what is under way, then calls `done`.
    void close(std::function<void()> done = {});

    QString address() const; ///< "http://127.0.0.1:7717"; empty when not listening
    RequestLog &log() { return m_log; }
    /// See ApiServer::replay(). Works while nothing listens, too.
    void replay(qint64 number, const std::function<void(Result<qint64>)> &done);
    /// See ApiServer: whether the keys of an API are held to its limits, and what they can be limited to.
    void setRateLimited(const QByteArray &api, bool limited);
    QList<QByteArray> scopes(const QByteArray &api) const;

signals:
    void addressChanged(const QString &address); ///< empty when it stopped listening
    void exchanged(const jackfield::Exchange &exchange);

private:
    Result<void> open();

    FlowService &m_service;
    RequestLog m_log;
    std::unique_ptr<ApiServer> m_apis;
    HttpLimits m_limits;
    std::unique_ptr<HttpServer> m_http;
    QHostAddress m_host = QHostAddress(QHostAddress::LocalHost);
    quint16 m_port = 0;
    bool m_hasAddress = false;
    bool m_enabled = true;
};

} // namespace jackfield
