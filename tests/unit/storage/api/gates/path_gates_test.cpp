// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
// What finds the API and the operation of a request.
#include "storage/api/gates/path_gates.h"

#include "tests/support/service/api_fixture.h"
#include "tests/support/service/asked_request.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace jackfield::path_gates_test {

using namespace Qt::Literals::StringLiterals;
using namespace testing;

class PathGatesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_fixture = std::make_unique<ApiFixture>();
        m_routes = everyRoute(m_fixture->service());
    }
    void cleanupTestCase()
    {
        m_routes.reset();
        m_fixture.reset();
    }

    void theLongestPrefixDecides_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("api");
        QTest::addColumn<QByteArray>("basePath");
        const auto row = [](const char *path, const char *api, const char *basePath) {
            QTest::newRow(path) << QByteArray(path) << QByteArray(api) << QByteArray(basePath);
        };
        row("/v1/chatbots", "flownally", "/v1");
        row("/v1/api/call-flows", "trillet", "/v1/api");
        row("/v1/nothing", "flownally", "/v1");
        row("/flownally/v1/chatbots", "flownally", "/flownally/v1");
        row("/trillet/v1/api/call-flows", "trillet", "/trillet/v1/api");
        row("/api/dev/v1/me", "sarufi", "/api/dev/v1");
        row("/api/v1/console/workflows", "console", "/api/v1/console");
        row("/", "", "");
        row("/v2/chatbots", "", "");
        row("/nobody/v1/chatbots", "", "");
    }

    void theLongestPrefixDecides()
    {
        QFETCH(QByteArray, path);
        AskedRequest one("GET", path);
        locate(*m_routes, one.asked);
        QTEST(one.asked.place.face != nullptr ? one.asked.place.face->name() : QByteArray(), "api");
        QTEST(one.asked.place.basePath, "basePath");
    }

    /// The keys of the one API must not open the other.
    void theNameOfOneApiDoesNotLeadIntoAnother()
    {
        AskedRequest one("GET", "/flownally/v1/api/call-flows");
        locate(*m_routes, one.asked);
        QCOMPARE(one.asked.place.face->name(), "flownally"_ba);
        QCOMPARE(told(passRoute(*m_routes, one.asked)), "404 not_found"_ba);
    }

    void pathsOfNoApiAreAnswered_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("isNearMiss");
        QTest::newRow("list of all") << "GET"_ba
                                     << "/"_ba
                                     << "200"_ba << false;
        QTest::newRow("its head") << "HEAD"_ba
                                  << "/"_ba
                                  << "200"_ba << false;
        QTest::newRow("nothing else") << "POST"_ba
                                      << "/"_ba
                                      << "405 method_not_allowed"_ba << false;
        QTest::newRow("elsewhere") << "GET"_ba
                                   << "/chatbots"_ba
                                   << "404 not_found"_ba << true;
        QTest::newRow("of an API") << "GET"_ba
                                   << "/v1/nothing"_ba << QByteArray() << false;
    }

    void pathsOfNoApiAreAnswered()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        AskedRequest one(method, path);
        locate(*m_routes, one.asked);
        const std::optional<GateAnswer> answer = passApi(*m_routes, one.asked);
        QTEST(told(answer), "answer");
        QTEST(answer && answer->isNearMiss, "isNearMiss");
    }

    void theListNamesEveryApi()
    {
        AskedRequest one("GET", "/");
        const std::optional<GateAnswer> answer = passApi(*m_routes, one.asked);
        const QByteArray body = std::get<HttpResponse>(answer->answer).body;
        for (const std::unique_ptr<ApiFace> &face : m_routes->faces())
            QVERIFY2(body.contains("\"base\":\"" + face->document().prefix() + '"'), body.constData());
    }

    void methodAndPathNameAnOperation_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QByteArray>("operation");
        const auto row = [](const char *method, const char *path, const char *answer, const char *operation) {
            QTest::addRow("%s %s", method, path)
                << QByteArray(method) << QByteArray(path) << QByteArray(answer) << QByteArray(operation);
        };
        row("GET", "/v1/chatbots", "", "listChatbots");
        row("HEAD", "/v1/chatbots", "", "listChatbots");
        row("POST", "/flownally/v1/chatbots", "", "createChatbot");
        row("GET", "/v1/chatbotz", "404 not_found", "");
        row("PUT", "/v1/chatbots", "405 method_not_allowed", "");
        row("OPTIONS", "/v1/chatbots", "204", "");
    }

    void methodAndPathNameAnOperation()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, answer);
        AskedRequest one(method, path);
        locate(*m_routes, one.asked);
        const std::optional<GateAnswer> given = passRoute(*m_routes, one.asked);
        QCOMPARE(told(given), answer);
        QTEST(one.asked.operation != nullptr ? one.asked.operation->route->operation : QByteArray(), "operation");
        QCOMPARE(given && given->isNearMiss, answer.startsWith("40"));
    }

    void whatIsMissedIsNearSomething()
    {
        AskedRequest one("GET", "/v1/chatbotz");
        locate(*m_routes, one.asked);
        QCOMPARE(
            m_routes->nearestTo("GET", one.asked.place),
            u"GET /v1/chatbots: The path has 'chatbotz' where 'chatbots' is expected."_s);
        AskedRequest other("GET", "/favicon.ico");
        locate(*m_routes, other.asked);
        QCOMPARE(m_routes->nearestTo("GET", other.asked.place), QString());
    }

    void otherMethodsAreNamed()
    {
        AskedRequest one("PUT", "/v1/chatbots");
        locate(*m_routes, one.asked);
        const std::optional<GateAnswer> answer = passRoute(*m_routes, one.asked);
        QCOMPARE(errorOf(answer).headers.first().first, "Allow"_ba);
        QVERIFY(errorOf(answer).headers.first().second.contains("POST"));
    }

private:
    std::unique_ptr<ApiFixture> m_fixture;
    std::unique_ptr<ApiRoutes> m_routes;
};

JACKFIELD_TEST(PathGatesTest)

} // namespace jackfield::path_gates_test

#include "path_gates_test.moc"
