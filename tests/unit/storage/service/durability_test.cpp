// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/service/flow_service.h"

#include "model/json/json_writer.h"
#include "tests/support/service/service_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QSqlQuery>
#include <QTest>

namespace jackfield::durability_test {

using namespace testing;
using namespace Qt::Literals::StringLiterals;

namespace {

qint64 number(ServiceFixture &f, const QString &statement)
{
    QSqlQuery query(f.disk->connection);
    return query.exec(statement) && query.next() ? query.value(0).toLongLong() : -1;
}

/// What a power cut leaves: the files as they are, with nothing closed.
void copyStore(const ServiceFixture &f, const QString &to)
{
    QVERIFY(QDir().mkpath(to));
    for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s})
        QFile::copy(f.path() + suffix, to + u"/jackfield.db"_s + suffix);
}

Json largeContent(int nodes)
{
    std::vector<Json> items;
    for (int at = 0; at < nodes; ++at) {
        items.push_back(Json::object(
            {member("id", Json::string(QByteArray::number(at))), member("type", Json::string("message")),
             member(
                 "data", Json::object({member("text", Json::string("Some text of a usual length, more or less"))}))}));
    }
    return Json::object({member("nodes", Json::array(std::move(items)))});
}

} // namespace

class DurabilityTest : public QObject
{
    Q_OBJECT

private slots:
    void whatWasAnsweredSurvivesAKill();
    void failedStepTakesEverythingBack_data();
    void failedStepTakesEverythingBack();
    void fullDiskIsToldAndForgotten();
    void oneGestureInALargeFlowWritesLittle();
    void snapshotComesEvery200Lines();
    void snapshotComesAfterASecondOfQuiet();
    void snapshotComesWithPublish();
    void editLargerThanTheFlowIsASnapshot();
    void prunedJournalStillOpensAndSaysSo();
};

void DurabilityTest::whatWasAnsweredSurvivesAKill()
{
    ServiceFixture f;
    const FlowId id = f.create("bot"_ba).summary.id;
    for (int at = 0; at < 30; ++at)
        VERIFY_OK(f.commit(id, setMember(QByteArray::number(at), Json::number(qint64(at)))));
    const FlowRecord answered = f.flow(id);
    // Not answered yet when the power goes.
    f.service->flows().commit(
        f.home(), {.flow = id, .edits = {.content = setMember("late", {})}}, [](const Result<FlowRecord> &) {});
    copyStore(f, f.path(u"copy"_s));
    const Result<std::unique_ptr<FlowStore>> store = FlowStore::open(f.path(u"copy/jackfield.db"_s));
    VERIFY_OK(store);
    const Result<StoredFlow> found = (*store)->flows().flow(answered.workspace, id);
    VERIFY_OK(found);
    QCOMPARE(found->record.revision, answered.revision);
    QCOMPARE(writeJson(found->record.state.content), writeJson(answered.state.content));
    f.turn();
}

void DurabilityTest::failedStepTakesEverythingBack_data()
{
    QTest::addColumn<StoreStep>("step");
    QTest::newRow("begin") << StoreStep::Begin;
    QTest::newRow("write") << StoreStep::Write;
    QTest::newRow("commit") << StoreStep::Commit;
}

void DurabilityTest::failedStepTakesEverythingBack()
{
    QFETCH(StoreStep, step);
    ServiceFixture f;
    const FlowRecord before = f.create("bot"_ba, u"Before"_s);
    const qint64 sequence = f.service->events().lastSequence();
    QSignalSpy events(f.service.get(), &FlowService::happened);
    QStringList troubles;
    QObject context;
    QObject::connect(
        f.service.get(), &FlowService::storageTroubled, &context, [&](const QString &m) { troubles.append(m); });

    f.disk->failing = step;
    QList<QByteArray> outcomes;
    const auto note = [&outcomes](const auto &result) { outcomes.append(result ? "done"_ba : result.error().code); };
    f.service->flows().commit(f.home(), {.flow = before.summary.id, .edits = {.content = setMember("a", {})}}, note);
    f.service->flows().create({.kind = "bot"_ba, .name = u"New"_s}, note);
    f.service->keys().create({}, note);
    f.service->life().publish(f.home(), before.summary.id, {}, note);
    f.service->flows().remove(f.home(), before.summary.id, {}, note);
    f.turn();
    QCOMPARE(outcomes, QList<QByteArray>(5, "storage_failed"_ba));
    QCOMPARE(f.flow(before.summary.id).state, before.state);
    QCOMPARE(f.flow(before.summary.id).revision, 1);
    QCOMPARE(f.service->flows().list({})->total, 1);
    QCOMPARE(f.service->keys().all().size(), 0);
    QCOMPARE(f.service->events().lastSequence(), sequence);
    QCOMPARE(events.size(), 0);
    QCOMPARE(troubles, QStringList{u"The disk broke."_s});

    f.disk->failing.reset();
    VERIFY_OK(f.commit(before.summary.id, setMember("b", {}), 1));
    QCOMPARE(events.size(), 1);
    QCOMPARE(f.service->events().lastSequence(), sequence + 1);
    QCOMPARE(troubles.last(), QString());
    QCOMPARE(troubles.size(), 2);
}

void DurabilityTest::fullDiskIsToldAndForgotten()
{
    ServiceFixture f;
    const FlowId id = f.create("bot"_ba).summary.id;
    // SQLite itself refuses to let the file grow: the same error as a full disk.
    const qint64 pages = number(f, u"PRAGMA page_count"_s);
    QVERIFY(number(f, u"PRAGMA max_page_count=%1"_s.arg(pages + 2)) > 0);
    int saved = 0;
    Result<FlowRecord> outcome = f.flow(id);
    for (; saved < 100; ++saved) {
        outcome = f.commit(id, setMember(QByteArray::number(saved), Json::string(QByteArray(3000, 'x'))));
        if (!outcome)
            break;
    }
    COMPARE_ERROR(outcome, "storage_full"_ba);
    QCOMPARE(f.flow(id).revision, saved + 1);
    QVERIFY(number(f, u"PRAGMA max_page_count=1000000"_s) > 0);
    VERIFY_OK(f.commit(id, setMember("again", {})));
    f.reopen();
    QCOMPARE(f.flow(id).revision, saved + 2);
}

void DurabilityTest::oneGestureInALargeFlowWritesLittle()
{
    ServiceFixture f;
    const FlowId id = f.create("bot"_ba, u"Large"_s, {}, largeContent(10'000)).summary.id;
    VERIFY_OK(f.commit(id, {JsonEdit::set(JsonPointer("/nodes/5000/data/text"_ba), Json::string("Other"))}));
    const qint64 bytes = number(
        f,
        u"SELECT length(edits) + length(inverse) + length(label) + length(origin) FROM journal"
        " ORDER BY sequence DESC LIMIT 1"_s);
    QVERIFY2(bytes > 0 && bytes < 4096, qPrintable(QString::number(bytes)));
    QCOMPARE(number(f, u"SELECT snapshot_revision FROM flow"_s), 1);
}

void DurabilityTest::snapshotComesEvery200Lines()
{
    ServiceFixture f;
    const FlowId id = f.create("bot"_ba).summary.id;
    const auto commitOne = [&](int at) {
        f.service->flows().commit(
            f.home(), {.flow = id, .edits = {.content = setMember(QByteArray::number(at), {})}},
            [](const Result<FlowRecord> &result) { VERIFY_OK(result); });
    };
    for (int at = 0; at < 199; ++at)
        commitOne(at);
    f.turn();
    QCOMPARE(number(f, u"SELECT snapshot_revision FROM flow"_s), 1);
    commitOne(199);
    f.turn();
    QCOMPARE(number(f, u"SELECT snapshot_revision FROM flow"_s), 201);
}

void DurabilityTest::snapshotComesAfterASecondOfQuiet()
{
    ServiceFixture f;
    const FlowId id = f.create("bot"_ba).summary.id;
    VERIFY_OK(f.commit(id, setMember("a", {})));
    QCOMPARE(number(f, u"SELECT snapshot_revision FROM flow"_s), 1);
    QTRY_COMPARE_WITH_TIMEOUT(number(f, u"SELECT snapshot_revision FROM flow"_s), 2, 4000);
    QCOMPARE(f.flow(id).revision, 2);
}

void DurabilityTest::snapshotComesWithPublish()
{
    ServiceFixture f;
    const FlowId id = f.create("bot"_ba).summary.id;
    VERIFY_OK(f.commit(id, setMember("a", {})));
    QVERIFY(f.publish(id)->version);
    QCOMPARE(number(f, u"SELECT snapshot_revision FROM flow"_s), 3);
    QCOMPARE(number(f, u"SELECT count(*) FROM version"_s), 1);
}

void DurabilityTest::editLargerThanTheFlowIsASnapshot()
{
    ServiceFixture f;
    const FlowId id = f.create("bot"_ba).summary.id;
    const Json large = largeContent(2000);
    VERIFY_OK(f.commit(id, {JsonEdit::set(JsonPointer(), large)}));
    QCOMPARE(number(f, u"SELECT snapshot_revision FROM flow"_s), 2);
    QCOMPARE(number(f, u"SELECT count(*) FROM journal WHERE edits IS NULL"_s), 1);
    f.reopen();
    QCOMPARE(f.flow(id).state.content, large);
    // Its edits are gone: who follows the feed from before it starts over.
    QVERIFY(!f.service->events().since(1));
    QVERIFY(!*f.service->events().changesSince(f.home(), id, 1));
}

void DurabilityTest::prunedJournalStillOpensAndSaysSo()
{
    ServiceFixture f;
    const FlowId settled = f.create("bot"_ba).summary.id;
    const FlowId behind = f.create("bot"_ba).summary.id;
    VERIFY_OK(f.commit(settled, setMember("a", {})));
    VERIFY_OK(f.service->flush());
    VERIFY_OK(f.commit(behind, setMember("b", {})));
    const FlowRecord before = f.flow(behind);
    copyStore(f, f.path(u"copy"_s));
    const Result<std::unique_ptr<FlowStore>> store = FlowStore::open(f.path(u"copy/jackfield.db"_s));
    VERIFY_OK(store);
    const qint64 last = (*store)->journal().lastSequence();
    VERIFY_OK((*store)->file().begin());
    VERIFY_OK((*store)->journal().prune(last + 1));
    VERIFY_OK((*store)->file().commit());
    QCOMPARE((*store)->flows().flow(before.workspace, behind)->record.state, before.state);
    QVERIFY(!*(*store)->journal().events(0, last, 1000));
    QCOMPARE((*store)->journal().lastSequence(), last);
}

JACKFIELD_TEST(DurabilityTest)

} // namespace jackfield::durability_test

#include "durability_test.moc"
