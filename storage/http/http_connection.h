// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/http/http_limits.h"
#include "storage/http/http_service.h"
#include "storage/http/request_guard.h"
#include "storage/http/request_parser.h"

#include <QByteArray>
#include <QObject>
#include <QPointer>

#include <chrono>
#include <functional>

class QTcpSocket;

namespace jackfield {

/// What the connections of one server share. Outlives them.
struct HttpContext
{
    HttpService &service;
    HttpLimits limits;
    RequestGuard guard{};
    bool closing = false; ///< no answer keeps its connection open any more
    QByteArray date{}; ///< for answers, at most a second old
};

/// One client: reads requests one at a time, asks the service, writes the answers in order.
///
/// While an answer waits or does not fit into the kernel's buffer, nothing is read: the client is slowed down by TCP.
class HttpConnection : public QObject
{
    Q_OBJECT

public:
    using Clock = std::chrono::steady_clock;

    /// Takes over a connected socket. `left` is called once, when the connection is over; it may delete later, not at
    /// once.
    HttpConnection(
        QTcpSocket *socket, HttpContext &context, std::function<void(HttpConnection *)> left, QObject *parent);
    ~HttpConnection() override;

    /// Answers 503 and ends; for a connection beyond the limit.
    void turnAway();
    /// Enforces the deadlines; called a few times a second for all connections by one timer.
    void tick(Clock::time_point now);
    /// Ends now when nothing is under way, else after the answer. Streams end at once.
    void endSoon();
    void abort();

    // For HttpResponder and HttpStream; a serial that is not the current request's does nothing.
    void respond(quint64 serial, const HttpResponse &response);
    void abandon(quint64 serial);
    bool startStream(quint64 serial, const HttpResponse &head);
    void writeStream(quint64 serial, const QByteArray &bytes);
    bool isStreaming(quint64 serial) const;
    void endStream(quint64 serial);

private:
    enum class Phase : quint8 { Idle, Head, Body, Waiting, Streaming, Lingering, Gone };

    void readInput();
    void process();
    bool canProceed() const;
    void admit(bool bodyHasBegun);
    void dispatch();
    void refuse(const HttpRefusal &refusal, int retryAfterSeconds = 0);
    void send(const HttpResponse &response);
    void afterAnswer();
    void enter(Phase phase, int deadlineSeconds);
    void linger();
    void shutDownWriting();
    void onBytesWritten();
    void updatePause();
    void leave();

    QTcpSocket *const m_socket;
    HttpContext &m_context;
    std::function<void(HttpConnection *)> m_left;
    RequestParser m_parser;
    HttpHandler m_handler; ///< of the request whose head was let in
    QByteArray m_input;
    QByteArray m_requestId;
    Clock::time_point m_deadline = Clock::time_point::max();
    Clock::time_point m_lastProgress;
    quint64 m_serial = 0;
    Phase m_phase = Phase::Idle;
    bool m_processing = false;
    bool m_paused = false;
    bool m_headOnly = false;
    bool m_http10 = false;
    bool m_keepAlive = true;
    bool m_writingShut = false;
};

/// What a responder holds on to: never the socket, and nothing that keeps the connection alive.
struct HttpResponder::Channel
{
    Channel(HttpConnection *asking, quint64 number) : connection(asking), serial(number) { }
    ~Channel();
    Q_DISABLE_COPY_MOVE(Channel)

    QPointer<HttpConnection> connection;
    quint64 serial = 0;
    bool answered = false;
};

} // namespace jackfield
