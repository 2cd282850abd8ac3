// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

// Every operation of every description against every role and every scope, made from the descriptions themselves.

#include "storage/api/description/api_document.h"
#include "tests/support/service/api_fixture.h"
#include "tests/support/test_program.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

namespace jackfield::access_matrix_test {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The path of a route with ids that exist nowhere.
QByteArray targetOf(const ApiRoute &route)
{
    QString path = QString::fromUtf8(route.path);
    return path.replace(QRegularExpression(u"\\{[^}]*\\}"_s), u"00000000000000000000000000"_s).toUtf8();
}

QByteArray keyApi(const QByteArray &api)
{
    return api == "jackfield" ? "all"_ba : api;
}

int statusOf(ApiFixture &fixture, const ApiRoute &route, const QByteArray &key)
{
    TestRequest request{route.method, targetOf(route), key};
    if (route.body != ApiRoute::Body::None)
        request.body = "{"_ba; // let in by every guard, refused behind them: nothing is made
    if (!route.workspaceHeader.isEmpty())
        request.headers.append({route.workspaceHeader, fixture.service().workspaces().defaultId().utf8});
    if (route.method == "GET" || route.method == "POST")
        request.headers.append({"Last-Event-ID"_ba, "x"_ba}); // the change feed refuses instead of staying open
    return fixture.send(request).status;
}

} // namespace

class AccessMatrixTest : public QObject
{
    Q_OBJECT

private slots:
    void roleAndScopeDecide_data()
    {
        QTest::addColumn<QByteArray>("api");
        for (const QByteArray &api : describedApis())
            QTest::newRow(api.constData()) << api;
    }

    void roleAndScopeDecide()
    {
        QFETCH(QByteArray, api);
        const ApiDocument document(api);
        QSet<QByteArray> scopes{"something:else"};
        for (const ApiRoute &route : document.routes())
            scopes.unite(QSet<QByteArray>(route.scopes.cbegin(), route.scopes.cend()));
        ApiFixture fixture;
        int cells = 0;
        for (const Role role : {Role::Owner, Role::Admin, Role::Agent}) {
            for (const QByteArray &scope : std::as_const(scopes)) {
                const QByteArray key = fixture.key(keyApi(api), {scope}, role);
                for (const ApiRoute &route : document.routes()) {
                    if (route.isPublic)
                        continue;
                    const bool allowed = route.roles.contains(role)
                        && std::ranges::all_of(route.scopes, [&](const QByteArray &needed) { return needed == scope; });
                    const int status = statusOf(fixture, route, key);
                    const QByteArray cell = route.operation + ' ' + roleName(role).toByteArray() + ' ' + scope + ": "
                        + QByteArray::number(status);
                    QVERIFY2(
                        allowed ? status != 401 && status != 403 && status < 500 : status == 403, cell.constData());
                    ++cells;
                }
            }
        }
        if (api == "flownally")
            QCOMPARE(cells, 2 * 10 * 3 * scopes.size());
    }

    void noKeyNoAnswer_data() { roleAndScopeDecide_data(); }

    void noKeyNoAnswer()
    {
        QFETCH(QByteArray, api);
        const ApiDocument document(api);
        ApiFixture fixture;
        QList<QByteArray> strangers{QByteArray(), "wrong"_ba};
        QList<QByteArray> unlimitedStrangers;
        for (const QByteArray &other : describedApis()) {
            if (other == api || other == "jackfield") // keys of our own namespace are those of every API
                continue;
            strangers.append(fixture.key(other, {"something:else"}));
            unlimitedStrangers.append(fixture.key(other));
        }
        for (const ApiRoute &route : document.routes()) {
            if (route.isPublic)
                continue;
            for (const QByteArray &key : route.anyKey ? strangers : strangers + unlimitedStrangers)
                QVERIFY2(statusOf(fixture, route, key) == 401, route.operation.constData());
        }
    }

    /// Unlimited keys of any one API may follow the changes of their workspace, and nothing else of our own namespace.
    void anyUnlimitedKeyMayFollowEvents()
    {
        ApiFixture fixture;
        const QByteArray key = fixture.key("sarufi");
        const QByteArray head = fixture.head({"GET"_ba, "/api/jackfield/v1/events"_ba, key});
        QVERIFY2(head.startsWith("HTTP/1.1 200 "), head.constData());
        QVERIFY(head.toLower().contains("content-type: text/event-stream"));
        QCOMPARE(fixture.send({"GET"_ba, "/api/jackfield/v1/flows"_ba, key}).status, 401);
    }

    void aRevokedKeyStopsAtOnce()
    {
        ApiFixture fixture;
        const QByteArray key = fixture.key("flownally");
        const TestRequest request{"GET"_ba, "/v1/chatbots"_ba, key};
        QCOMPARE(fixture.send(request).status, 200);
        for (const ApiKey &stored : fixture.service().keys().all())
            fixture.service().keys().revoke(stored.id, [](const Result<void> &) {});
        (void)fixture.service().flush();
        QCOMPARE(fixture.send(request).status, 401);
    }
};

JACKFIELD_TEST(AccessMatrixTest)

} // namespace jackfield::access_matrix_test

#include "access_matrix_test.moc"
