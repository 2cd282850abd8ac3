// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
// Who may come in, and as whom.
#include "storage/api/gates/key_gates.h"

#include "storage/api/gates/path_gates.h"
#include "tests/support/service/api_fixture.h"
#include "tests/support/service/asked_request.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace jackfield::key_gates_test {

using namespace Qt::Literals::StringLiterals;
using namespace testing;

namespace {

ApiRoute routeFor(const QList<Role> &roles, const QList<QByteArray> &scopes)
{
    ApiRoute route;
    route.roles = roles;
    route.scopes = scopes;
    return route;
}

} // namespace

class KeyGatesTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<ApiFixture>();
        m_routes = everyRoute(m_fixture->service());
    }
    void cleanup()
    {
        m_routes.reset();
        m_fixture.reset();
    }

    void aGoodKeyTellsWhoAsks()
    {
        const QByteArray key = m_fixture->key("flownally", {"journey:list"}, Role::Admin);
        AskedRequest one("GET", "/v1/chatbots", {"authorization: Bearer " + key});
        QCOMPARE(passed(one), QByteArray());
        QCOMPARE(one.asked.principal.workspace, m_fixture->service().workspaces().defaultId());
        QCOMPARE(one.asked.principal.role, Role::Admin);
        QCOMPARE(one.asked.principal.scopes, QList<QByteArray>{"journey:list"});
    }

    void badKeysAreRefused_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArrayList>("headers");
        QTest::addColumn<bool>("isNearMiss");
        QTest::newRow("none") << "/v1/chatbots"_ba << QByteArrayList{} << false;
        QTest::newRow("nobody's") << "/v1/chatbots"_ba << QByteArrayList{"authorization: Bearer nobody"} << false;
        QTest::newRow("misspelled path") << "/v1/chatbotz"_ba << QByteArrayList{"authorization: Bearer nobody"} << true;
        QTest::newRow("two") << "/v1/chatbots"_ba
                             << QByteArrayList{"authorization: Bearer a", "authorization: Bearer b"} << false;
        QTest::newRow("another header") << "/v1/chatbots"_ba << QByteArrayList{"x-api-key: nobody"} << false;
    }

    void badKeysAreRefused()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArrayList, headers);
        AskedRequest one("GET", path, headers);
        locate(*m_routes, one.asked);
        const std::optional<GateAnswer> answer = passKey(m_fixture->service().keys(), *m_routes, one.asked);
        QCOMPARE(told(answer), "401 unauthorized"_ba);
        QTEST(answer->isNearMiss, "isNearMiss");
        QVERIFY(one.asked.principal.keyId.isEmpty());
    }

    void theKeyOfAnotherApiOpensNothing()
    {
        AskedRequest one("GET", "/v1/chatbots", {"authorization: Bearer " + m_fixture->key("sarufi")});
        QCOMPARE(passed(one), "401 unauthorized"_ba);
    }

    void pathsOfNoApiNeedNoKey()
    {
        AskedRequest one("GET", "/");
        QCOMPARE(passed(one), QByteArray());
    }

    void aKeyMayBeRevokedMeanwhile()
    {
        AskedRequest one("POST", "/v1/chatbots", {"authorization: Bearer " + m_fixture->key("flownally")});
        QCOMPARE(passed(one), QByteArray());
        QCOMPARE(told(passRevocation(m_fixture->service().keys(), one.asked)), QByteArray());
        m_fixture->service().keys().revoke(one.asked.principal.keyId, [](const Result<void> &) {});
        QCOMPARE(told(passRevocation(m_fixture->service().keys(), one.asked)), "401 unauthorized"_ba);
        QVERIFY(one.asked.principal.keyId.isEmpty());
        QCOMPARE(told(passRevocation(m_fixture->service().keys(), one.asked)), QByteArray());
    }

    /// Over a socket: the head is let in, then the key goes, then the body comes.
    void aRevokedKeyIsRefusedBehindItsBody()
    {
        const QByteArray key = m_fixture->key("flownally");
        const QByteArray body = "{\"name\":\"A\"}";
        RawClient client(m_fixture->port());
        client.send(
            "POST /v1/chatbots HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_fixture->port())
            + "\r\nAuthorization: Bearer " + key
            + "\r\nContent-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n");
        QCOMPARE(client.response().value_or(RawResponse()).status, 100);
        m_fixture->service().keys().revoke(m_fixture->service().keys().all().first().id, [](const Result<void> &) {});
        client.send(body);
        QCOMPARE(client.response().value_or(RawResponse()).status, 401);
        QVERIFY(m_fixture->server().log().exchanges().back().workspace.isEmpty());
    }

    void theWorkspaceIsTheOneOfTheKey_data()
    {
        QTest::addColumn<QByteArrayList>("headers");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("named") << QByteArrayList{"x-workspace: W1"} << QByteArray();
        QTest::newRow("another") << QByteArrayList{"x-workspace: W2"} << "404 not_found"_ba;
        QTest::newRow("none") << QByteArrayList{} << "400 missing_workspace"_ba;
        QTest::newRow("empty") << QByteArrayList{"x-workspace: "} << "400 missing_workspace"_ba;
        QTest::newRow("twice") << QByteArrayList{"x-workspace: W1", "x-workspace: W1"} << "400 missing_workspace"_ba;
    }

    void theWorkspaceIsTheOneOfTheKey()
    {
        QFETCH(QByteArrayList, headers);
        QFETCH(QByteArray, answer);
        AskedRequest one("GET", "/", headers);
        one.asked.principal.workspace = WorkspaceId("W1"_ba);
        ApiRoute route;
        route.workspaceHeader = "x-workspace";
        one.at(route);
        QCOMPARE(told(passWorkspace(one.asked)), answer);
        route.isPublic = true;
        one.at(route);
        QCOMPARE(told(passWorkspace(one.asked)), QByteArray());
        one.at(ApiRoute());
        QCOMPARE(told(passWorkspace(one.asked)), QByteArray());
    }

    void oneRoleAndEveryScopeAreNeeded_data()
    {
        QTest::addColumn<int>("role");
        QTest::addColumn<QByteArrayList>("scopes");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("unlimited") << int(Role::Owner) << QByteArrayList{} << QByteArray();
        QTest::newRow("both") << int(Role::Admin) << QByteArrayList{"a", "b", "c"} << QByteArray();
        QTest::newRow("one scope") << int(Role::Owner) << QByteArrayList{"a"} << "403 insufficient_scope"_ba;
        QTest::newRow("another role") << int(Role::Agent) << QByteArrayList{"a", "b"} << "403 insufficient_role"_ba;
    }

    void oneRoleAndEveryScopeAreNeeded()
    {
        QFETCH(int, role);
        QFETCH(QByteArrayList, scopes);
        QFETCH(QByteArray, answer);
        AskedRequest one("GET", "/");
        one.asked.principal.role = Role(role);
        one.asked.principal.scopes = scopes;
        one.at(routeFor({Role::Owner, Role::Admin}, {"a", "b"}));
        QCOMPARE(told(passRights(one.asked)), answer);
        ApiRoute open = routeFor({Role::Owner}, {"z"});
        open.isPublic = true;
        one.at(open);
        QCOMPARE(told(passRights(one.asked)), QByteArray());
    }

private:
    QByteArray passed(AskedRequest &one)
    {
        locate(*m_routes, one.asked);
        return told(passKey(m_fixture->service().keys(), *m_routes, one.asked));
    }

    std::unique_ptr<ApiFixture> m_fixture;
    std::unique_ptr<ApiRoutes> m_routes;
};

JACKFIELD_TEST(KeyGatesTest)

} // namespace jackfield::key_gates_test

#include "key_gates_test.moc"
