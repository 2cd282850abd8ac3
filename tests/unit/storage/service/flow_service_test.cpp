// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/service/flow_service.h"

#include "model/json/json_writer.h"
#include "tests/support/service/service_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

namespace jackfield::flow_service_test {

using namespace testing;
using namespace Qt::Literals::StringLiterals;

class FlowServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void createdFlowStartsFromTheBlankOfItsKind();
    void aKindSaysHowIdsAreSpelt();
    void createRefusesWhatDoesNotFit_data();
    void createRefusesWhatDoesNotFit();
    void chosenIdIsTakenOnce();
    void commitChangesContentAndRevision();
    void commitForAnotherRevisionIsRefused();
    void editThatDoesNotFitChangesNothing();
    void sidecarEditIsHiddenFromClients();
    void emptyCommitMakesNoRevision();
    void everythingIsThereAfterReopening();
    void listsPageByKeyInEachOrder_data();
    void listsPageByKeyInEachOrder();
    void listFindsPartOfTheNameWhateverItsCase();
    void freeNameCountsOn();
    void writesOfOneTurnShareATransaction();
    void eventComesBeforeCompletionAndAfterDurability();
    void eventsSinceComeFromMemoryAndJournal();
    void changesSinceTellsTheEditsOfOneFlow();
    void changeCountGrowsWithEachWrite();
};

void FlowServiceTest::createdFlowStartsFromTheBlankOfItsKind()
{
    ServiceFixture f;
    const FlowRecord made = f.create("bot"_ba, u"Support"_s);
    QCOMPARE(writeJson(made.state.content), "{\"blank\":true}"_ba);
    QCOMPARE(made.summary.id.utf8.size(), 26);
    QCOMPARE(made.revision, 1);
    QCOMPARE(made.summary.status, FlowStatus::Draft);
    QCOMPARE(made.summary.createdAt, made.summary.updatedAt);
    QCOMPARE(f.flow(made.summary.id).summary.name, u"Support"_s);
}

void FlowServiceTest::aKindSaysHowIdsAreSpelt()
{
    ServiceFixture f;
    static const QRegularExpression hex(u"^[0-9a-f]{24}$"_s);
    const FlowRecord made = f.create("live"_ba, u"Line"_s);
    QVERIFY2(hex.match(made.summary.id.toString()).hasMatch(), qPrintable(made.summary.id.toString()));
    QVERIFY(f.create("live"_ba, u"Line"_s).summary.id != made.summary.id);
    QCOMPARE(f.flow(made.summary.id).summary.name, u"Line"_s);
}

void FlowServiceTest::createRefusesWhatDoesNotFit_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("parent");
    QTest::addColumn<QByteArray>("workspace");
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("unknown kind") << "nothing"_ba
                                  << ""_ba
                                  << ""_ba
                                  << ""_ba
                                  << "invalid"_ba;
    QTest::newRow("child without parent") << "part"_ba
                                          << ""_ba
                                          << ""_ba
                                          << ""_ba
                                          << "invalid"_ba;
    QTest::newRow("parent is not there") << "part"_ba
                                         << "nowhere"_ba
                                         << ""_ba
                                         << ""_ba
                                         << "not_found"_ba;
    QTest::newRow("stands alone") << "bot"_ba
                                  << "nowhere"_ba
                                  << ""_ba
                                  << ""_ba
                                  << "invalid"_ba;
    QTest::newRow("unknown workspace") << "bot"_ba
                                       << ""_ba
                                       << "elsewhere"_ba
                                       << ""_ba
                                       << "not_found"_ba;
    QTest::newRow("id with a slash") << "bot"_ba
                                     << ""_ba
                                     << ""_ba
                                     << "../x"_ba
                                     << "invalid"_ba;
}

void FlowServiceTest::createRefusesWhatDoesNotFit()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, parent);
    QFETCH(QByteArray, workspace);
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, code);
    ServiceFixture f;
    const Result<FlowRecord> made = f.wait<FlowRecord>([&](auto done) {
        f.service->flows().create(
            {.workspace = WorkspaceId(workspace), .id = FlowId(id), .kind = kind, .parent = FlowId(parent)}, done);
    });
    COMPARE_ERROR(made, code);
    QCOMPARE(f.service->flows().list({})->total, 0);
}

void FlowServiceTest::chosenIdIsTakenOnce()
{
    ServiceFixture f;
    const QByteArray id = f.service->newHexId();
    QCOMPARE(id.size(), 24);
    const auto make = [&](auto done) { f.service->flows().create({.id = FlowId(id), .kind = "bot"_ba}, done); };
    QCOMPARE(f.wait<FlowRecord>(make)->summary.id.utf8, id);
    QCOMPARE(f.wait<FlowRecord>(make).error().code, "invalid"_ba);
}

void FlowServiceTest::commitChangesContentAndRevision()
{
    ServiceFixture f;
    const FlowRecord made = f.create("bot"_ba);
    f.clock->time += 5000;
    const Result<FlowRecord> changed = f.commit(made.summary.id, setMember("a", Json::number(qint64(1))), 1);
    VERIFY_OK(changed);
    QCOMPARE(writeJson(changed->state.content), "{\"blank\":true,\"a\":1}"_ba);
    QCOMPARE(changed->revision, 2);
    QCOMPARE(changed->summary.visibleRevision, 2);
    QVERIFY(changed->summary.updatedAt >= made.summary.updatedAt + 4000);
    QCOMPARE(changed->summary.createdAt, made.summary.createdAt);
}

void FlowServiceTest::commitForAnotherRevisionIsRefused()
{
    ServiceFixture f;
    const FlowRecord made = f.create("bot"_ba);
    VERIFY_OK(f.commit(made.summary.id, setMember("a", {}), 1));
    const Result<FlowRecord> late = f.commit(made.summary.id, setMember("b", {}), 1);
    COMPARE_ERROR(late, "revision_moved"_ba);
    QVERIFY(!f.flow(made.summary.id).state.content.contains("b"));
}

void FlowServiceTest::editThatDoesNotFitChangesNothing()
{
    ServiceFixture f;
    const FlowRecord made = f.create("bot"_ba);
    JsonEdits edits = setMember("a", {});
    edits.append(JsonEdit::remove(JsonPointer("/nowhere"_ba)));
    const Result<FlowRecord> refused = f.commit(made.summary.id, edits);
    COMPARE_ERROR(refused, "edit_does_not_apply"_ba);
    QCOMPARE(f.flow(made.summary.id).revision, 1);
    QCOMPARE(f.flow(made.summary.id).state, made.state);
}

void FlowServiceTest::sidecarEditIsHiddenFromClients()
{
    ServiceFixture f;
    const FlowRecord made = f.create("bot"_ba);
    const Result<FlowRecord> moved = f.wait<FlowRecord>([&](auto done) {
        f.service->flows().commit(
            f.home(), {.flow = made.summary.id, .edits = {.sidecar = setMember("positions", Json::object())}}, done);
    });
    VERIFY_OK(moved);
    QCOMPARE(moved->revision, 2);
    QCOMPARE(moved->summary.visibleRevision, 1);
    QCOMPARE(moved->summary.updatedAt, made.summary.updatedAt);
}

void FlowServiceTest::emptyCommitMakesNoRevision()
{
    ServiceFixture f;
    const FlowRecord made = f.create("bot"_ba);
    const Result<FlowRecord> same = f.commit(made.summary.id, {});
    VERIFY_OK(same);
    QCOMPARE(same->revision, 1);
    QCOMPARE(f.service->events().lastSequence(), 1);
}

void FlowServiceTest::everythingIsThereAfterReopening()
{
    ServiceFixture f;
    const FlowRecord bot = f.create("bot"_ba, u"Größe ✓"_s);
    const FlowRecord part = f.create("part"_ba, u"Part"_s, bot.summary.id, plainJson("{'n': 1.10, 'b': [1e5, -0.0]}"));
    VERIFY_OK(f.commit(part.summary.id, setMember("x", Json::string("y"))));
    VERIFY_OK(f.wait<FlowRecord>([&](auto done) {
        f.service->flows().commit(
            f.home(),
            {.flow = bot.summary.id, .properties = setMember("team", Json::string("t")), .name = u"Renamed"_s}, done);
    }));
    VERIFY_OK(f.publish(part.summary.id));
    const FlowRecord botBefore = f.flow(bot.summary.id);
    const FlowRecord partBefore = f.flow(part.summary.id);
    f.reopen();
    for (const FlowRecord &before : {botBefore, partBefore}) {
        const FlowRecord after = f.flow(before.summary.id);
        QCOMPARE(writeJson(after.state.content), writeJson(before.state.content));
        QCOMPARE(writeJson(after.summary.properties), writeJson(before.summary.properties));
        QCOMPARE(after.summary.name, before.summary.name);
        QCOMPARE(after.summary.parent, before.summary.parent);
        QCOMPARE(after.summary.status, before.summary.status);
        QCOMPARE(after.revision, before.revision);
        QCOMPARE(after.summary.visibleRevision, before.summary.visibleRevision);
        QCOMPARE(after.summary.latestVersion, before.summary.latestVersion);
        QCOMPARE(after.summary.activeVersion, before.summary.activeVersion);
        QCOMPARE(after.summary.updatedAt, before.summary.updatedAt);
        QCOMPARE(after.summary.publishedAt, before.summary.publishedAt);
    }
}

void FlowServiceTest::listsPageByKeyInEachOrder_data()
{
    QTest::addColumn<FlowQuery::Order>("order");
    QTest::addColumn<QString>("expected");
    QTest::newRow("created") << FlowQuery::Order::CreatedAscending << u"c a E b d"_s;
    QTest::newRow("newest") << FlowQuery::Order::CreatedDescending << u"d b E a c"_s;
    QTest::newRow("changed first") << FlowQuery::Order::UpdatedAscending << u"c E b d a"_s;
    QTest::newRow("changed") << FlowQuery::Order::UpdatedDescending << u"a d b E c"_s;
    QTest::newRow("name") << FlowQuery::Order::NameAscending << u"a b c d E"_s;
    QTest::newRow("name backwards") << FlowQuery::Order::NameDescending << u"E d c b a"_s;
}

void FlowServiceTest::listsPageByKeyInEachOrder()
{
    QFETCH(FlowQuery::Order, order);
    QFETCH(QString, expected);
    ServiceFixture f;
    QHash<QString, FlowId> ids;
    for (const QString &name : {u"c"_s, u"a"_s, u"E"_s, u"b"_s, u"d"_s}) {
        f.clock->time += 10;
        ids.insert(name, f.create("bot"_ba, name).summary.id);
    }
    f.create("live"_ba, u"other kind"_s);
    f.clock->time += 10;
    VERIFY_OK(f.commit(ids.value(u"a"_s), setMember("x", {})));

    FlowQuery query{.kind = "bot"_ba, .order = order, .limit = 2};
    QStringList names;
    int pages = 0;
    do {
        const Result<FlowPage> page = f.service->flows().list(query);
        VERIFY_OK(page);
        QCOMPARE(page->total, 5);
        for (const FlowSummary &flow : page->flows)
            names.append(flow.name);
        query.after = page->next;
        ++pages;
    } while (!query.after.isEmpty());
    QCOMPARE(names.join(u' '), expected);
    QCOMPARE(pages, 3);

    // By place: the same list, wherever a page begins, and nothing behind its end.
    query.after = {};
    for (query.skip = 0; query.skip < 7; ++query.skip) {
        const Result<FlowPage> page = f.service->flows().list(query);
        VERIFY_OK(page);
        QCOMPARE(page->total, 5);
        QCOMPARE(page->next.isEmpty(), query.skip >= 3);
        QStringList found;
        for (const FlowSummary &flow : page->flows)
            found.append(flow.name);
        QCOMPARE(found, names.mid(query.skip, query.limit));
    }
}

void FlowServiceTest::listFindsPartOfTheNameWhateverItsCase()
{
    ServiceFixture f;
    f.create("bot"_ba, u"100% Größe"_s);
    f.create("bot"_ba, u"1000 Dinge"_s);
    QCOMPARE(f.service->flows().list({.search = u"% GRÖ"_s})->total, 1);
    QCOMPARE(f.service->flows().list({.search = u"100%"_s})->total, 1);
    QCOMPARE(f.service->flows().list({.search = u"100"_s})->flows.size(), 2);
    QCOMPARE(f.service->flows().list({.search = u"nothing"_s})->total, 0);
}

void FlowServiceTest::freeNameCountsOn()
{
    ServiceFixture f;
    QCOMPARE(f.service->flows().freeName({}, "bot"_ba, {}, u"Support"_s), u"Support"_s);
    f.create("bot"_ba, u"Support"_s);
    f.create("bot"_ba, u"Support 2"_s);
    QCOMPARE(f.service->flows().freeName({}, "bot"_ba, {}, u"Support"_s), u"Support 3"_s);
    QCOMPARE(f.service->flows().freeName({}, "live"_ba, {}, u"Support"_s), u"Support"_s);
}

void FlowServiceTest::writesOfOneTurnShareATransaction()
{
    ServiceFixture f;
    const FlowId id = f.create("bot"_ba).summary.id;
    const int before = f.disk->commits;
    int completed = 0;
    for (int at = 0; at < 64; ++at) {
        f.service->flows().commit(
            f.home(), {.flow = id, .edits = {.content = setMember(QByteArray::number(at), {})}},
            [&completed](const Result<FlowRecord> &result) { completed += result ? 1 : 0; });
    }
    QCOMPARE(completed, 0);
    QCOMPARE(f.flow(id).revision, 65);
    f.turn();
    QCOMPARE(completed, 64);
    QCOMPARE(f.disk->commits, before + 1);
}

void FlowServiceTest::eventComesBeforeCompletionAndAfterDurability()
{
    ServiceFixture f;
    const FlowId id = f.create("bot"_ba).summary.id;
    const int before = f.disk->commits;
    QStringList order;
    QObject context;
    QObject::connect(f.service.get(), &FlowService::happened, &context, [&](const FlowEvent &event) {
        order.append(u"event %1 after %2 commits"_s.arg(event.revision).arg(f.disk->commits - before));
        QCOMPARE(event.edits.content.size(), 1);
        QCOMPARE(event.author, "test"_ba);
    });
    f.service->flows().commit(
        f.home(), {.flow = id, .edits = {.content = setMember("a", {})}, .author = "test"_ba},
        [&](const Result<FlowRecord> &) { order.append(u"done"_s); });
    order.append(u"returned"_s);
    f.turn();
    QCOMPARE(order, QStringList({u"returned"_s, u"event 2 after 1 commits"_s, u"done"_s}));
}

void FlowServiceTest::eventsSinceComeFromMemoryAndJournal()
{
    ServiceFixture f;
    const FlowId id = f.create("bot"_ba).summary.id;
    for (int at = 0; at < 4; ++at)
        VERIFY_OK(f.commit(id, setMember(QByteArray::number(at), Json::number(qint64(at)))));
    const std::optional<QList<FlowEvent>> fromMemory = f.service->events().since(1);
    QVERIFY(fromMemory);
    QCOMPARE(fromMemory->size(), 4);
    QCOMPARE(f.service->events().since(5)->size(), 0);
    QVERIFY(!f.service->events().since(6));

    f.reopen();
    QCOMPARE(f.service->events().lastSequence(), 5);
    const std::optional<QList<FlowEvent>> fromJournal = f.service->events().since(1);
    QVERIFY(fromJournal);
    QCOMPARE(fromJournal->size(), 4);
    for (qsizetype at = 0; at < 4; ++at) {
        QCOMPARE(fromJournal->at(at).sequence, fromMemory->at(at).sequence);
        QCOMPARE(fromJournal->at(at).edits, fromMemory->at(at).edits);
        QCOMPARE(fromJournal->at(at).flow, id);
    }
}

void FlowServiceTest::changesSinceTellsTheEditsOfOneFlow()
{
    ServiceFixture f;
    const FlowId id = f.create("bot"_ba).summary.id;
    const FlowId other = f.create("bot"_ba).summary.id;
    VERIFY_OK(f.commit(id, setMember("a", {})));
    VERIFY_OK(f.commit(other, setMember("z", {})));
    VERIFY_OK(f.publish(id));
    VERIFY_OK(f.commit(id, setMember("b", {})));
    const Result<std::optional<QList<FlowEvent>>> changes = f.service->events().changesSince(f.home(), id, 1);
    QVERIFY(changes && *changes);
    QStringList told;
    for (const FlowEvent &event : **changes)
        told.append(u"%1 %2 %3"_s.arg(event.revision)
                        .arg(QString::fromUtf8(eventName(event.type)))
                        .arg(event.edits.content.size()));
    QCOMPARE(told, QStringList({u"2 flow.committed 1"_s, u"3 flow.published 0"_s, u"4 flow.committed 1"_s}));
}

void FlowServiceTest::changeCountGrowsWithEachWrite()
{
    ServiceFixture f;
    const quint64 empty = f.service->changeCount();
    const FlowId id = f.create("bot"_ba).summary.id;
    const quint64 created = f.service->changeCount();
    QVERIFY(created > empty);
    VERIFY_OK(f.service->flows().list({}));
    QCOMPARE(f.service->changeCount(), created);
    VERIFY_OK(f.commit(id, setMember("a", {})));
    QVERIFY(f.service->changeCount() > created);
}

JACKFIELD_TEST(FlowServiceTest)

} // namespace jackfield::flow_service_test

#include "flow_service_test.moc"
