// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/http/http_server.h"

#include "storage/http/http_connection.h"

#include <QBasicTimer>
#include <QDateTime>
#include <QLocale>
#include <QSet>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <utility>

#include <malloc.h>
#include <unistd.h>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kTickMilliseconds = 200; // how late a deadline may be noticed
constexpr int kBacklog = 512; // connections that the kernel holds while we are busy
constexpr int kTurnedAwayAtOnce = 64; // told 503; more than that are closed without a word
constexpr int kCloseSeconds = 2;

class Listener : public QTcpServer
{
public:
    std::function<void(qintptr)> incoming;

protected:
    void incomingConnection(qintptr descriptor) override { incoming(descriptor); }
};

} // namespace

struct HttpServer::Impl
{
    Impl(HttpServer *owner, HttpService &service, const HttpLimits &limits)
        : self(owner), context{.service = service, .limits = limits}
    {
    }

    void accept(qintptr descriptor);
    void tick();
    void forget(HttpConnection *connection);
    void refreshDate();
    void finishClosing();

    HttpServer *self;
    HttpContext context;
    Listener listener;
    QTimer ticker; // one for the deadlines of all connections; rests while there are none
    QTimer closeTimer;
    QSet<HttpConnection *> connections; // admitted ones
    QSet<HttpConnection *> turnedAway;
    std::function<void()> done;
    qint64 dateSecond = 0;
};

void HttpServer::Impl::accept(qintptr descriptor)
{
    const bool full = connections.size() >= context.limits.connections;
    if (context.closing || (full && turnedAway.size() >= kTurnedAwayAtOnce)) {
        ::close(static_cast<int>(descriptor));
        return;
    }
    auto *socket = new QTcpSocket(self);
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        ::close(static_cast<int>(descriptor));
        return;
    }
    refreshDate();
    auto *connection = new HttpConnection(
        socket, context, [this](HttpConnection *left) { forget(left); }, self);
    (full ? turnedAway : connections).insert(connection);
    if (!ticker.isActive())
        ticker.start();
    if (full)
        connection->turnAway();
}

void HttpServer::Impl::tick()
{
    refreshDate();
    // Qt stops accepting when the process is out of descriptors, and leaves it to us to try again.
    if (listener.isListening())
        listener.resumeAccepting();
    const auto now = HttpConnection::Clock::now();
    for (const auto &group : {connections, turnedAway}) {
        for (HttpConnection *connection : group)
            connection->tick(now);
    }
    if (connections.isEmpty() && turnedAway.isEmpty()) {
        ticker.stop();
        // glibc keeps what a burst of large bodies took; half of the resident memory afterwards, when measured.
        ::malloc_trim(0);
    }
}

void HttpServer::Impl::forget(HttpConnection *connection)
{
    connections.remove(connection);
    turnedAway.remove(connection);
    connection->deleteLater();
    if (context.closing && connections.isEmpty() && turnedAway.isEmpty())
        finishClosing();
}

void HttpServer::Impl::refreshDate()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const qint64 second = now.toSecsSinceEpoch();
    if (std::exchange(dateSecond, second) == second)
        return;
    context.date = QLocale::c().toString(now, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'").toLatin1();
}

void HttpServer::Impl::finishClosing()
{
    closeTimer.stop();
    // From the event loop, so that the owner may delete the server in `done`.
    if (auto call = std::exchange(done, {}))
        QMetaObject::invokeMethod(self, std::move(call), Qt::QueuedConnection);
}

HttpServer::HttpServer(HttpService &service, HttpLimits limits, QObject *parent)
    : QObject(parent), m_impl(std::make_unique<Impl>(this, service, limits))
{
    m_impl->listener.incoming = [this](qintptr descriptor) { m_impl->accept(descriptor); };
    m_impl->listener.setListenBacklogSize(kBacklog);
    m_impl->ticker.setInterval(kTickMilliseconds);
    connect(&m_impl->ticker, &QTimer::timeout, this, [this] { m_impl->tick(); });
    connect(&m_impl->listener, &QTcpServer::acceptError, this, [this] { m_impl->ticker.start(); });
    m_impl->closeTimer.setSingleShot(true);
    connect(&m_impl->closeTimer, &QTimer::timeout, this, [this] {
        for (const auto &group : {m_impl->connections, m_impl->turnedAway}) {
            for (HttpConnection *connection : group)
                connection->abort();
        }
    });
}

HttpServer::~HttpServer()
{
    m_impl->listener.close();
    qDeleteAll(std::exchange(m_impl->connections, {}));
    qDeleteAll(std::exchange(m_impl->turnedAway, {}));
}

Result<void> HttpServer::listen(const QHostAddress &address, quint16 port)
{
    if (!address.isLoopback())
        return Error{
            .code = "not_loopback"_ba,
            .message = u"The address %1 is not a loopback address: use 127.0.0.1 or ::1."_s.arg(address.toString())};
    if (!m_impl->listener.listen(address, port)) {
        const bool busy = m_impl->listener.serverError() == QAbstractSocket::AddressInUseError;
        return Error{
            .code = busy ? "port_in_use"_ba : "listen_failed"_ba,
            .message = busy ? u"Another program already uses %1 port %2: stop it, or choose another port."_s.arg(
                           address.toString(), QString::number(port))
                            : u"Cannot listen on %1 port %2: %3"_s.arg(
                                address.toString(), QString::number(port), m_impl->listener.errorString())};
    }
    m_impl->context.guard = RequestGuard(address, m_impl->listener.serverPort());
    return {};
}

quint16 HttpServer::port() const
{
    return m_impl->listener.serverPort();
}

QString HttpServer::address() const
{
    if (!m_impl->listener.isListening())
        return {};
    const QHostAddress host = m_impl->listener.serverAddress();
    const bool six = host.protocol() == QAbstractSocket::IPv6Protocol;
    return (six ? u"http://[%1]:%2"_s : u"http://%1:%2"_s).arg(host.toString(), QString::number(port()));
}

void HttpServer::close(std::function<void()> done)
{
    m_impl->listener.close();
    m_impl->context.closing = true;
    m_impl->done = std::move(done);
    if (m_impl->connections.isEmpty() && m_impl->turnedAway.isEmpty())
        return m_impl->finishClosing();
    m_impl->closeTimer.start(kCloseSeconds * 1000);
    for (const auto &group : {m_impl->connections, m_impl->turnedAway}) {
        for (HttpConnection *connection : group)
            connection->endSoon();
    }
}

int HttpServer::connectionCount() const
{
    return static_cast<int>(m_impl->connections.size());
}

} // namespace jackfield

#include "moc_http_server.cpp"
