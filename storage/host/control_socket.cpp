// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/host/control_socket.h"

#include "model/json/json_reader.h"
#include "model/json/json_writer.h"

#include <QDeadlineTimer>
#include <QLocalSocket>
#include <QPointer>
#include <QtEndian>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint32 kMaxFrameBytes = 256 * 1024 * 1024;
constexpr JsonLimits kLimits{.maxBytes = kMaxFrameBytes, .maxDepth = 1024, .maxStringBytes = kMaxFrameBytes};

Error failed(const QString &message)
{
    return {.code = "control_failed"_ba, .message = message};
}

QByteArray frameOf(const Json &value)
{
    const QByteArray text = writeJson(value);
    QByteArray frame(4, '\0');
    qToBigEndian(static_cast<quint32>(text.size()), frame.data());
    return frame + text;
}

/// The length that a frame announces, none while too little of it is there.
std::optional<quint32> announcedBytes(QLocalSocket &socket)
{
    const QByteArray head = socket.peek(4);
    if (head.size() < 4)
        return std::nullopt;
    return qFromBigEndian<quint32>(head.constData());
}

/// One connection: reads a frame, has it answered, reads the next.
class ControlConnection : public QObject
{
public:
    ControlConnection(QLocalSocket *socket, const ControlServer::Handler &handler)
        : QObject(socket), m_socket(socket), m_handler(handler)
    {
        connect(socket, &QLocalSocket::readyRead, this, &ControlConnection::read);
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    }

    void read()
    {
        const std::optional<quint32> size = announcedBytes(*m_socket);
        if (m_busy || !size)
            return;
        if (*size > kMaxFrameBytes) {
            m_socket->abort();
            return;
        }
        if (m_socket->bytesAvailable() < qint64(*size) + 4)
            return;
        m_socket->skip(4);
        Result<Json> request = parseJson(m_socket->read(*size), kLimits);
        if (!request) {
            m_socket->abort();
            return;
        }
        m_busy = true;
        m_handler(*std::move(request), [self = QPointer<ControlConnection>(this)](const Json &answer) {
            if (self)
                self->answer(answer);
        });
    }

private:
    void answer(const Json &value)
    {
        m_busy = false;
        m_socket->write(frameOf(value));
        // Another request may be here already; it is not answered from within this one.
        QMetaObject::invokeMethod(
            this, [this] { read(); }, Qt::QueuedConnection);
    }

    QLocalSocket *m_socket;
    ControlServer::Handler m_handler;
    bool m_busy = false;
};

} // namespace

ControlServer::ControlServer(Handler handler, QObject *parent)
    : QObject(parent), m_handler(std::move(handler)), m_server(new QLocalServer(this))
{
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, &ControlServer::accept);
}

Result<void> ControlServer::listen(const QString &path)
{
    QLocalServer::removeServer(path);
    if (!m_server->listen(path))
        return failed(u"Other programs cannot reach this one through %1: %2."_s.arg(path, m_server->errorString()));
    return {};
}

void ControlServer::accept()
{
    while (QLocalSocket *socket = m_server->nextPendingConnection()) {
        auto *connection = new ControlConnection(socket, m_handler);
        connection->read();
    }
}

Result<Json> askOwner(const QString &path, const Json &request, int timeoutMilliseconds)
{
    const QDeadlineTimer deadline(timeoutMilliseconds);
    const auto left = [&deadline] { return static_cast<int>(deadline.remainingTime()); };
    QLocalSocket socket;
    socket.connectToServer(path);
    if (!socket.waitForConnected(left())) {
        return Error{
            .code = "control_absent"_ba, .message = u"Nobody answers at %1: %2."_s.arg(path, socket.errorString())};
    }
    socket.write(frameOf(request));
    while (socket.bytesToWrite() > 0) {
        if (!socket.waitForBytesWritten(left()))
            return failed(u"The owner of %1 does not listen: %2."_s.arg(path, socket.errorString()));
    }
    for (;;) {
        const std::optional<quint32> size = announcedBytes(socket);
        if (size && *size > kMaxFrameBytes)
            return failed(u"What answers at %1 is not Jackfield."_s.arg(path));
        if (size && socket.bytesAvailable() >= qint64(*size) + 4) {
            socket.skip(4);
            return parseJson(socket.read(*size), kLimits);
        }
        if (!socket.waitForReadyRead(left()))
            return failed(u"The owner of %1 gave no answer: %2."_s.arg(path, socket.errorString()));
    }
}

} // namespace jackfield
