// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/service/flow_service.h"

#include "model/json/json_writer.h"
#include "storage/records/publication.h"
#include "tests/support/service/service_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QTest>

namespace jackfield::flow_life_test {

using namespace testing;
using namespace Qt::Literals::StringLiterals;

class FlowLifeTest : public QObject
{
    Q_OBJECT

private slots:
    void lifeFollowsTheTable_data();
    void lifeFollowsTheTable();
    void publishRefusesFlowWithErrors();
    void publishPassesWarningsOn();
    void publishedVersionNeverChanges();
    void publishingAnActiveFlowKeepsWhatRuns();
    void draftKnowsWhetherItIsWhatWasPublished();
    void draftCountsTheChangesOfItsContent();
    void whatIsPublishedIsKnownAfterARestartAndInLists();
    void newVersionIsActivatedOverTheLiveOne();
    void onlyOneSiblingIsPublished();
    void kindWithoutVersionsKeepsTheLast();
    void versionsPageNewestFirst();
    void statusChangeTellsOneEvent();
    void trashTakesChildrenAndGivesThemBack();
    void trashTellsWhenAFlowWent();
    void childOfATrashedFlowWaitsForIt();
    void restoredFlowDoesNotDisplaceThePublishedOne();
};

/// p publish, a activate, z pause, e edit the content, d delete. Upper case: refused with conflict.
void FlowLifeTest::lifeFollowsTheTable_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("steps");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<bool>("live");
    QTest::newRow("publishing does not activate") << "bot"_ba
                                                  << "p"_ba
                                                  << "draft"_ba << false;
    QTest::newRow("activate needs a version") << "bot"_ba
                                              << "A"_ba
                                              << "draft"_ba << false;
    QTest::newRow("activate") << "bot"_ba
                              << "pa"_ba
                              << "active"_ba << true;
    QTest::newRow("activate twice is the same") << "bot"_ba
                                                << "paa"_ba
                                                << "active"_ba << true;
    QTest::newRow("pause needs an active one") << "bot"_ba
                                               << "pZ"_ba
                                               << "draft"_ba << false;
    QTest::newRow("pause") << "bot"_ba
                           << "paz"_ba
                           << "paused"_ba << true;
    QTest::newRow("pause once") << "bot"_ba
                                << "pazZ"_ba
                                << "paused"_ba << true;
    QTest::newRow("activate again") << "bot"_ba
                                    << "paza"_ba
                                    << "active"_ba << true;
    QTest::newRow("edit keeps it active") << "bot"_ba
                                          << "pae"_ba
                                          << "active"_ba << true;
    QTest::newRow("active one stays") << "bot"_ba
                                      << "paD"_ba
                                      << "active"_ba << true;
    QTest::newRow("paused one may go") << "bot"_ba
                                       << "pazd"_ba
                                       << "-"_ba << false;
    QTest::newRow("publish is live") << "part"_ba
                                     << "p"_ba
                                     << "published"_ba << true;
    QTest::newRow("no activate here") << "part"_ba
                                      << "pA"_ba
                                      << "published"_ba << true;
    QTest::newRow("no pause here") << "part"_ba
                                   << "pZ"_ba
                                   << "published"_ba << true;
    QTest::newRow("edit unpublishes, what runs goes on") << "part"_ba
                                                         << "pe"_ba
                                                         << "draft"_ba << true;
    QTest::newRow("publish again") << "part"_ba
                                   << "pep"_ba
                                   << "published"_ba << true;
    QTest::newRow("published one may go") << "part"_ba
                                          << "pd"_ba
                                          << "-"_ba << false;
    QTest::newRow("always live") << "live"_ba
                                 << "PAZe"_ba
                                 << "draft"_ba << false;
    QTest::newRow("edit stays published") << "page"_ba
                                          << "pe"_ba
                                          << "published"_ba << true;
}

void FlowLifeTest::lifeFollowsTheTable()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, steps);
    QFETCH(QByteArray, status);
    QFETCH(bool, live);
    ServiceFixture f;
    const FlowId parent = kind == "part" ? f.create("bot"_ba).summary.id : FlowId();
    const FlowId id = f.create(kind, u"Flow"_s, parent).summary.id;
    for (qsizetype at = 0; at < steps.size(); ++at) {
        const char step = steps[at];
        QByteArray outcome;
        const auto note = [&outcome](const auto &result) { outcome = result ? "done"_ba : result.error().code; };
        switch (QChar::toLower(static_cast<uint>(step))) {
        case 'p':
            note(f.publish(id));
            break;
        case 'a':
            note(f.activate(id));
            break;
        case 'z':
            note(f.pause(id));
            break;
        case 'e':
            note(f.commit(id, setMember(QByteArray::number(at), {})));
            break;
        default:
            note(f.remove(id));
            break;
        }
        QCOMPARE(outcome, step >= 'a' ? "done"_ba : "conflict"_ba);
    }
    const Result<FlowRecord> after = f.service->flows().flow(f.home(), id);
    QCOMPARE(after ? statusName(after->summary.status).toByteArray() : "-"_ba, status);
    if (after)
        QCOMPARE(!after->summary.activeVersion.isEmpty(), live);
}

void FlowLifeTest::publishRefusesFlowWithErrors()
{
    ServiceFixture f;
    const FlowRecord made = f.create("bot"_ba, u"Flow"_s, {}, plainJson("{'broken': 1, 'odd': 1}"));
    const Result<PublishOutcome> outcome = f.publish(made.summary.id);
    VERIFY_OK(outcome);
    QVERIFY(!outcome->version);
    QCOMPARE(outcome->problems.size(), 2);
    QCOMPARE(f.flow(made.summary.id).revision, 1);
    QCOMPARE(f.service->life().versions(f.home(), made.summary.id, {}, 10)->total, 0);
}

void FlowLifeTest::publishPassesWarningsOn()
{
    ServiceFixture f;
    const FlowRecord made = f.create("bot"_ba, u"Flow"_s, {}, plainJson("{'odd': 1}"));
    const Result<PublishOutcome> outcome = f.publish(made.summary.id);
    QVERIFY(outcome && outcome->version);
    QCOMPARE(outcome->problems.size(), 1);
    QCOMPARE(outcome->version->number, 1);
    QCOMPARE(outcome->flow.summary.latestVersion, outcome->version->id);
}

void FlowLifeTest::publishedVersionNeverChanges()
{
    ServiceFixture f;
    const FlowRecord made = f.create("bot"_ba, u"Flow"_s, {}, plainJson("{'n': 1.10}"));
    const QByteArray version = f.publish(made.summary.id)->version->id;
    VERIFY_OK(f.commit(made.summary.id, setMember("later", {})));
    f.reopen();
    QCOMPARE(writeJson(f.service->life().version(f.home(), made.summary.id, version)->content), "{\"n\":1.10}"_ba);
}

void FlowLifeTest::publishingAnActiveFlowKeepsWhatRuns()
{
    ServiceFixture f;
    const FlowId id = f.create("bot"_ba).summary.id;
    const QByteArray first = f.publish(id)->version->id;
    VERIFY_OK(f.activate(id));
    VERIFY_OK(f.commit(id, setMember("a", {})));
    const QByteArray second = f.publish(id)->version->id;
    QCOMPARE(f.flow(id).summary.activeVersion, first);
    QCOMPARE(f.flow(id).summary.latestVersion, second);
    QCOMPARE(f.activate(id)->summary.activeVersion, second);
}

void FlowLifeTest::draftKnowsWhetherItIsWhatWasPublished()
{
    ServiceFixture f;
    const FlowId id = f.create("bot"_ba).summary.id;
    const auto same = [&] { return changesSinceVersion(f.flow(id).summary) == 0; };
    QVERIFY(!same());
    VERIFY_OK(f.publish(id));
    QVERIFY(same());
    VERIFY_OK(f.activate(id));
    QVERIFY(same());
    VERIFY_OK(f.wait<FlowRecord>(
        [&](auto done) { f.service->flows().commit(f.home(), {.flow = id, .name = u"Other"_s}, done); }));
    QVERIFY(same());
    VERIFY_OK(f.commit(id, setMember("a", {})));
    QVERIFY(!same());
    VERIFY_OK(f.pause(id));
    QVERIFY(!same());
}

void FlowLifeTest::draftCountsTheChangesOfItsContent()
{
    ServiceFixture f;
    const FlowId id = f.create("bot"_ba).summary.id;
    VERIFY_OK(f.commit(id, setMember("before", {})));
    QVERIFY(!changesSinceVersion(f.flow(id).summary));
    VERIFY_OK(f.publish(id));
    // A note on the canvas, another name and the switch on and off are no changes of what was published.
    VERIFY_OK(f.wait<FlowRecord>([&](auto done) {
        f.service->flows().commit(f.home(), {.flow = id, .edits = {.sidecar = setMember("note", {})}}, done);
    }));
    VERIFY_OK(f.commit(id, setMember("a", {})));
    VERIFY_OK(f.activate(id));
    VERIFY_OK(f.pause(id));
    VERIFY_OK(f.wait<FlowRecord>(
        [&](auto done) { f.service->flows().commit(f.home(), {.flow = id, .name = u"Other"_s}, done); }));
    VERIFY_OK(f.commit(id, setMember("b", {})));
    VERIFY_OK(f.commit(id, setMember("c", {})));
    QCOMPARE(changesSinceVersion(f.flow(id).summary), std::optional<qint64>(3));
    VERIFY_OK(f.publish(id));
    QCOMPARE(changesSinceVersion(f.flow(id).summary), std::optional<qint64>(0));
}

void FlowLifeTest::whatIsPublishedIsKnownAfterARestartAndInLists()
{
    ServiceFixture f;
    const FlowId bot = f.create("bot"_ba).summary.id;
    const FlowId part = f.create("part"_ba, u"Part"_s, bot).summary.id;
    for (const FlowId &id : {bot, part}) {
        QVERIFY(f.publish(id)->version);
        VERIFY_OK(f.commit(id, setMember("a", {})));
        QVERIFY(f.publish(id)->version);
    }
    VERIFY_OK(f.commit(bot, setMember("b", {})));
    VERIFY_OK(f.commit(bot, setMember("c", {})));
    const FlowSummary before = f.flow(bot).summary;
    f.reopen();
    QCOMPARE(f.flow(bot).summary, before);
    const Result<FlowPage> page = f.service->flows().list({});
    VERIFY_OK(page);
    QCOMPARE(page->flows.size(), 2);
    QCOMPARE(page->flows[0], before);
    QCOMPARE(nextVersionNumber(page->flows[0]), 3);
    QCOMPARE(changesSinceVersion(page->flows[0]), std::optional<qint64>(2));
    const Result<FlowPage> inside = f.service->flows().list({.parent = bot});
    VERIFY_OK(inside);
    QCOMPARE(inside->flows[0].latestVersionNumber, 2);
    QCOMPARE(changesSinceVersion(inside->flows[0]), std::optional<qint64>(0));
}

void FlowLifeTest::newVersionIsActivatedOverTheLiveOne()
{
    ServiceFixture f;
    const FlowId id = f.create("bot"_ba).summary.id;
    const QByteArray first = f.publish(id)->version->id;
    VERIFY_OK(f.activate(id));
    VERIFY_OK(f.commit(id, setMember("a", {})));
    const QByteArray second = f.publish(id)->version->id;
    const Lifecycle life = f.kinds.find("bot"_ba)->info().lifecycle;
    FlowSummary flow = f.flow(id).summary;
    QVERIFY(canActivate(life, flow));
    QCOMPARE(standingOf(flow, first), (VersionStanding{.live = true, .newest = false}));
    QCOMPARE(standingOf(flow, second), (VersionStanding{.live = false, .newest = true}));
    VERIFY_OK(f.activate(id));
    flow = f.flow(id).summary;
    QVERIFY(!canActivate(life, flow));
    QCOMPARE(standingOf(flow, second), (VersionStanding{.live = true, .newest = true}));
    VERIFY_OK(f.pause(id));
    QCOMPARE(standingOf(f.flow(id).summary, second), (VersionStanding{.live = false, .newest = true}));
}

void FlowLifeTest::onlyOneSiblingIsPublished()
{
    ServiceFixture f;
    const FlowId bot = f.create("bot"_ba).summary.id;
    const FlowId otherBot = f.create("bot"_ba).summary.id;
    const FlowId a = f.create("part"_ba, u"a"_s, bot).summary.id;
    const FlowId b = f.create("part"_ba, u"b"_s, bot).summary.id;
    const FlowId stranger = f.create("part"_ba, u"c"_s, otherBot).summary.id;
    for (const FlowId &id : {stranger, a, b})
        QVERIFY(f.publish(id)->version);
    QCOMPARE(f.flow(a).summary.status, FlowStatus::Draft);
    QVERIFY(f.flow(a).summary.activeVersion.isEmpty());
    QCOMPARE(f.flow(b).summary.status, FlowStatus::Published);
    QCOMPARE(f.flow(stranger).summary.status, FlowStatus::Published);
}

void FlowLifeTest::kindWithoutVersionsKeepsTheLast()
{
    ServiceFixture f;
    const FlowId id = f.create("page"_ba).summary.id;
    VERIFY_OK(f.publish(id));
    VERIFY_OK(f.commit(id, setMember("a", {})));
    const QByteArray second = f.publish(id)->version->id;
    const Result<VersionPage> page = f.service->life().versions(f.home(), id, {}, 10);
    QCOMPARE(page->total, 1);
    QCOMPARE(page->versions.first().id, second);
    QCOMPARE(page->versions.first().number, 2);
}

void FlowLifeTest::versionsPageNewestFirst()
{
    ServiceFixture f;
    const FlowId id = f.create("bot"_ba).summary.id;
    for (int at = 0; at < 5; ++at)
        VERIFY_OK(f.publish(id));
    QList<int> numbers;
    QByteArray after;
    do {
        const Result<VersionPage> page = f.service->life().versions(f.home(), id, after, 2);
        VERIFY_OK(page);
        QCOMPARE(page->total, 5);
        for (const FlowVersion &version : page->versions)
            numbers.append(version.number);
        after = page->next;
    } while (!after.isEmpty());
    QCOMPARE(numbers, QList<int>({5, 4, 3, 2, 1}));
}

void FlowLifeTest::statusChangeTellsOneEvent()
{
    ServiceFixture f;
    const FlowId id = f.create("bot"_ba).summary.id;
    VERIFY_OK(f.publish(id));
    VERIFY_OK(f.activate(id));
    VERIFY_OK(f.pause(id));
    VERIFY_OK(f.remove(id));
    VERIFY_OK(f.restore(id));
    QByteArrayList told;
    const std::optional<QList<FlowEvent>> events = f.service->events().since(0);
    QVERIFY(events);
    for (const FlowEvent &event : *events)
        told.append(eventName(event.type).toByteArray() + ' ' + QByteArray::number(event.revision));
    QCOMPARE(
        told,
        QByteArrayList(
            {"flow.created 1", "flow.published 2", "flow.status_changed 3", "flow.status_changed 4", "flow.deleted 4",
             "flow.restored 4"}));
}

void FlowLifeTest::trashTakesChildrenAndGivesThemBack()
{
    ServiceFixture f;
    const FlowId bot = f.create("bot"_ba, u"Bot"_s).summary.id;
    const FlowId early = f.create("part"_ba, u"Early"_s, bot).summary.id;
    const FlowId part = f.create("part"_ba, u"Part"_s, bot).summary.id;
    VERIFY_OK(f.commit(part, setMember("kept", {})));
    const FlowRecord before = f.flow(part);
    VERIFY_OK(f.remove(early));
    VERIFY_OK(f.remove(bot));
    QCOMPARE(f.service->flows().list({})->total, 0);
    QCOMPARE(f.service->flows().trash(f.home())->size(), 3);
    QCOMPARE(f.service->flows().flow(f.home(), part).error().code, "not_found"_ba);
    QCOMPARE(f.remove(bot).error().code, "not_found"_ba);
    f.reopen();
    QCOMPARE(f.restore(bot)->summary.id, bot);
    QCOMPARE(f.flow(part).state, before.state);
    QCOMPARE(f.flow(part).revision, before.revision);
    // What was thrown away on its own stays there.
    QCOMPARE(f.service->flows().trash(f.home())->size(), 1);
    QCOMPARE(f.service->flows().trash(f.home())->first().id, early);
    VERIFY_OK(f.restore(early));
}

void FlowLifeTest::trashTellsWhenAFlowWent()
{
    ServiceFixture f;
    const FlowRecord bot = f.create("bot"_ba);
    f.clock->time += 5000;
    const Timestamp gone = f.clock->time;
    VERIFY_OK(f.remove(bot.summary.id));
    f.clock->time += 5000;
    QCOMPARE(f.service->flows().trash(f.home())->first().updatedAt, gone);
    QCOMPARE(f.restore(bot.summary.id)->summary.updatedAt, bot.summary.updatedAt);
}

void FlowLifeTest::childOfATrashedFlowWaitsForIt()
{
    ServiceFixture f;
    const FlowId bot = f.create("bot"_ba).summary.id;
    const FlowId part = f.create("part"_ba, u"Part"_s, bot).summary.id;
    VERIFY_OK(f.remove(bot));
    QCOMPARE(f.restore(part).error().code, "conflict"_ba);
    QCOMPARE(f.restore(FlowId("nothing"_ba)).error().code, "not_found"_ba);
}

void FlowLifeTest::restoredFlowDoesNotDisplaceThePublishedOne()
{
    ServiceFixture f;
    const FlowId bot = f.create("bot"_ba).summary.id;
    const FlowId a = f.create("part"_ba, u"a"_s, bot).summary.id;
    const FlowId b = f.create("part"_ba, u"b"_s, bot).summary.id;
    VERIFY_OK(f.publish(a));
    VERIFY_OK(f.remove(a));
    VERIFY_OK(f.publish(b));
    VERIFY_OK(f.restore(a));
    QCOMPARE(f.flow(a).summary.status, FlowStatus::Draft);
    QCOMPARE(f.flow(b).summary.status, FlowStatus::Published);
}

JACKFIELD_TEST(FlowLifeTest)

} // namespace jackfield::flow_life_test

#include "flow_life_test.moc"
