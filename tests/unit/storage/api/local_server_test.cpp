// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/local_server.h"

#include "tests/support/service/api_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QSignalSpy>
#include <QTest>

namespace jackfield::local_server_test {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A client of the change feed.
class Follower
{
public:
    Follower(ApiFixture &fixture, const QByteArray &key, const QByteArray &lastEventId = {}) : m_client(fixture.port())
    {
        QByteArray text = "GET /api/jackfield/v1/events HTTP/1.1\r\nHost: 127.0.0.1:"
            + QByteArray::number(fixture.port()) + "\r\nAuthorization: Bearer " + key + "\r\n";
        if (!lastEventId.isEmpty())
            text += "Last-Event-ID: " + lastEventId + "\r\n";
        m_client.send(text + "\r\n");
    }

    bool waitFor(const QByteArray &text)
    {
        return QTest::qWaitFor(
            [&] {
                m_received += m_client.socket().readAll();
                return m_received.contains(text);
            },
            3000);
    }
    const QByteArray &received() const { return m_received; }

private:
    RawClient m_client;
    QByteArray m_received;
};

TestRequest creating(const QByteArray &key, const QByteArray &name)
{
    return {"POST"_ba, "/v1/chatbots"_ba, key, {}, "{\"name\":\"" + name + "\"}"};
}

} // namespace

class LocalServerTest : public QObject
{
    Q_OBJECT

private slots:
    void switchedOffAndOnListensWhereItDid()
    {
        ApiFixture fixture;
        const QString address = fixture.server().address();
        QSignalSpy changes(&fixture.server(), &LocalServer::addressChanged);
        VERIFY_OK(fixture.server().setEnabled(false));
        QVERIFY(fixture.server().address().isEmpty());
        VERIFY_OK(fixture.server().setEnabled(true));
        QCOMPARE(fixture.server().address(), address);
        QCOMPARE(changes.size(), 2);
        QCOMPARE(fixture.send({"GET"_ba, "/api/jackfield/v1/health"_ba}).status, 200);
    }

    void aTakenPortIsNamed()
    {
        ApiFixture fixture;
        LocalServer second(fixture.service());
        const Result<void> listening = second.listen(QHostAddress(QHostAddress::LocalHost), fixture.port());
        COMPARE_ERROR(listening, "port_in_use"_ba);
    }

    void exchangesAreTold()
    {
        ApiFixture fixture;
        QSignalSpy exchanges(&fixture.server(), &LocalServer::exchanged);
        const QByteArray key = fixture.key("flownally");
        QCOMPARE(fixture.send(creating(key, "A")).status, 201);
        QCOMPARE(exchanges.size(), 1);
        const Exchange exchange = exchanges.first().first().value<Exchange>();
        QCOMPARE(exchange.operation, "createChatbot"_ba);
        QCOMPARE(exchange.status, 201);
        QVERIFY(!exchange.workspace.isEmpty());
    }

    void scopesComeFromTheDescriptions()
    {
        ApiFixture fixture;
        const QList<QByteArray> own = fixture.server().scopes("flownally");
        QVERIFY(own.contains("journey:list"));
        QVERIFY(!own.contains("chatbots:read"));
        QCOMPARE(own.count("journey:activate"), 1);
        const QList<QByteArray> all = fixture.server().scopes("all");
        for (const QByteArray &scope : {"journey:list"_ba, "chatbots:read"_ba, "requests:read"_ba})
            QVERIFY2(all.contains(scope), scope.constData());
        QVERIFY(fixture.server().scopes("nobody").isEmpty());
    }

    void eventsTellWhatHappens()
    {
        ApiFixture fixture;
        const QByteArray key = fixture.key("all");
        Follower follower(fixture, key);
        QVERIFY(follower.waitFor("retry: 2000"));
        QCOMPARE(fixture.send(creating(key, "A")).status, 201);
        QVERIFY(follower.waitFor("event: flow.created\ndata: {\"sequence\":"));
        QVERIFY(follower.waitFor("\"kind\":\"chatbot\""));
        QVERIFY(follower.received().contains("\"origin\":\"api\""));
    }

    void eventsResumeWhereTheyWereLeft()
    {
        ApiFixture fixture;
        const QByteArray key = fixture.key("all");
        QCOMPARE(fixture.send(creating(key, "A")).status, 201);
        const qint64 seen = fixture.service().events().lastSequence();
        QCOMPARE(fixture.send(creating(key, "B")).status, 201);
        QCOMPARE(fixture.send(creating(key, "C")).status, 201);
        Follower follower(fixture, key, QByteArray::number(seen));
        QVERIFY(follower.waitFor("id: " + QByteArray::number(seen + 2) + "\nevent: flow.created"));
        QCOMPARE(follower.received().count("event: flow.created"), 2);
    }

    void eventsFromTheFutureAreReset()
    {
        ApiFixture fixture;
        Follower follower(fixture, fixture.key("all"), "999999");
        QVERIFY(follower.waitFor("event: reset"));
    }

    void eventsOfAnotherWorkspaceAreNotTold()
    {
        ApiFixture fixture;
        const QByteArray key = fixture.key("all");
        const QByteArray other = fixture.key("all", {}, Role::Owner, fixture.newWorkspace(u"Other"_s));
        Follower stranger(fixture, other, "0");
        Follower own(fixture, key);
        QVERIFY(stranger.waitFor("retry: 2000"));
        QVERIFY(own.waitFor("retry: 2000"));
        QCOMPARE(fixture.send(creating(key, "A")).status, 201);
        QVERIFY(own.waitFor("event: flow.created"));
        QVERIFY(!stranger.received().contains("event: flow.created"));
    }

    /// A retry that arrives while the first request waits for the disk must not make a second chatbot.
    void retriesInFlightMakeOneChatbot()
    {
        ApiFixture fixture;
        const QByteArray key = fixture.key("flownally");
        const QByteArray body = "{\"name\":\"Once\"}";
        const QByteArray text = "POST /v1/chatbots HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(fixture.port())
            + "\r\nAuthorization: Bearer " + key
            + "\r\nIdempotency-Key: k\r\nContent-Type: application/json\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n" + body;
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 5; ++i)
            clients.push_back(std::make_unique<RawClient>(fixture.port()));
        for (const auto &client : clients)
            client->send(text);
        QSet<QByteArray> bodies;
        for (const auto &client : clients) {
            const std::optional<RawResponse> response = client->response();
            QVERIFY(response);
            QCOMPARE(response->status, 201);
            bodies.insert(response->body);
        }
        QCOMPARE(bodies.size(), 1);
        QCOMPARE(fixture.service().flows().list({.workspace = fixture.service().workspaces().defaultId()})->total, 1);
    }
};

JACKFIELD_TEST(LocalServerTest)

} // namespace jackfield::local_server_test

#include "local_server_test.moc"
