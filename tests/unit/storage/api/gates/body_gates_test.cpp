// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
// What a body has to be, and what an answer kept from before spares.
#include "storage/api/gates/body_gates.h"

#include "storage/api/gates/kept_answer_gate.h"
#include "tests/support/service/asked_request.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace jackfield::body_gates_test {

using namespace Qt::Literals::StringLiterals;
using namespace testing;

namespace {

/// Takes {"name": text}.
ApiRoute routeWith(ApiRoute::Body body, bool required)
{
    ApiRoute route;
    route.body = body;
    route.bodyRequired = required;
    if (body == ApiRoute::Body::Json) {
        const Json schema = Json::object({
            member("type", Json::string("object")),
            member("required", Json::array({Json::string("name")})),
        });
        route.schema = std::make_shared<JsonSchema>(schema, schema);
    }
    return route;
}

} // namespace

class BodyGatesTest : public QObject
{
    Q_OBJECT

private slots:
    void onlyBodiesHaveAMediaType()
    {
        AskedRequest none("POST", "/x");
        QCOMPARE(told(passMediaType(none.asked)), QByteArray());
        AskedRequest untyped("POST", "/x", {}, "{}");
        QCOMPARE(told(passMediaType(untyped.asked)), "415 unsupported_media_type"_ba);
        AskedRequest typed("POST", "/x", {"content-type: application/json"}, "{}");
        QCOMPARE(told(passMediaType(typed.asked)), QByteArray());
    }

    void bodiesAreStrictJsonAsDescribed_data()
    {
        QTest::addColumn<int>("wanted");
        QTest::addColumn<bool>("required");
        QTest::addColumn<QByteArray>("body"); // null = none
        QTest::addColumn<QByteArray>("json"); // what the gate of the syntax says
        QTest::addColumn<QByteArray>("schema"); // what the gate of the schema says behind it
        const auto row = [](const char *name, ApiRoute::Body wanted, bool required, const char *body, const char *json,
                            const char *schema) {
            QTest::newRow(name) << int(wanted) << required << QByteArray(body) << QByteArray(json)
                                << QByteArray(schema);
        };
        using Body = ApiRoute::Body;
        row("good", Body::Json, true, "{\"name\":\"A\"}", "", "");
        row("not as described", Body::Json, true, "{}", "", "422 validation_failed");
        row("null is a body", Body::Json, false, "null", "", "422 validation_failed");
        row("broken", Body::Json, true, "{", "400 invalid_json", "");
        row("a name twice", Body::Json, true, "{\"a\":1,\"a\":2}", "400 duplicate_key", "");
        row("missing", Body::Json, true, nullptr, "400 body_required", "");
        row("missing, and may be", Body::Json, false, nullptr, "", "");
        row("not asked for", Body::None, false, "{", "", "");
        row("a file", Body::File, true, "{", "", "");
        row("a file that is missing", Body::File, true, nullptr, "400 body_required", "");
    }

    void bodiesAreStrictJsonAsDescribed()
    {
        QFETCH(int, wanted);
        QFETCH(bool, required);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, json);
        AskedRequest one("POST", "/x", {}, body.isNull() ? std::nullopt : std::optional(body));
        one.at(routeWith(ApiRoute::Body(wanted), required));
        QCOMPARE(told(passJson(one.asked)), json);
        if (json.isEmpty())
            QTEST(told(passSchema(one.asked)), "schema");
    }

    void theBodyIsHandedOn()
    {
        AskedRequest one("POST", "/x", {}, "{\"name\":\"A\"}");
        one.at(routeWith(ApiRoute::Body::Json, true));
        QCOMPARE(told(passJson(one.asked)), QByteArray());
        QCOMPARE(one.asked.body["name"].toUtf8(), "A"_ba);
    }

    void whatIsWrongIsNamed()
    {
        AskedRequest one("POST", "/x", {}, "{}");
        one.at(routeWith(ApiRoute::Body::Json, true));
        QCOMPARE(told(passJson(one.asked)), QByteArray());
        const std::optional<GateAnswer> answer = passSchema(one.asked);
        QCOMPARE(errorOf(answer).violations.first().pointer, "/name"_ba);
    }

    void readsAreAnsweredAgain()
    {
        AnswerCache answers;
        AskedRequest first("GET", "/x");
        first.asked.principal.keyId = "K";
        first.at(ApiRoute());
        QCOMPARE(told(passKeptAnswer(answers, 7, first.asked)), QByteArray());
        QVERIFY(!first.asked.answerKey.isEmpty());
        answers.keep(first.asked.answerKey, 7, {.status = 200, .body = "kept"});

        AskedRequest again("GET", "/x");
        again.asked.principal.keyId = "K";
        again.at(ApiRoute());
        const std::optional<GateAnswer> answer = passKeptAnswer(answers, 7, again.asked);
        QCOMPARE(std::get<HttpResponse>(answer->answer).body, "kept"_ba);
        QCOMPARE(told(passKeptAnswer(answers, 8, again.asked)), QByteArray());
    }

    void someAnswersAreNeverKept()
    {
        const AnswerCache answers;
        ApiRoute live;
        live.isLive = true;
        const auto keyOf = [&](const QByteArray &method, const QByteArray &keyId, const ApiRoute &route) {
            AskedRequest one(method, "/x");
            one.asked.principal.keyId = keyId;
            one.at(route);
            (void)passKeptAnswer(answers, 1, one.asked);
            return one.asked.answerKey;
        };
        QVERIFY(!keyOf("GET", "K", ApiRoute()).isEmpty());
        QVERIFY(keyOf("POST", "K", ApiRoute()).isEmpty());
        QVERIFY(keyOf("GET", "K", live).isEmpty());
        QVERIFY(keyOf("GET", {}, ApiRoute()).isEmpty());
    }
};

JACKFIELD_TEST(BodyGatesTest)

} // namespace jackfield::body_gates_test

#include "body_gates_test.moc"
