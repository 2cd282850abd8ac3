// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/service/ledger/flow_pages.h"

#include "storage/store/flow_store.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <QTest>

namespace jackfield::flow_pages_test {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A store with flows "a", "b", ... in its default workspace, written without a service.
struct Fixture
{
    explicit Fixture(int count)
    {
        Result<std::unique_ptr<FlowStore>> opened = FlowStore::open(folder.filePath(u"a.db"_s));
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        store = *std::move(opened);
        workspace = store->workspaces().workspaces()->first().id;
        for (int at = 0; at < count; ++at)
            add(QString(QChar(u'a' + at)));
    }

    void add(const QString &name)
    {
        StoredFlow flow;
        flow.record.summary.id = FlowId(store->newUlid());
        flow.record.summary.kind = "bot"_ba;
        flow.record.summary.name = name;
        flow.record.workspace = workspace;
        if (!store->flows().insert(flow))
            qFatal("no flow");
    }

    QString names(FlowPages &pages, FlowQuery query)
    {
        query.workspace = workspace;
        const Result<FlowPage> page = pages.page(query);
        if (!page)
            return page.error().message;
        QStringList names;
        for (const FlowSummary &flow : page->flows)
            names << flow.name;
        return names.join(u' ') + u" of "_s + QString::number(page->total);
    }

    QTemporaryDir folder;
    std::unique_ptr<FlowStore> store;
    WorkspaceId workspace;
};

} // namespace

class FlowPagesTest : public QObject
{
    Q_OBJECT

private slots:
    void pagesByIndexComeFromTheNearerEnd_data();
    void pagesByIndexComeFromTheNearerEnd();
    void pagesAreRememberedUntilTheyAreForgotten();
    void totalsOutliveAChangeOfRows();
    void pagesOfOneFilterAreNotThoseOfAnother();
};

void FlowPagesTest::pagesByIndexComeFromTheNearerEnd_data()
{
    QTest::addColumn<int>("skip");
    QTest::addColumn<QString>("names");
    QTest::newRow("first") << 0 << u"a b of 7"_s;
    QTest::newRow("before the middle") << 2 << u"c d of 7"_s;
    QTest::newRow("behind the middle") << 4 << u"e f of 7"_s;
    QTest::newRow("last, half full") << 6 << u"g of 7"_s;
    QTest::newRow("behind the end") << 8 << u" of 7"_s;
}

void FlowPagesTest::pagesByIndexComeFromTheNearerEnd()
{
    QFETCH(int, skip);
    QFETCH(QString, names);
    Fixture f(7);
    FlowPages pages(f.store->lists());
    QCOMPARE(f.names(pages, {.order = FlowQuery::Order::NameAscending, .skip = skip, .limit = 2}), names);
}

void FlowPagesTest::pagesAreRememberedUntilTheyAreForgotten()
{
    Fixture f(1);
    FlowPages pages(f.store->lists());
    QCOMPARE(f.names(pages, {}), u"a of 1"_s);
    f.add(u"b"_s);
    QCOMPARE(f.names(pages, {}), u"a of 1"_s);
    pages.forgetAll();
    QCOMPARE(f.names(pages, {}), u"a b of 2"_s);
}

void FlowPagesTest::totalsOutliveAChangeOfRows()
{
    Fixture f(1);
    FlowPages pages(f.store->lists());
    QCOMPARE(f.names(pages, {}), u"a of 1"_s);
    f.add(u"b"_s);
    pages.forget();
    QCOMPARE(f.names(pages, {}), u"a b of 1"_s);
}

void FlowPagesTest::pagesOfOneFilterAreNotThoseOfAnother()
{
    Fixture f(3);
    FlowPages pages(f.store->lists());
    QCOMPARE(f.names(pages, {}), u"a b c of 3"_s);
    QCOMPARE(f.names(pages, {.search = u"B"_s}), u"b of 1"_s);
    QCOMPARE(f.names(pages, {.parent = FlowId("x"_ba)}), u" of 0"_s);
    QCOMPARE(f.names(pages, {.kind = "part"_ba}), u" of 0"_s);
    QCOMPARE(f.names(pages, {.limit = 1}), u"a of 3"_s);
}

JACKFIELD_TEST(FlowPagesTest)

} // namespace jackfield::flow_pages_test

#include "flow_pages_test.moc"
