// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/service/api_fixture.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace jackfield::replay_test {

using namespace Qt::Literals::StringLiterals;

/// Making a logged request again.
class ReplayTest : public QObject
{
    Q_OBJECT

private slots:
    void itIsTheSameRequestInTheSameWorkspace()
    {
        ApiFixture fixture;
        const WorkspaceId other = fixture.newWorkspace(u"Other"_s);
        const QByteArray key = fixture.key("flownally", {}, Role::Owner, other);
        QCOMPARE(fixture.send(creating(key)).status, 201);
        const Exchange again = replayed(fixture, last(fixture).number);
        QCOMPARE(again.status, 201);
        QCOMPARE(again.target, "/flownally/v1/chatbots"_ba);
        QCOMPARE(again.operation, "createChatbot"_ba);
        QCOMPARE(again.workspace, other);
        QCOMPARE(fixture.service().flows().list({.workspace = other})->total, 2);
    }

    /// The log masks what the request did not.
    void theBodyIsTheOneThatCame()
    {
        ApiFixture fixture;
        const QByteArray key = fixture.key("all");
        QCOMPARE(fixture.send(creating(key, "sk-0123456789abc")).status, 201);
        QVERIFY(last(fixture).request.contains("sk-***"));
        QCOMPARE(replayed(fixture, last(fixture).number).status, 201);
        const Result<FlowPage> page
            = fixture.service().flows().list({.workspace = fixture.service().workspaces().defaultId()});
        QCOMPARE(page->flows.size(), 2);
        for (const FlowSummary &flow : page->flows)
            QCOMPARE(flow.name, u"sk-0123456789abc"_s);
    }

    void rightsAreThoseOfTheRequest()
    {
        ApiFixture fixture;
        const QByteArray key = fixture.key("flownally", {"journey:list"});
        QCOMPARE(fixture.send(creating(key)).status, 403);
        QCOMPARE(replayed(fixture, last(fixture).number).status, 403);
        QCOMPARE(fixture.send({"GET", "/v1/chatbots", "nobody"}).status, 401);
        const Exchange again = replayed(fixture, last(fixture).number);
        QCOMPARE(again.status, 401);
        QVERIFY(again.workspace.isEmpty());
    }

    void aRevokedKeyStaysRevoked()
    {
        ApiFixture fixture;
        QCOMPARE(fixture.send(creating(fixture.key("flownally"))).status, 201);
        fixture.service().keys().revoke(fixture.service().keys().all().first().id, [](const Result<void> &) {});
        QCOMPARE(replayed(fixture, last(fixture).number).status, 401);
        QCOMPARE(fixture.service().flows().list({.workspace = fixture.service().workspaces().defaultId()})->total, 1);
    }

    void nearMissesStayNear()
    {
        ApiFixture fixture;
        QCOMPARE(fixture.send({"GET", "/v1/chatbot", fixture.key("flownally")}).status, 404);
        const Exchange again = replayed(fixture, last(fixture).number);
        QCOMPARE(again.status, 404);
        QVERIFY(again.nearest.startsWith(u"GET /v1/chatbots: "_s));
        QCOMPARE(fixture.send({"GET", "/nowhere"}).status, 404);
        QCOMPARE(replayed(fixture, last(fixture).number).status, 404);
    }

    /// Its key and the log know only that there was one.
    void noSecretIsInTheLog()
    {
        ApiFixture fixture;
        const QByteArray key = fixture.key("flownally");
        QCOMPARE(fixture.send(creating(key)).status, 201);
        const Exchange exchange = last(fixture);
        QCOMPARE(exchange.keyHeader, "authorization"_ba);
        for (const auto &[name, value] : exchange.headers)
            QVERIFY2(!value.contains(key), name.constData());
        for (const auto &[name, value] : fixture.server().log().kept(exchange.number)->request.headers)
            QVERIFY2(!value.contains(key), name.constData());
    }

    void feedsAndWhatIsGoneCannotBeMadeAgain()
    {
        ApiFixture fixture;
        QVERIFY(fixture.head({"GET", "/api/jackfield/v1/events", fixture.key("all")}).contains(" 200 "));
        for (const qint64 number : {last(fixture).number, qint64(0), qint64(99)})
            cannotBeReplayed(fixture, number);
    }

    void whatHttpRefusesIsThereAndCannotBeMadeAgain()
    {
        ApiFixture fixture;
        const RawResponse foreign = fixture.send({"GET", "/v1/chatbots", {}, {{"Origin", "http://elsewhere.example"}}});
        QCOMPARE(foreign.status, 403);
        QCOMPARE(last(fixture).status, 403);
        QCOMPARE(last(fixture).api, "flownally"_ba);
        QCOMPARE(last(fixture).target, "/v1/chatbots"_ba);
        QCOMPARE(last(fixture).id, foreign.header("x-request-id"));
        QCOMPARE(last(fixture).response, foreign.body);
        cannotBeReplayed(fixture, last(fixture).number);

        RawClient client(fixture.port());
        client.send("nonsense\r\n\r\n");
        QVERIFY(client.response());
        QCOMPARE(last(fixture).status, 400);
        QVERIFY(last(fixture).target.isEmpty());
    }

private:
    static TestRequest creating(const QByteArray &key, const QByteArray &name = "A")
    {
        return {"POST", "/flownally/v1/chatbots", key, {}, "{\"name\":\"" + name + "\"}"};
    }

    static Exchange last(ApiFixture &fixture) { return fixture.server().log().exchanges().back(); }

    static void cannotBeReplayed(ApiFixture &fixture, qint64 number)
    {
        std::optional<Result<qint64>> outcome;
        fixture.server().replay(number, [&](const Result<qint64> &done) { outcome = done; });
        QVERIFY(outcome && !*outcome);
        QCOMPARE(outcome->error().code, "not_found"_ba);
    }

    /// The new exchange.
    static Exchange replayed(ApiFixture &fixture, qint64 number)
    {
        std::optional<Result<qint64>> outcome;
        fixture.server().replay(number, [&](const Result<qint64> &done) { outcome = done; });
        if (!QTest::qWaitFor([&] { return outcome.has_value(); }, 5000) || !*outcome)
            qFatal("not made again");
        if (**outcome != last(fixture).number)
            qFatal("told another number");
        return last(fixture);
    }
};

JACKFIELD_TEST(ReplayTest)

} // namespace jackfield::replay_test

#include "replay_test.moc"
