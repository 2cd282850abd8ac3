// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/http/http_connection.h"

#include "storage/http/response_bytes.h"

#include <QScopedValueRollback>
#include <QTcpSocket>
#include <QUuid>

#include <algorithm>
#include <utility>

#include <sys/socket.h>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kReadBufferBytes = 64 * 1024; // what Qt takes from the kernel ahead of us
constexpr qint64 kFlushBytes = 256 * 1024; // answers to pipelined requests that are joined into one write
constexpr qint64 kStreamBacklogBytes = 4 * 1024 * 1024;
constexpr int kLingerSeconds = 2;
constexpr qsizetype kRequestIdBytes = 200;

QByteArray requestIdFor(const HttpRequest &request)
{
    const QByteArrayView given = request.header("x-request-id");
    const bool visible = std::ranges::all_of(given, [](char c) { return c > ' ' && c < 0x7f; });
    if (!given.isEmpty() && given.size() <= kRequestIdBytes && visible && request.headerCount("x-request-id") == 1)
        return given.toByteArray();
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

} // namespace

HttpConnection::HttpConnection(
    QTcpSocket *socket, HttpContext &context, std::function<void(HttpConnection *)> left, QObject *parent)
    : QObject(parent), m_socket(socket), m_context(context), m_left(std::move(left)), m_parser(context.limits),
      m_lastProgress(Clock::now())
{
    m_socket->setParent(this);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setReadBufferSize(kReadBufferBytes);
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::readInput);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &HttpConnection::onBytesWritten);
    connect(m_socket, &QTcpSocket::disconnected, this, &HttpConnection::leave);
    enter(Phase::Idle, m_context.limits.idleSeconds);
}

HttpConnection::~HttpConnection()
{
    // Responders may still hold the channel; the socket's last signals must not reach a half-destroyed object.
    m_phase = Phase::Gone;
    m_socket->disconnect(this);
}

void HttpConnection::enter(Phase phase, int deadlineSeconds)
{
    m_phase = phase;
    m_deadline = deadlineSeconds > 0 ? Clock::now() + std::chrono::seconds(deadlineSeconds) : Clock::time_point::max();
}

void HttpConnection::readInput()
{
    if (m_phase == Phase::Lingering) {
        m_socket->skip(m_socket->bytesAvailable());
        return;
    }
    if (m_paused || m_phase == Phase::Waiting || m_phase == Phase::Streaming || m_phase == Phase::Gone)
        return;
    if (m_input.isEmpty())
        m_input = m_socket->readAll();
    else
        m_input.append(m_socket->readAll());
    process();
}

bool HttpConnection::canProceed() const
{
    return m_phase == Phase::Idle || m_phase == Phase::Head || m_phase == Phase::Body;
}

void HttpConnection::process()
{
    if (m_processing)
        return;
    QScopedValueRollback<bool> processing(m_processing, true);
    qsizetype used = 0;
    bool more = true;
    while (more && canProceed()) {
        if (m_socket->bytesToWrite() > kFlushBytes) {
            m_socket->flush();
            if (m_socket->bytesToWrite() > 0)
                break;
        }
        if (m_phase == Phase::Idle) {
            if (used == m_input.size())
                break;
            enter(Phase::Head, m_context.limits.headerSeconds);
        }
        const RequestParser::Step step = m_parser.step(QByteArrayView(m_input).sliced(used));
        used += step.consumed;
        switch (step.event) {
        case RequestParser::Event::NeedMore:
            more = false;
            break;
        case RequestParser::Event::Head:
            admit(used < m_input.size());
            break;
        case RequestParser::Event::Complete:
            dispatch();
            break;
        case RequestParser::Event::Refused:
            refuse(m_parser.refusal());
            break;
        }
    }
    if (used >= m_input.size())
        m_input.clear();
    else
        m_input.remove(0, used);
    if (m_phase == Phase::Gone)
        return;
    m_socket->flush();
    updatePause();
}

void HttpConnection::admit(bool bodyHasBegun)
{
    HttpRequest &head = m_parser.head();
    m_headOnly = head.method == "HEAD";
    m_http10 = m_parser.isHttp10();
    m_keepAlive = m_parser.keepAlive();
    m_requestId = requestIdFor(head);
    head.requestId = m_requestId;
    if (const auto refusal = m_context.guard.check(head, m_parser.authority()))
        return refuse(*refusal);
    auto admitted = m_context.service.admit(head);
    if (const auto *refused = std::get_if<HttpResponse>(&admitted)) {
        if (head.hasBody) {
            m_keepAlive = false;
        } else {
            m_parser.step({});
            m_parser.takeRequest();
        }
        ++m_serial;
        return send(*refused);
    }
    m_handler = std::get<HttpHandler>(std::move(admitted));
    if (!head.hasBody)
        return;
    enter(Phase::Body, m_context.limits.bodySeconds);
    if (m_parser.expectsContinue() && !bodyHasBegun)
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
}

void HttpConnection::dispatch()
{
    enter(Phase::Waiting, 0);
    auto channel = std::make_shared<HttpResponder::Channel>(this, ++m_serial);
    const HttpHandler handler = std::exchange(m_handler, {});
    handler(m_parser.takeRequest(), HttpResponder(std::move(channel)));
}

void HttpConnection::refuse(const HttpRefusal &refusal, int retryAfterSeconds)
{
    HttpRequest &head = m_parser.head();
    if (m_phase != Phase::Body)
        m_requestId = requestIdFor(head);
    head.requestId = m_requestId;
    HttpResponse response = m_context.service.refusal(refusal.status, refusal.message, head);
    response.status = refusal.status;
    if (retryAfterSeconds > 0)
        response.setHeader("Retry-After", QByteArray::number(retryAfterSeconds));
    m_headOnly = head.method == "HEAD";
    m_keepAlive = false;
    ++m_serial;
    send(response);
}

void HttpConnection::turnAway()
{
    refuse({503, u"Too many connections are open: try again in a moment."_s}, 1);
}

void HttpConnection::respond(quint64 serial, const HttpResponse &response)
{
    if (serial == m_serial && m_phase == Phase::Waiting)
        send(response);
}

void HttpConnection::abandon(quint64 serial)
{
    if (serial != m_serial || m_phase != Phase::Waiting)
        return;
    HttpRequest unanswered;
    unanswered.requestId = m_requestId;
    HttpResponse response = m_context.service.refusal(500, u"The request was not answered."_s, unanswered);
    response.status = 500;
    send(response);
}

void HttpConnection::send(const HttpResponse &response)
{
    m_keepAlive = m_keepAlive && !m_context.closing;
    if (m_socket->bytesToWrite() == 0)
        m_lastProgress = Clock::now();
    m_socket->write(responseBytes(
        response,
        {.headOnly = m_headOnly,
         .close = !m_keepAlive,
         .http10 = m_http10,
         .requestId = m_requestId,
         .date = m_context.date}));
    afterAnswer();
}

void HttpConnection::afterAnswer()
{
    if (!m_keepAlive)
        return linger();
    enter(Phase::Idle, m_context.limits.idleSeconds);
    if (m_processing)
        return;
    m_socket->flush();
    updatePause();
    if (!m_paused && m_phase == Phase::Idle)
        process();
}

bool HttpConnection::startStream(quint64 serial, const HttpResponse &head)
{
    if (serial != m_serial || m_phase != Phase::Waiting)
        return false;
    m_keepAlive = m_keepAlive && !m_http10 && !m_context.closing;
    if (m_socket->bytesToWrite() == 0)
        m_lastProgress = Clock::now();
    m_socket->write(responseBytes(
        head,
        {.headOnly = m_headOnly,
         .close = !m_keepAlive,
         .http10 = m_http10,
         .stream = true,
         .requestId = m_requestId,
         .date = m_context.date}));
    if (m_headOnly) {
        afterAnswer();
        return false;
    }
    enter(Phase::Streaming, 0);
    updatePause();
    return true;
}

void HttpConnection::writeStream(quint64 serial, const QByteArray &bytes)
{
    if (!isStreaming(serial) || bytes.isEmpty())
        return;
    if (m_socket->bytesToWrite() > kStreamBacklogBytes)
        return leave();
    if (m_socket->bytesToWrite() == 0)
        m_lastProgress = Clock::now();
    m_socket->write(m_http10 ? bytes : chunkBytes(bytes));
}

bool HttpConnection::isStreaming(quint64 serial) const
{
    return serial == m_serial && m_phase == Phase::Streaming;
}

void HttpConnection::endStream(quint64 serial)
{
    if (!isStreaming(serial))
        return;
    if (!m_http10)
        m_socket->write("0\r\n\r\n");
    m_keepAlive = m_keepAlive && !m_context.closing;
    afterAnswer();
    if (m_phase == Phase::Idle && m_socket->bytesAvailable() > 0)
        readInput();
}

void HttpConnection::linger()
{
    // Closing with unread bytes would reset the connection and could take the answer with it: send the answer, say that
    // no more comes, and throw away what the client still sends, for a while.
    enter(Phase::Lingering, 0);
    m_input.clear();
    m_socket->flush();
    if (m_phase != Phase::Lingering)
        return;
    if (m_socket->bytesToWrite() == 0)
        shutDownWriting();
    updatePause();
}

void HttpConnection::shutDownWriting()
{
    m_writingShut = true;
    ::shutdown(static_cast<int>(m_socket->socketDescriptor()), SHUT_WR);
    enter(Phase::Lingering, kLingerSeconds);
}

void HttpConnection::onBytesWritten()
{
    m_lastProgress = Clock::now();
    if (m_processing || m_socket->bytesToWrite() > 0)
        return;
    if (m_phase == Phase::Lingering && !m_writingShut)
        shutDownWriting();
    else if (m_phase == Phase::Idle)
        enter(Phase::Idle, m_context.limits.idleSeconds);
    updatePause();
    if (canProceed() && !m_input.isEmpty())
        process();
}

void HttpConnection::updatePause()
{
    // Qt ends a connection as soon as it reads the end of the client's half, also when an answer is still due. A full
    // read buffer keeps it from reading: one byte put back, and a buffer of one byte.
    const bool unsent = m_socket->bytesToWrite() > 0;
    const bool pause = m_phase == Phase::Waiting || (unsent && m_phase != Phase::Streaming && m_phase != Phase::Gone);
    if (pause == m_paused || m_phase == Phase::Gone)
        return;
    m_paused = pause;
    if (pause) {
        m_socket->ungetChar(0);
        m_socket->setReadBufferSize(1);
        return;
    }
    char plug = 0;
    m_socket->getChar(&plug);
    m_socket->setReadBufferSize(kReadBufferBytes);
}

void HttpConnection::tick(Clock::time_point now)
{
    if (m_phase == Phase::Gone)
        return;
    if (m_socket->bytesToWrite() > 0) {
        if (now - m_lastProgress > std::chrono::seconds(m_context.limits.writeStallSeconds))
            leave();
        return;
    }
    if (now < m_deadline)
        return;
    if (m_phase == Phase::Head)
        refuse({408, u"The header did not arrive within %1 seconds."_s.arg(m_context.limits.headerSeconds)});
    else if (m_phase == Phase::Body)
        refuse({408, u"The body did not arrive within %1 seconds."_s.arg(m_context.limits.bodySeconds)});
    else
        leave();
}

void HttpConnection::endSoon()
{
    if (m_phase == Phase::Streaming)
        endStream(m_serial);
    else if (m_phase == Phase::Idle && m_socket->bytesToWrite() > 0)
        linger();
    else if (m_phase == Phase::Idle || m_phase == Phase::Head)
        leave();
}

void HttpConnection::abort()
{
    leave();
}

void HttpConnection::leave()
{
    if (m_phase == Phase::Gone)
        return;
    m_phase = Phase::Gone;
    m_socket->disconnect(this);
    m_socket->abort();
    m_left(this);
}

} // namespace jackfield

#include "moc_http_connection.cpp"
