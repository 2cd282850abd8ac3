// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

// What the log says about requests that matched no operation, as GET /api/jackfield/v1/requests tells it.

#include "model/json/json_reader.h"
#include "tests/support/service/api_fixture.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace jackfield::near_miss_test {

using namespace Qt::Literals::StringLiterals;

class NearMissTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<ApiFixture> m_fixture;
    QByteArray m_key;

    /// The newest exchange with this target.
    Json exchangeOf(const QByteArray &target)
    {
        const RawResponse response = m_fixture->send({"GET"_ba, "/api/jackfield/v1/requests"_ba, m_key});
        const Result<Json> body = parseJson(response.body);
        if (!body)
            return {};
        for (const Json &exchange : (*body)["requests"].items()) {
            if (exchange["target"].toUtf8() == target)
                return exchange;
        }
        return {};
    }

private slots:
    void initTestCase()
    {
        m_fixture = std::make_unique<ApiFixture>();
        m_key = m_fixture->key("all");
    }
    void cleanupTestCase() { m_fixture.reset(); }

    void theLogNamesTheNearestOperation_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("nearest");
        const auto row = [](const char *request, int status, const QString &nearest) {
            QTest::newRow(request) << QByteArray(request) << status << nearest;
        };
        row("GET /v1/chatbot", 404, u"GET /v1/chatbots: The path has 'chatbot' where 'chatbots' is expected."_s);
        row("POST /v1/chatbot", 404, u"POST /v1/chatbots: The path has 'chatbot' where 'chatbots' is expected."_s);
        row("GET /v1/Chatbots", 404,
            u"GET /v1/chatbots: The path has 'Chatbots' where 'chatbots' is expected: upper and lower case count."_s);
        row("GET /v1/chatbots/", 404, u"GET /v1/chatbots: The path ends with a slash."_s);
        row("GET /v1/journeys/jrn_1/version", 404,
            u"GET /v1/journeys/{id}/versions: The path has 'version' where 'versions' is expected."_s);
        row("POST /v1/chatbots//publish", 404,
            u"POST /v1/chatbots/{id}/publish: The path has nothing where '{id}' is expected."_s);
        row("POST /v1/chatbots/bot_1/publish/now", 404,
            u"POST /v1/chatbots/{id}/publish: The path goes on after '/v1/chatbots/{id}/publish'."_s);
        row("POST /flownally/v1/chatbot", 404,
            u"POST /v1/chatbots: The path has 'chatbot' where 'chatbots' is expected."_s);
        // The path is right, the method is not; or the path is another one because its id is missing.
        row("PUT /v1/chatbots/bot_1", 405,
            u"PATCH /v1/chatbots/{id}: The path is served with GET, PATCH, DELETE, not with PUT."_s);
        row("GET /v1/chatbots/bot_1/publish", 405,
            u"POST /v1/chatbots/{id}/publish: The path is served with POST, not with GET."_s);
        row("POST /v1/chatbots/publish", 405,
            u"POST /v1/chatbots/{id}/publish: The path lacks '/{id}' before '/publish'."_s);
        // Paths that belong to no API.
        row("GET /chatbots", 404, u"GET /v1/chatbots: The path lacks '/v1' before '/chatbots'."_s);
        row("POST /journeys/jrn_1/pause", 404,
            u"POST /v1/journeys/{id}/pause: The path lacks '/v1' before '/journeys'."_s);
        row("GET /v2/chatbots", 404, u"GET /v1/chatbots: The path has 'v2' where 'v1' is expected."_s);
        row("GET /api/v1/chatbots", 404, u"GET /api/dev/v1/chatbots: The path lacks '/dev' before '/v1'."_s);
        row("GET //v1/chatbots", 404, u"GET /v1/chatbots: The path has two slashes in a row."_s);
        row("GET /favicon.ico", 404, QString());
        // What matches says nothing.
        row("GET /v1/chatbots", 200, QString());
        row("GET /v1/chatbots/bot_1", 404, QString());
        row("GET /", 200, QString());
    }

    void theLogNamesTheNearestOperation()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        const qsizetype space = request.indexOf(' ');
        const QByteArray target = request.sliced(space + 1);
        QCOMPARE(m_fixture->send({request.first(space), target, m_key}).status, status);
        const Json exchange = exchangeOf(target);
        QCOMPARE(exchange["method"].toUtf8(), request.first(space));
        QTEST(exchange["nearest"].toString(), "nearest");
    }

    /// Who forgets the key and misspells the path is told both.
    void withoutAKeyToo()
    {
        QCOMPARE(m_fixture->send({"GET"_ba, "/v1/chatbotz"_ba}).status, 401);
        QCOMPARE(
            exchangeOf("/v1/chatbotz")["nearest"].toString(),
            u"GET /v1/chatbots: The path has 'chatbotz' where 'chatbots' is expected."_s);
    }
};

JACKFIELD_TEST(NearMissTest)

} // namespace jackfield::near_miss_test

#include "near_miss_test.moc"
