// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/models/versions_model.h"

#include "tests/support/model_text.h"
#include "tests/support/test_program.h"

#include <QDateTime>
#include <QLocale>

namespace jackfield::versions_model_test {

using namespace Qt::Literals::StringLiterals;

namespace {

QList<FlowVersion> versions(int count)
{
    QList<FlowVersion> newestFirst;
    for (int number = count; number > 0; --number)
        newestFirst << FlowVersion{.id = "v" + QByteArray::number(number), .number = number, .createdAt = 86'400'000};
    return newestFirst;
}

FlowSummary flow(FlowStatus status, const QByteArray &live, const QByteArray &newest)
{
    return {.status = status, .activeVersion = live, .latestVersion = newest};
}

QString printed(const FlowSummary &flow, int count)
{
    VersionsModel model;
    model.show(flow, versions(count));
    const QString when = QLocale().toString(QDateTime::fromMSecsSinceEpoch(86'400'000), QLocale::ShortFormat);
    return testing::printedModel(model).replace(when, u"then"_s);
}

} // namespace

class VersionsModelTest : public QObject
{
    Q_OBJECT

private slots:
    void liveAndNewestAreTold()
    {
        QCOMPARE(
            printed(flow(FlowStatus::Active, "v2", "v3"), 3),
            u"Version 3 | newest, published then\n"
            "Version 2 | live, published then *\n"
            "Version 1 | published then\n"_s);
        QCOMPARE(printed(flow(FlowStatus::Active, "v1", "v1"), 1), u"Version 1 | live, newest, published then *\n"_s);
    }

    void aPausedFlowHasNoLiveVersion()
    {
        QCOMPARE(
            printed(flow(FlowStatus::Paused, "v2", "v2"), 2),
            u"Version 2 | newest, published then\nVersion 1 | published then\n"_s);
    }

    void noRowIsNoVersion()
    {
        VersionsModel model;
        model.show(flow(FlowStatus::Draft, {}, "v2"), versions(2));
        QCOMPARE(model.version(model.index(1))->number, 1);
        QVERIFY(!model.version({}));
        QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString().section(u',', 0, 1), u"Version 2, newest"_s);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }
};

JACKFIELD_TEST(VersionsModelTest)

} // namespace jackfield::versions_model_test

#include "versions_model_test.moc"
