// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/local_server.h"

#include "storage/api/api_server.h"
#include "storage/api/api_table.h"
#include "storage/api/jackfield/jackfield_face.h"
#include "storage/http/http_server.h"

namespace jackfield {

namespace {

std::unique_ptr<ApiServer> everyApi(FlowService &service, RequestLog &log, std::shared_ptr<Clock> clock)
{
    std::vector<std::unique_ptr<ApiFace>> faces;
    QList<const ApiDocument *> documents;
    for (const ServedApi &api : servedApis()) {
        faces.push_back(api.makeFace());
        documents.append(&faces.back()->document());
    }
    faces.push_back(std::make_unique<JackfieldFace>(log, documents));
    return std::make_unique<ApiServer>(service, log, std::move(faces), std::move(clock));
}

} // namespace

LocalServer::LocalServer(FlowService &service, HttpLimits limits, std::shared_ptr<Clock> clock)
    : m_service(service), m_log(maskOfEveryApi()), m_apis(everyApi(service, m_log, std::move(clock))), m_limits(limits)
{
    qRegisterMetaType<Exchange>();
    connect(&m_log, &RequestLog::recorded, this, &LocalServer::exchanged);
}

LocalServer::~LocalServer()
{
    // Completions that still wait for the disk refer to the handlers.
    (void)m_service.flush();
}

void LocalServer::replay(qint64 number, const std::function<void(Result<qint64>)> &done)
{
    m_apis->replay(number, done);
}

void LocalServer::setRateLimited(const QByteArray &api, bool limited)
{
    m_apis->setRateLimited(api, limited);
}

QList<QByteArray> LocalServer::scopes(const QByteArray &api) const
{
    return m_apis->scopes(api);
}

QString LocalServer::address() const
{
    return m_http ? m_http->address() : QString();
}

Result<void> LocalServer::open()
{
    m_http = std::make_unique<HttpServer>(*m_apis, m_limits);
    Result<void> listening = m_http->listen(m_host, m_port);
    if (!listening) {
        m_http.reset();
        return listening;
    }
    m_port = m_http->port(); // the same one again after a pause
    emit addressChanged(address());
    return {};
}

Result<void> LocalServer::listen(const QHostAddress &address, quint16 port)
{
    m_host = address;
    m_port = port;
    m_hasAddress = true;
    return m_enabled ? open() : Result<void>();
}

Result<void> LocalServer::setEnabled(bool enabled)
{
    if (enabled == m_enabled)
        return {};
    m_enabled = enabled;
    if (enabled)
        return m_hasAddress ? open() : Result<void>();
    m_http.reset();
    emit addressChanged(QString());
    return {};
}

void LocalServer::close(std::function<void()> done)
{
    if (m_http) {
        m_http->close(std::move(done));
        emit addressChanged(QString());
    } else if (done) {
        done();
    }
}

} // namespace jackfield
