// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/result.h"
#include "storage/http/http_message.h"

#include <QHostAddress>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace jackfield {

/// Every limit of contract.md. Passing one is refused with a clear message.
struct HttpLimits
{
    qsizetype requestLineBytes = 8 * 1024; ///< 414
    qsizetype headerBytes = 32 * 1024; ///< 431
    int headerFields = 100; ///< 431
    qsizetype bodyBytes = 16 * 1024 * 1024; ///< 413, from the header where it is declared
    int connections = 256; ///< 503 with Retry-After
    int headerSeconds = 10; ///< total, from the first byte; 408
    int bodySeconds = 30; ///< total; 408
    int idleSeconds = 15; ///< between requests; closed
    int writeStallSeconds = 10; ///< a client that does not read; closed
};

/// A response that stays open (server-sent events). Lives as long as somebody holds it; writes after the client left do
/// nothing. A client that falls 4 MiB behind is cut off. Requires: used on the server's thread.
class HttpStream
{
public:
    virtual ~HttpStream() = default;
    virtual void write(const QByteArray &bytes) = 0;
    virtual bool isOpen() const = 0;
    virtual void close() = 0;
};

/// Answers one request, once. Copyable; safe to keep after the connection is gone (the answer is then dropped).
/// When the last copy goes without an answer, the client gets a 500.
/// Requires: used on the server's thread.
class HttpResponder
{
public:
    struct Channel;
    explicit HttpResponder(std::shared_ptr<Channel> channel);

    void respond(HttpResponse response) const;
    /// Sends status and headers now, the body in pieces.
    std::shared_ptr<HttpStream> stream(HttpResponse head) const;

private:
    std::shared_ptr<Channel> m_channel;
};

/// What an HttpServer serves. Both functions run on the server's thread.
class HttpService
{
public:
    virtual ~HttpService() = default;
    /// Sees a request when its headers are complete, before a byte of the body is read or "100 Continue" is sent.
    /// A response refuses it (the connection is closed when a body was announced); nothing admits it.
    virtual std::optional<HttpResponse> admit(const HttpRequest &head) = 0;
    /// Sees the whole request; must answer through `responder` exactly once, now or later.
    virtual void handle(const HttpRequest &request, HttpResponder responder) = 0;
    /// The body of an error that HTTP itself causes (400, 403, 408, 413, 414, 417, 421, 431, 500, 501, 503, 505), in
    /// the shape of the API that the path belongs to. `head` is what could be read of the request, its requestId at
    /// least. The server sets the status itself.
    virtual HttpResponse refusal(int status, const QString &message, const HttpRequest &head) = 0;
};

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
