// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/gates/idempotency.h"

#include "tests/support/service/asked_request.h"
#include "tests/support/service/service_fixture.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace jackfield::idempotency_gate_test {

using namespace Qt::Literals::StringLiterals;
using namespace testing;

namespace {

const QByteArray kHeader = "idempotency-key: one";

} // namespace

class IdempotencyGateTest : public QObject
{
    Q_OBJECT

private slots:
    void keysThatAreNoneAreRefused_data()
    {
        QTest::addColumn<QByteArrayList>("headers");
        QTest::addColumn<QByteArray>("answer");
        const QByteArray bad = "400 invalid_idempotency_key";
        QTest::newRow("none") << QByteArrayList{} << QByteArray();
        QTest::newRow("one") << QByteArrayList{kHeader} << QByteArray();
        QTest::newRow("two") << QByteArrayList{kHeader, kHeader} << bad;
        QTest::newRow("empty") << QByteArrayList{"idempotency-key: "} << bad;
        QTest::newRow("a tab") << QByteArrayList{"idempotency-key: a\tb"} << bad;
        QTest::newRow("long") << QByteArrayList{"idempotency-key: " + QByteArray(255, 'x')} << QByteArray();
        QTest::newRow("too long") << QByteArrayList{"idempotency-key: " + QByteArray(256, 'x')} << bad;
    }

    void keysThatAreNoneAreRefused()
    {
        QFETCH(QByteArrayList, headers);
        QFETCH(QByteArray, answer);
        AskedRequest one("POST", "/x", headers, "{}");
        QCOMPARE(passed(one), answer);
        QCOMPARE(one.asked.once.has_value(), answer.isEmpty() && !headers.isEmpty());
    }

    void onlyDescribedOperationsTakeOne()
    {
        AskedRequest one("POST", "/x", {"idempotency-key: "}, "{}");
        one.at(ApiRoute());
        QCOMPARE(told(passIdempotencyKey(m_fixture.service->answers(), one.asked)), QByteArray());
        QVERIFY(!one.asked.once);
    }

    void aRepeatWaitsForTheFirst()
    {
        AskedRequest first("POST", "/wait", {kHeader}, "{}");
        QCOMPARE(passed(first), QByteArray());
        m_fixture.service->answers().remember(
            m_fixture.home(), first.asked.once->key, {first.asked.once->requestDigest, {}});
        AskedRequest again("POST", "/wait", {kHeader}, "{}");
        QCOMPARE(passed(again), "409 request_in_progress"_ba);
        m_fixture.service->answers().forget(m_fixture.home(), first.asked.once->key);
    }

    void aRepeatGetsTheFirstAnswer()
    {
        AskedRequest first("POST", "/repeat", {kHeader}, "{}");
        QCOMPARE(passed(first), QByteArray());
        const Json kept = Json::object({
            member("status", Json::number(qint64(201))),
            member("type", Json::string("application/json")),
            member("headers", Json::array({Json::array({Json::string("ETag"), Json::string("\"1\"")})})),
            member("body", Json::string("{\"id\":1}")),
        });
        m_fixture.service->answers().remember(
            m_fixture.home(), first.asked.once->key, {first.asked.once->requestDigest, kept});
        AskedRequest again("POST", "/repeat", {kHeader}, "{}");
        again.at(taking());
        again.asked.principal = first.asked.principal;
        const std::optional<GateAnswer> answer = passIdempotencyKey(m_fixture.service->answers(), again.asked);
        QCOMPARE(told(answer), "201"_ba);
        QVERIFY(answer->waitsForDisk);
        QCOMPARE(std::get<HttpResponse>(answer->answer).headers.first().first, "ETag"_ba);

        AskedRequest other("POST", "/repeat", {kHeader}, "{\"b\":1}");
        QCOMPARE(passed(other), "422 idempotency_key_reused"_ba);
        AskedRequest ofAnother("POST", "/repeat", {kHeader}, "{}");
        QCOMPARE(passed(ofAnother, "L"), QByteArray());
        m_fixture.service->answers().forget(m_fixture.home(), first.asked.once->key);
    }

private:
    static ApiRoute taking()
    {
        ApiRoute route;
        route.takesIdempotencyKey = true;
        return route;
    }

    QByteArray passed(AskedRequest &one, const QByteArray &keyId = "K")
    {
        one.at(taking());
        one.asked.principal.workspace = m_fixture.home();
        one.asked.principal.keyId = keyId;
        return told(passIdempotencyKey(m_fixture.service->answers(), one.asked));
    }

    ServiceFixture m_fixture;
};

JACKFIELD_TEST(IdempotencyGateTest)

} // namespace jackfield::idempotency_gate_test

#include "idempotency_gate_test.moc"
