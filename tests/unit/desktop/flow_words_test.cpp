// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/models/flow_words.h"

#include "tests/support/test_program.h"

namespace jackfield::flow_words_test {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Lifecycle kActivating{.publishes = true, .keepsVersions = true, .activates = true};
constexpr Lifecycle kPublishing{.publishes = true, .editUnpublishes = true};
constexpr Lifecycle kAlwaysLive{.publishes = false};

/// A flow with so many versions, changed so often since the newest one.
FlowSummary flow(FlowStatus status, int versions, qint64 changes = 0, int live = 0)
{
    const auto id = [](int number) { return number == 0 ? QByteArray() : "v" + QByteArray::number(number); };
    return {
        .id = FlowId("f"),
        .status = status,
        .activeVersion = id(live),
        .latestVersion = id(versions),
        .latestVersionNumber = versions,
        .changesSinceVersion = changes};
}

} // namespace

class FlowWordsTest : public QObject
{
    Q_OBJECT

private slots:
    void lifeIsSaidInWords_data()
    {
        QTest::addColumn<FlowSummary>("summary");
        QTest::addColumn<Lifecycle>("life");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("rowWords");
        QTest::newRow("never published") << flow(FlowStatus::Draft, 0) << kActivating << u"Draft"_s << u"draft"_s;
        QTest::newRow("published, not active")
            << flow(FlowStatus::Draft, 1) << kActivating << u"Draft, same as v1"_s << u"same as v1"_s;
        QTest::newRow("changed once") << flow(FlowStatus::Draft, 1, 1) << kActivating << u"Draft, 1 change since v1"_s
                                      << u"1 change since v1"_s;
        QTest::newRow("changed since") << flow(FlowStatus::Draft, 2, 3) << kActivating << u"Draft, 3 changes since v2"_s
                                       << u"3 changes since v2"_s;
        QTest::newRow("active") << flow(FlowStatus::Active, 1, 0, 1) << kActivating << u"Active, same as v1"_s
                                << u"active, same as v1"_s;
        QTest::newRow("active, changed") << flow(FlowStatus::Active, 1, 3, 1) << kActivating
                                         << u"Active, 3 changes since v1"_s << u"3 changes since v1"_s;
        QTest::newRow("active, a newer one is ready")
            << flow(FlowStatus::Active, 2, 0, 1) << kActivating << u"Active with an older version, same as v2"_s
            << u"active, same as v2"_s;
        QTest::newRow("paused") << flow(FlowStatus::Paused, 1, 0, 1) << kActivating << u"Paused, same as v1"_s
                                << u"paused, same as v1"_s;
        QTest::newRow("one version at most")
            << flow(FlowStatus::Published, 3, 0, 3) << kPublishing << u"Published, same as v3"_s << u"published"_s;
        QTest::newRow("always live") << flow(FlowStatus::Draft, 0) << kAlwaysLive << u"Live"_s << u"live"_s;
    }

    void lifeIsSaidInWords()
    {
        QFETCH(FlowSummary, summary);
        QFETCH(Lifecycle, life);
        QTEST(lifeText(summary, life), "words");
        QTEST(shortLifeText(summary, life), "rowWords");
    }

    void buttonsNameTheirVersion()
    {
        QCOMPARE(publishText(flow(FlowStatus::Draft, 0)), u"Publish v1"_s);
        QCOMPARE(publishText(flow(FlowStatus::Draft, 1)), u"Publish v2"_s);
        QCOMPARE(activateText(flow(FlowStatus::Draft, 0)), u"Activate"_s);
        QCOMPARE(activateText(flow(FlowStatus::Active, 2, 0, 1)), u"Activate v2"_s);
    }
};

JACKFIELD_TEST(FlowWordsTest)

} // namespace jackfield::flow_words_test

#include "flow_words_test.moc"
