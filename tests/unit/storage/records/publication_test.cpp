// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/records/publication.h"

#include "tests/support/test_program.h"

#include <QTest>

namespace jackfield::publication_test {

using namespace Qt::Literals::StringLiterals;

class PublicationTest : public QObject
{
    Q_OBJECT

private slots:
    void neverPublishedHasNothingToCompareWith();
    void draftCountsItsChanges();
    void onlyWhatRunsIsLive_data();
    void onlyWhatRunsIsLive();
    void activatingIsForAnotherVersionThanTheLiveOne_data();
    void activatingIsForAnotherVersionThanTheLiveOne();
    void versionsSayWhatTheyAre();
};

namespace {

FlowSummary published(FlowStatus status, const QByteArray &active, const QByteArray &latest, int number)
{
    return {.status = status, .activeVersion = active, .latestVersion = latest, .latestVersionNumber = number};
}

constexpr Lifecycle kActivates{.keepsVersions = true, .activates = true};

} // namespace

void PublicationTest::neverPublishedHasNothingToCompareWith()
{
    const FlowSummary flow;
    QVERIFY(!hasVersion(flow));
    QVERIFY(!changesSinceVersion(flow));
    QCOMPARE(nextVersionNumber(flow), 1);
    QVERIFY(liveVersion(flow).isEmpty());
    QVERIFY(!canActivate(kActivates, flow));
    QCOMPARE(standingOf(flow, {}), VersionStanding{});
}

void PublicationTest::draftCountsItsChanges()
{
    FlowSummary flow = published(FlowStatus::Draft, {}, "one"_ba, 1);
    QCOMPARE(changesSinceVersion(flow), std::optional<qint64>(0));
    flow.changesSinceVersion = 3;
    QCOMPARE(changesSinceVersion(flow), std::optional<qint64>(3));
    QCOMPARE(nextVersionNumber(flow), 2);
}

void PublicationTest::onlyWhatRunsIsLive_data()
{
    QTest::addColumn<FlowStatus>("status");
    QTest::addColumn<QByteArray>("active");
    QTest::addColumn<QByteArray>("live");
    QTest::newRow("published, not activated") << FlowStatus::Draft << QByteArray() << QByteArray();
    QTest::newRow("active") << FlowStatus::Active << "one"_ba
                            << "one"_ba;
    QTest::newRow("paused") << FlowStatus::Paused << "one"_ba << QByteArray();
    QTest::newRow("published is live") << FlowStatus::Published << "one"_ba
                                       << "one"_ba;
    QTest::newRow("edited, what ran goes on") << FlowStatus::Draft << "one"_ba
                                              << "one"_ba;
}

void PublicationTest::onlyWhatRunsIsLive()
{
    QFETCH(FlowStatus, status);
    QFETCH(QByteArray, active);
    QFETCH(QByteArray, live);
    QCOMPARE(liveVersion(published(status, active, "two"_ba, 2)), live);
}

void PublicationTest::activatingIsForAnotherVersionThanTheLiveOne_data()
{
    QTest::addColumn<FlowStatus>("status");
    QTest::addColumn<QByteArray>("active");
    QTest::addColumn<bool>("can");
    QTest::newRow("never activated") << FlowStatus::Draft << QByteArray() << true;
    QTest::newRow("newest is live") << FlowStatus::Active << "two"_ba << false;
    QTest::newRow("an older one is live") << FlowStatus::Active << "one"_ba << true;
    QTest::newRow("paused") << FlowStatus::Paused << "two"_ba << true;
}

void PublicationTest::activatingIsForAnotherVersionThanTheLiveOne()
{
    QFETCH(FlowStatus, status);
    QFETCH(QByteArray, active);
    QFETCH(bool, can);
    const FlowSummary flow = published(status, active, "two"_ba, 2);
    QCOMPARE(canActivate(kActivates, flow), can);
    QVERIFY(!canActivate(Lifecycle{}, flow));
}

void PublicationTest::versionsSayWhatTheyAre()
{
    const FlowSummary flow = published(FlowStatus::Active, "one"_ba, "two"_ba, 2);
    QCOMPARE(standingOf(flow, "one"_ba), (VersionStanding{.live = true, .newest = false}));
    QCOMPARE(standingOf(flow, "two"_ba), (VersionStanding{.live = false, .newest = true}));
    QCOMPARE(standingOf(flow, "zero"_ba), VersionStanding{});
    FlowSummary paused = flow;
    paused.status = FlowStatus::Paused;
    QCOMPARE(standingOf(paused, "one"_ba), VersionStanding{});
}

JACKFIELD_TEST(PublicationTest)

} // namespace jackfield::publication_test

#include "publication_test.moc"
