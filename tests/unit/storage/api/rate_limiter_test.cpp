// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/call/rate_limiter.h"

#include "tests/support/service/service_fixture.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace jackfield::rate_limiter_test {

using jackfield::testing::HandClock;

class RateLimiterTest : public QObject
{
    Q_OBJECT

private slots:
    void aWindowBeginsWithItsFirstRequest()
    {
        const auto clock = std::make_shared<HandClock>();
        RateLimiter limiter(clock);
        const RateLimit limit{2, 10};
        QVERIFY(limiter.take("a", limit).allowed);
        clock->time += 9'999;
        QVERIFY(limiter.take("a", limit).allowed);
        QVERIFY(!limiter.take("a", limit).allowed);
        clock->time += 1;
        QVERIFY(limiter.take("a", limit).allowed);
    }

    void theVerdictSaysWhatIsLeft()
    {
        const auto clock = std::make_shared<HandClock>();
        clock->time = 1'700'000'000'500;
        RateLimiter limiter(clock);
        const RateLimiter::Verdict first = limiter.take("a", {2, 60});
        QCOMPARE(first.limit, 2);
        QCOMPARE(first.remaining, 1);
        QCOMPARE(first.resetAt, 1'700'000'060'500);
        QCOMPARE(first.resetSecond(), 1'700'000'061);
        QCOMPARE(limiter.take("a", {2, 60}).remaining, 0);
        const RateLimiter::Verdict refused = limiter.take("a", {2, 60});
        QCOMPARE(refused.remaining, 0);
        clock->time += 58'700;
        QCOMPARE(limiter.secondsUntil(refused), 2);
        clock->time += 1'300;
        QCOMPARE(limiter.secondsUntil(refused), 1);
    }

    void everyoneHasAWindowOfTheirOwn()
    {
        RateLimiter limiter(std::make_shared<HandClock>());
        QVERIFY(limiter.take("a", {1, 1}).allowed);
        QVERIFY(limiter.take("b", {1, 1}).allowed);
        QVERIFY(!limiter.take("a", {1, 1}).allowed);
    }

    void aClockSetBackLocksNobodyOut()
    {
        const auto clock = std::make_shared<HandClock>();
        RateLimiter limiter(clock);
        QVERIFY(limiter.take("a", {1, 60}).allowed);
        clock->time -= 3'600'000;
        QVERIFY(limiter.take("a", {1, 60}).allowed);
    }

    void endedWindowsAreDropped()
    {
        const auto clock = std::make_shared<HandClock>();
        RateLimiter limiter(clock);
        for (int i = 0; i < 10'000; ++i) {
            clock->time += 10;
            limiter.take(QByteArray::number(i), {1, 1});
        }
        QVERIFY2(limiter.size() <= 1'200, qPrintable(QString::number(limiter.size())));
    }
};

JACKFIELD_TEST(RateLimiterTest)

} // namespace jackfield::rate_limiter_test

#include "rate_limiter_test.moc"
