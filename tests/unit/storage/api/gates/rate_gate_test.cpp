// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/gates/rate_gate.h"

#include "storage/api/api_table.h"
#include "storage/api/call/api_face.h"
#include "tests/support/service/asked_request.h"
#include "tests/support/service/service_fixture.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace jackfield::rate_gate_test {

using namespace Qt::Literals::StringLiterals;
using namespace testing;

class RateGateTest : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsLimitedUntilItIsSwitchedOn()
    {
        RateGate gate(m_clock);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(asking(gate, *m_strict, "K"), QByteArray());
        gate.setLimited(*m_strict, true);
        QCOMPARE(asking(gate, *m_strict, "K"), QByteArray());
        QCOMPARE(asking(gate, *m_strict, "K"), "429 rate_limited"_ba);
        gate.setLimited(*m_strict, false);
        QCOMPARE(asking(gate, *m_strict, "K"), QByteArray());
    }

    void eachKeyAndApiHasABudgetOfItsOwn()
    {
        RateGate gate(m_clock);
        gate.setLimited(*m_strict, true);
        QCOMPARE(asking(gate, *m_strict, "K"), QByteArray());
        QCOMPARE(asking(gate, *m_strict, "L"), QByteArray());
        QCOMPARE(asking(gate, *m_telling, "K"), QByteArray());
        QCOMPARE(asking(gate, *m_strict, {}), QByteArray());
        QCOMPARE(asking(gate, *m_strict, "K"), "429 rate_limited"_ba);
    }

    void readsAndWritesAreCountedApart()
    {
        RateGate gate(m_clock);
        gate.setLimited(*m_strict, true);
        QCOMPARE(asking(gate, *m_strict, "K", "GET"), QByteArray());
        QCOMPARE(asking(gate, *m_strict, "K", "POST"), QByteArray());
        QCOMPARE(asking(gate, *m_strict, "K", "HEAD"), "429 rate_limited"_ba);
        QCOMPARE(asking(gate, *m_strict, "K", "PATCH"), "429 rate_limited"_ba);
        m_clock->time += 1000;
        QCOMPARE(asking(gate, *m_strict, "K", "GET"), QByteArray());
        QCOMPARE(asking(gate, *m_strict, "K", "POST"), "429 rate_limited"_ba);
    }

    void theRefusalTellsWhenToComeBack()
    {
        RateGate gate(m_clock);
        gate.setLimited(*m_strict, true);
        QCOMPARE(asking(gate, *m_strict, "K"), QByteArray());
        AskedRequest one("GET", "/x");
        one.asked.place.face = m_strict.get();
        one.asked.principal.keyId = "K";
        const std::optional<GateAnswer> answer = gate.pass(one.asked);
        QCOMPARE(errorOf(answer).resetAt, m_clock->time + 1000);
        QCOMPARE(errorOf(answer).headers.first().second, "1"_ba);
        QVERIFY(one.asked.budget.isEmpty());
    }

    void theBudgetIsToldWhereTheApiTellsIt()
    {
        RateGate gate(m_clock);
        gate.setLimited(*m_telling, true);
        AskedRequest one("GET", "/x");
        one.asked.place.face = m_telling.get();
        one.asked.principal.keyId = "K";
        QCOMPARE(told(gate.pass(one.asked)), QByteArray());
        QCOMPARE(one.asked.budget.size(), 3);
        QCOMPARE(one.asked.budget.first().first, "X-RateLimit-Limit"_ba);
    }

private:
    static std::unique_ptr<ApiFace> faceOf(const QByteArray &api)
    {
        for (const ServedApi &served : servedApis()) {
            if (served.name.id == api)
                return served.makeFace();
        }
        return {};
    }

    QByteArray asking(RateGate &gate, const ApiFace &face, const QByteArray &keyId, const QByteArray &method = "GET")
    {
        AskedRequest one(method, "/x");
        one.asked.place.face = &face;
        one.asked.principal.keyId = keyId;
        return told(gate.pass(one.asked));
    }

    std::shared_ptr<HandClock> m_clock = std::make_shared<HandClock>();
    std::unique_ptr<ApiFace> m_strict = faceOf("sarufi"); ///< one read a second, one write in two
    std::unique_ptr<ApiFace> m_telling = faceOf("console");
};

JACKFIELD_TEST(RateGateTest)

} // namespace jackfield::rate_gate_test

#include "rate_gate_test.moc"
