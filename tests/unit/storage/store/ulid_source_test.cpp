// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/store/ulid_source.h"

#include "tests/support/service/service_fixture.h"
#include "tests/support/test_program.h"

#include <QSet>
#include <QTest>

namespace jackfield::ulid_source_test {

using namespace testing;

class UlidSourceTest : public QObject
{
    Q_OBJECT

private slots:
    void timeNeverGoesBack();
    void timeGoesOnAfterWhatTheStoreHolds();
    void idsSortInOrderOfMakingWhateverTheTime();
    void firstTenDigitsAreTheTime();
    void fullEntropyCarriesIntoTheTime();
};

void UlidSourceTest::timeNeverGoesBack()
{
    const auto clock = std::make_shared<HandClock>();
    MonotonicTime time(clock, 0);
    const qint64 first = time.now();
    clock->time -= 86'400'000;
    QCOMPARE(time.now(), first);
    clock->time = first + 5;
    QCOMPARE(time.now(), first + 5);
}

void UlidSourceTest::timeGoesOnAfterWhatTheStoreHolds()
{
    const auto clock = std::make_shared<HandClock>();
    MonotonicTime time(clock, clock->time + 1000);
    QCOMPARE(time.now(), clock->time + 1001);
}

void UlidSourceTest::idsSortInOrderOfMakingWhateverTheTime()
{
    UlidSource source(systemRandom());
    QSet<QByteArray> seen;
    QByteArray last;
    for (int at = 0; at < 10'000; ++at) {
        const QByteArray id = source.next(1'700'000'000'000 + (at % 7) - (at % 3));
        QCOMPARE(id.size(), 26);
        QVERIFY2(id > last, id.constData());
        seen.insert(id);
        last = id;
    }
    QCOMPARE(seen.size(), 10'000);
}

void UlidSourceTest::firstTenDigitsAreTheTime()
{
    // The example of the ULID specification.
    UlidSource source(std::make_shared<CountingRandom>());
    QCOMPARE(source.next(1469918176385).first(10), QByteArray("01ARYZ6S41"));
}

void UlidSourceTest::fullEntropyCarriesIntoTheTime()
{
    class Full final : public RandomSource
    {
        void fill(std::span<quint8> bytes) override { std::ranges::fill(bytes, quint8(0xff)); }
    };
    UlidSource source(std::make_shared<Full>());
    const QByteArray first = source.next(1000);
    const QByteArray second = source.next(1000);
    QVERIFY(second > first);
    QVERIFY(second.first(10) > first.first(10));
}

JACKFIELD_TEST(UlidSourceTest)

} // namespace jackfield::ulid_source_test

#include "ulid_source_test.moc"
