// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/service/api_fixture.h"

#include "storage/api/api_table.h"
#include "storage/store/flow_store.h"

#include <QTest>
#include <QUrl>

#include <algorithm>

namespace jackfield {

QList<QByteArray> describedApis()
{
    QList<QByteArray> names;
    for (const ServedApi &api : servedApis())
        names.append(api.name.id);
    names.append(QByteArray("jackfield"));
    return names;
}

ApiFixture::ApiFixture(std::shared_ptr<Clock> clock) : m_clock(std::move(clock))
{
    open();
}

ApiFixture::~ApiFixture()
{
    close();
}

void ApiFixture::open()
{
    Result<std::unique_ptr<FlowStore>> store = FlowStore::open(m_folder.filePath(QStringLiteral("test.db")));
    if (!store)
        qFatal("%s", qPrintable(store.error().message));
    m_service = std::make_unique<FlowService>(m_kinds, std::move(*store));
    m_server = std::make_unique<LocalServer>(*m_service, HttpLimits(), m_clock);
    if (const Result<void> listening = m_server->listen(QHostAddress(QHostAddress::LocalHost), 0); !listening)
        qFatal("%s", qPrintable(listening.error().message));
}

void ApiFixture::close()
{
    m_server.reset();
    m_service.reset();
}

void ApiFixture::restart()
{
    close();
    open();
}

quint16 ApiFixture::port() const
{
    return quint16(QUrl(m_server->address()).port());
}

QByteArray
ApiFixture::key(const QByteArray &api, const QList<QByteArray> &scopes, Role role, const WorkspaceId &workspace)
{
    QByteArray secret;
    m_service->keys().create(
        {.workspace = workspace, .api = api, .role = role, .scopes = scopes, .prefix = "test_"},
        [&secret](const Result<NewKey> &made) { secret = made ? made->secret : QByteArray(); });
    (void)m_service->flush();
    if (secret.isEmpty())
        qFatal("no key could be made");
    return secret;
}

WorkspaceId ApiFixture::newWorkspace(const QString &name)
{
    WorkspaceId id;
    m_service->workspaces().create(
        name, [&id](const Result<Workspace> &made) { id = made ? made->id : WorkspaceId(); });
    (void)m_service->flush();
    return id;
}

QByteArray ApiFixture::bytes(const TestRequest &request) const
{
    QByteArray text
        = request.method + ' ' + request.target + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port()) + "\r\n";
    if (!request.key.isEmpty())
        text += "Authorization: Bearer " + request.key + "\r\n";
    bool typed = false;
    for (const auto &[name, value] : request.headers) {
        typed = typed || name.toLower() == "content-type";
        text += name + ": " + value + "\r\n";
    }
    if (request.body) {
        if (!typed)
            text += "Content-Type: application/json\r\n";
        text += "Content-Length: " + QByteArray::number(request.body->size()) + "\r\n";
    }
    return text + "\r\n" + request.body.value_or(QByteArray());
}

RawResponse ApiFixture::send(const TestRequest &request)
{
    RawClient client(port());
    client.send(bytes(request));
    return client.response(request.method == "HEAD").value_or(RawResponse());
}

QByteArray ApiFixture::head(const TestRequest &request)
{
    RawClient client(port());
    client.send(bytes(request));
    QByteArray received;
    (void)QTest::qWaitFor(
        [&] {
            received += client.socket().readAll();
            return received.contains("\r\n\r\n");
        },
        3000);
    return received;
}

} // namespace jackfield
