// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QTcpSocket>

#include <optional>
#include <utility>

namespace jackfield {

/// One answer as it stood on the wire. Header names are lower case.
struct RawResponse
{
    int status = 0;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;

    QByteArray header(QByteArrayView lowerCaseName) const; ///< empty when absent
    bool hasHeader(QByteArrayView lowerCaseName) const;
};

/// A client that sends exactly the bytes it is given, to a server on the same thread.
class RawClient
{
public:
    explicit RawClient(quint16 port);

    void send(const QByteArray &bytes); ///< and lets them go out
    void shutDownWriting();
    void stopReading(); ///< from now on the kernel's buffers fill
    void abort(); ///< with a reset

    /// The next answer, interim ones (1xx) included; nothing when it does not come in time or is broken.
    std::optional<RawResponse> response(bool toHead = false, int milliseconds = 5000);
    bool waitForClose(int milliseconds = 5000);
    bool isOpen() const;
    QByteArray unread(); ///< what came and was not part of an answer yet
    QTcpSocket &socket() { return m_socket; }

private:
    QTcpSocket m_socket;
    QByteArray m_received;
};

/// Takes one whole answer from the front of `bytes`; nothing when it is incomplete.
std::optional<RawResponse> takeResponse(QByteArray &bytes, bool toHead, bool closed);

} // namespace jackfield
