// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/service/raw_client.h"

#include <QTest>

#include <algorithm>
#include <tuple>

#include <sys/socket.h>

namespace jackfield {

QByteArray RawResponse::header(QByteArrayView lowerCaseName) const
{
    for (const auto &[name, value] : headers) {
        if (name == lowerCaseName)
            return value;
    }
    return {};
}

bool RawResponse::hasHeader(QByteArrayView lowerCaseName) const
{
    return std::ranges::any_of(headers, [&](const auto &header) { return header.first == lowerCaseName; });
}

namespace {

/// The decoded body and where it ends, or nothing when it is incomplete.
std::optional<std::pair<QByteArray, qsizetype>> chunkedBody(const QByteArray &bytes, qsizetype at)
{
    QByteArray body;
    while (true) {
        const qsizetype end = bytes.indexOf("\r\n", at);
        if (end < 0)
            return std::nullopt;
        const qsizetype size = bytes.sliced(at, end - at).toLongLong(nullptr, 16);
        if (bytes.size() < end + 4 + size)
            return std::nullopt;
        body += bytes.sliced(end + 2, size);
        at = end + 4 + size;
        if (size == 0)
            return std::pair(body, at);
    }
}

} // namespace

std::optional<RawResponse> takeResponse(QByteArray &bytes, bool toHead, bool closed)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0 || !bytes.startsWith("HTTP/1.1 "))
        return std::nullopt;
    RawResponse response;
    const QList<QByteArray> lines = bytes.first(end).replace("\r\n", "\n").split('\n');
    response.status = lines.first().sliced(9, 3).toInt();
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        response.headers.emplaceBack(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
    }
    qsizetype used = end + 4;
    const bool bodiless = toHead || response.status < 200 || response.status == 204 || response.status == 304;
    if (!bodiless && response.header("transfer-encoding") == "chunked") {
        const auto chunked = chunkedBody(bytes, used);
        if (!chunked)
            return std::nullopt;
        std::tie(response.body, used) = *chunked;
    } else if (!bodiless && response.hasHeader("content-length")) {
        const qsizetype size = response.header("content-length").toLongLong();
        if (bytes.size() < used + size)
            return std::nullopt;
        response.body = bytes.sliced(used, size);
        used += size;
    } else if (!bodiless) {
        if (!closed)
            return std::nullopt;
        response.body = bytes.sliced(used);
        used = bytes.size();
    }
    bytes.remove(0, used);
    return response;
}

RawClient::RawClient(quint16 port)
{
    m_socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    m_socket.waitForConnected(3000);
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
}

void RawClient::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
}

void RawClient::shutDownWriting()
{
    (void)QTest::qWaitFor([&] { return m_socket.bytesToWrite() == 0 || !isOpen(); });
    ::shutdown(static_cast<int>(m_socket.socketDescriptor()), SHUT_WR);
}

void RawClient::stopReading()
{
    m_socket.setReadBufferSize(1);
}

void RawClient::abort()
{
    const linger reset{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(static_cast<int>(m_socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    m_socket.abort();
}

std::optional<RawResponse> RawClient::response(bool toHead, int milliseconds)
{
    std::optional<RawResponse> out;
    const bool done = QTest::qWaitFor(
        [&] {
            m_received += m_socket.readAll();
            out = takeResponse(m_received, toHead, !isOpen());
            return out.has_value() || !isOpen();
        },
        milliseconds);
    return done ? out : std::nullopt;
}

bool RawClient::waitForClose(int milliseconds)
{
    return QTest::qWaitFor([&] { return !isOpen(); }, milliseconds);
}

bool RawClient::isOpen() const
{
    return m_socket.state() == QAbstractSocket::ConnectedState;
}

QByteArray RawClient::unread()
{
    m_received += m_socket.readAll();
    return m_received;
}

} // namespace jackfield
