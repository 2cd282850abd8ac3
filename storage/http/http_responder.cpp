// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/http/http_connection.h"

#include <utility>

namespace jackfield {

namespace {

class ConnectionStream : public HttpStream
{
public:
    ConnectionStream(HttpConnection *connection, quint64 serial) : m_connection(connection), m_serial(serial) { }
    ~ConnectionStream() override { ConnectionStream::close(); }

    void write(const QByteArray &bytes) override
    {
        if (m_connection)
            m_connection->writeStream(m_serial, bytes);
    }
    bool isOpen() const override { return m_connection && m_connection->isStreaming(m_serial); }
    void close() override
    {
        if (m_connection)
            m_connection->endStream(m_serial);
        m_connection.clear();
    }

private:
    QPointer<HttpConnection> m_connection;
    quint64 m_serial;
};

} // namespace

HttpResponder::Channel::~Channel()
{
    if (!answered && connection)
        connection->abandon(serial);
}

HttpResponder::HttpResponder(std::shared_ptr<Channel> channel) : m_channel(std::move(channel)) { }

void HttpResponder::respond(const HttpResponse &response) const
{
    if (std::exchange(m_channel->answered, true) || !m_channel->connection)
        return;
    m_channel->connection->respond(m_channel->serial, response);
}

std::shared_ptr<HttpStream> HttpResponder::stream(const HttpResponse &head) const
{
    HttpConnection *connection = m_channel->connection;
    if (std::exchange(m_channel->answered, true) || !connection || !connection->startStream(m_channel->serial, head))
        connection = nullptr;
    return std::make_shared<ConnectionStream>(connection, m_channel->serial);
}

} // namespace jackfield
