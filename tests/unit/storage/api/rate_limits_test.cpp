// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/api_server.h"
#include "storage/api/api_table.h"
#include "storage/http/http_server.h"
#include "tests/support/service/api_fixture.h"
#include "tests/support/service/service_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QTest>

namespace jackfield::rate_limits_test {

using namespace Qt::Literals::StringLiterals;
using jackfield::testing::HandClock;

namespace {

/// An API that tells its budget and when it lets in again, as some platforms do.
class TellingFace final : public ApiFace
{
public:
    TellingFace() : ApiFace("flownally") { }

    ApiHandlers handlers(FlowService &) override
    {
        ApiHandlers handlers;
        for (const ApiRoute &route : document().routes())
            handlers.insert(route.operation, [](const ApiCall &, const ApiReply &reply) { reply.sendNothing(204); });
        return handlers;
    }
    HttpResponse refusal(const ApiError &error, const HttpRequest &) const override
    {
        return jsonResponse(
            error.status,
            Json::object({member("code", Json::string(error.code)), member("reset_at", Json::number(error.resetAt))}),
            error.headers);
    }
    std::optional<RatePolicy> ratePolicy() const override
    {
        return RatePolicy{.reads = {2, 60}, .code = "slow_down", .tellsBudget = true};
    }
};

} // namespace

/// What the switches of the rate limits do to requests.
class RateLimitsTest : public QObject
{
    Q_OBJECT

private slots:
    void offMeansNoLimitAndNoHeader()
    {
        ApiFixture fixture(m_clock);
        const QByteArray key = fixture.key("all");
        for (int i = 0; i < 130; ++i) {
            const RawResponse response = fixture.send({"GET", "/v1/chatbots", key});
            QCOMPARE(response.status, 200);
            QVERIFY(response.header("x-ratelimit-limit").isEmpty());
        }
        QCOMPARE(fixture.send({"GET", "/api/dev/v1/me", key}).status, 200);
        QCOMPARE(fixture.send({"GET", "/api/dev/v1/me", key}).status, 200);
    }

    void sarufiLetsOneReadASecondAndOneWriteInTwo()
    {
        ApiFixture fixture(m_clock);
        fixture.server().setRateLimited("sarufi", true);
        const QByteArray key = fixture.key("sarufi");
        const auto read = [&] { return fixture.send({"GET", "/api/dev/v1/me", key}); };
        const auto write = [&] {
            return fixture.send({"POST", "/api/dev/v1/chatbots", key, {}, "{\"name\":\"" + newName() + "\"}"});
        };
        QCOMPARE(read().status, 200);
        QCOMPARE(write().status, 201);
        const RawResponse refused = read();
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.header("retry-after"), "1"_ba);
        QVERIFY2(refused.body.startsWith("{\"detail\":\"Too many requests: "), refused.body.constData());
        m_clock->time += 1000;
        QCOMPARE(read().status, 200);
        QCOMPARE(write().status, 429);
        m_clock->time += 1000;
        QCOMPARE(write().status, 201);
    }

    void flownallyLetsAHundredAndTwentyAMinute()
    {
        ApiFixture fixture(m_clock);
        fixture.server().setRateLimited("flownally", true);
        const QByteArray key = fixture.key("flownally");
        for (int i = 0; i < 120; ++i)
            QCOMPARE(fixture.send({"GET", "/v1/chatbots", key}).status, 200);
        const RawResponse refused = fixture.send({"GET", "/v1/chatbots", key});
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.header("retry-after"), "60"_ba);
        QVERIFY2(refused.body.contains("\"code\":\"rate_limited\""), refused.body.constData());
        QCOMPARE(fixture.server().log().exchanges().back().status, 429);
        const QByteArray other = fixture.key("flownally");
        QVERIFY2(fixture.send({"GET", "/v1/chatbots", other}).status == 200, "a limit is one key's");
        m_clock->time += 60'000;
        QCOMPARE(fixture.send({"GET", "/v1/chatbots", key}).status, 200);
    }

    void consoleTellsWhatIsLeft()
    {
        ApiFixture fixture(m_clock);
        fixture.server().setRateLimited("console", true);
        const QByteArray key = fixture.key("console");
        for (int i = 119; i >= 0; --i) {
            const RawResponse response = fixture.send({"GET", "/api/v1/console/workflows?limit=1", key});
            QCOMPARE(response.status, 200);
            QCOMPARE(response.header("x-ratelimit-limit"), "120"_ba);
            QCOMPARE(response.header("x-ratelimit-remaining"), QByteArray::number(i));
        }
        const RawResponse refused = fixture.send({"GET", "/api/v1/console/workflows", key});
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.header("retry-after"), "60"_ba);
        QVERIFY2(refused.body.contains("\"code\":\"rate_limited\",\"statusCode\":429"), refused.body.constData());
    }

    void trilletLetsSixtyAMinuteAndTellsWhenItDoesAgain()
    {
        ApiFixture fixture(m_clock);
        fixture.server().setRateLimited("trillet", true);
        const QByteArray key = fixture.key("trillet");
        const TestRequest request{
            "GET", "/v1/api/flow-folders", key, {{"x-workspace-id", fixture.service().workspaces().defaultId().utf8}}};
        for (int i = 0; i < 60; ++i)
            QCOMPARE(fixture.send(request).status, 200);
        const RawResponse refused = fixture.send(request);
        QCOMPARE(refused.status, 429);
        QVERIFY2(refused.body.startsWith("{\"error\":{\"code\":\"rate_limit_exceeded\""), refused.body.constData());
        QVERIFY2(refused.body.contains("\"reset_at\":\"20"), refused.body.constData());
        m_clock->time += 60'000;
        QCOMPARE(fixture.send(request).status, 200);
    }

    void oneApiIsLimitedAlone()
    {
        ApiFixture fixture(m_clock);
        fixture.server().setRateLimited("sarufi", true);
        const QByteArray key = fixture.key("all");
        QCOMPARE(fixture.send({"GET", "/api/dev/v1/me", key}).status, 200);
        QCOMPARE(fixture.send({"GET", "/api/dev/v1/me", key}).status, 429);
        QCOMPARE(fixture.send({"GET", "/v1/chatbots", key}).status, 200);
        fixture.server().setRateLimited("sarufi", false);
        QCOMPARE(fixture.send({"GET", "/api/dev/v1/me", key}).status, 200);
    }

    void whatNeedsNoKeyHasNoLimit()
    {
        ApiFixture fixture(m_clock);
        fixture.server().setRateLimited("sarufi", true);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(fixture.send({"GET", "/api/dev/v1/me"}).status, 401);
        fixture.server().setRateLimited("jackfield", true);
        fixture.server().setRateLimited("nobody", true);
        QCOMPARE(fixture.send({"GET", "/api/jackfield/v1/health"}).status, 200);
    }

    void aFaceMayTellItsBudget()
    {
        ApiFixture fixture(m_clock);
        m_clock->time = 1'700'000'000'000;
        RequestLog log(maskOfEveryApi());
        std::vector<std::unique_ptr<ApiFace>> faces;
        faces.push_back(std::make_unique<TellingFace>());
        ApiServer apis(fixture.service(), log, std::move(faces), m_clock);
        apis.setRateLimited("flownally", true);
        HttpServer server(apis);
        VERIFY_OK(server.listen(QHostAddress(QHostAddress::LocalHost), 0));
        const QByteArray key = fixture.key("flownally");
        const auto ask = [&] {
            RawClient client(server.port());
            client.send(
                "GET /v1/chatbots HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(server.port())
                + "\r\nAuthorization: Bearer " + key + "\r\n\r\n");
            return client.response().value_or(RawResponse());
        };
        const RawResponse first = ask();
        QCOMPARE(first.status, 204);
        QCOMPARE(first.header("x-ratelimit-limit"), "2"_ba);
        QCOMPARE(first.header("x-ratelimit-remaining"), "1"_ba);
        QCOMPARE(first.header("x-ratelimit-reset"), "1700000060"_ba);
        QCOMPARE(ask().header("x-ratelimit-remaining"), "0"_ba);
        const RawResponse refused = ask();
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.header("x-ratelimit-remaining"), "0"_ba);
        QCOMPARE(refused.header("retry-after"), "60"_ba);
        QCOMPARE(refused.body, "{\"code\":\"slow_down\",\"reset_at\":1700000060000}"_ba);
    }

private:
    QByteArray newName() { return "Bot " + QByteArray::number(++m_names); }

    std::shared_ptr<HandClock> m_clock = std::make_shared<HandClock>();
    int m_names = 0;
};

JACKFIELD_TEST(RateLimitsTest)

} // namespace jackfield::rate_limits_test

#include "rate_limits_test.moc"
