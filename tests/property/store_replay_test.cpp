// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/edit/json_diff.h"
#include "model/json/json_writer.h"
#include "tests/support/flows/json_generator.h"
#include "tests/support/service/service_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QFile>
#include <QTest>

namespace jackfield::store_replay_test {

using namespace testing;
using namespace Qt::Literals::StringLiterals;

/// Whatever is committed in whatever order: what a reopened store says is what the service said before, byte for byte.
class StoreReplayTest : public QObject
{
    Q_OBJECT

private slots:
    void randomCommitsReplayToTheSameBytes();
    void undoneJournalGivesTheFirstContentBack();
};

namespace {

/// The text of a flow and everything of it that must survive.
QByteArray spelled(const FlowRecord &flow)
{
    return writeJson(flow.state.content) + '\n' + writeJson(flow.state.sidecar) + '\n'
        + writeJson(flow.summary.properties) + '\n' + flow.summary.name.toUtf8() + ' '
        + statusName(flow.summary.status).toByteArray() + ' ' + QByteArray::number(flow.revision) + ' '
        + QByteArray::number(flow.summary.visibleRevision) + ' ' + flow.summary.latestVersion + ' '
        + QByteArray::number(flow.summary.updatedAt);
}

} // namespace

void StoreReplayTest::randomCommitsReplayToTheSameBytes()
{
    const quint64 seed = propertySeed(20261120);
    for (quint64 round = 0; round < 6; ++round) {
        JsonGenerator random(seed + round);
        ServiceFixture f;
        QList<FlowId> ids;
        for (int at = 0; at < 4; ++at)
            ids.append(f.create("bot"_ba, u"Flow %1"_s.arg(at), {}, random.object()).summary.id);
        for (int step = 0; step < 150; ++step) {
            const FlowId id = ids[random.below(ids.size())];
            const FlowRecord before = f.flow(id);
            jackfield::Commit change{.flow = id, .author = "test"_ba};
            if (random.chance(80))
                change.edits.content = {random.edit(before.state.content)};
            else if (random.chance(50))
                change.edits.content = diffJson(before.state.content, random.object());
            if (random.chance(30))
                change.edits.sidecar
                    = {JsonEdit::insert(JsonPointer().child("s" + QByteArray::number(step)), random.value())};
            if (random.chance(10))
                change.name = u"Name %1"_s.arg(step);
            f.service->flows().commit(f.home(), change, [](const Result<FlowRecord> &) {});
            if (random.chance(5))
                f.service->life().publish(f.home(), id, "test"_ba, [](const Result<PublishOutcome> &) {});
            if (random.chance(30))
                f.turn();
            if (random.chance(3))
                VERIFY_OK(f.service->flush());
        }
        f.turn();
        QByteArrayList said;
        for (const FlowId &id : ids)
            said.append(spelled(f.flow(id)));
        // As a kill would leave it: the log is not folded into the file.
        QVERIFY(QFile::copy(f.path(), f.path(u"copy.db"_s)));
        QVERIFY(QFile::copy(f.path(u"jackfield.db-wal"_s), f.path(u"copy.db-wal"_s)));
        const Result<std::unique_ptr<FlowStore>> copy = FlowStore::open(f.path(u"copy.db"_s));
        VERIFY_OK(copy);
        for (qsizetype at = 0; at < ids.size(); ++at) {
            const Result<StoredFlow> stored = (*copy)->flows().flow(f.home(), ids[at]);
            QVERIFY2(
                stored,
                qPrintable(u"seed %1: %2"_s.arg(seed + round).arg(stored ? QString() : stored.error().message)));
            QCOMPARE(spelled(stored->record), said[at]);
        }
        f.reopen();
        for (qsizetype at = 0; at < ids.size(); ++at)
            QCOMPARE(spelled(f.flow(ids[at])), said[at]);
    }
}

void StoreReplayTest::undoneJournalGivesTheFirstContentBack()
{
    const quint64 seed = propertySeed(4711);
    JsonGenerator random(seed);
    ServiceFixture f;
    const FlowRecord first = f.create("bot"_ba, u"Flow"_s, {}, random.object());
    for (int step = 0; step < 60; ++step) {
        f.service->flows().commit(
            f.home(),
            {.flow = first.summary.id, .edits = {.content = {random.edit(f.flow(first.summary.id).state.content)}}},
            [](const Result<FlowRecord> &) {});
    }
    f.turn();
    FlowState state = f.flow(first.summary.id).state;
    f.close();
    const Result<std::unique_ptr<FlowStore>> store = FlowStore::open(f.path());
    VERIFY_OK(store);
    const Result<QList<JournalEntry>> lines = (*store)->journal().history(first.workspace, first.summary.id, 1, 1000);
    VERIFY_OK(lines);
    for (auto line = lines->rbegin(); line != lines->rend(); ++line) {
        if (!line->editsKept)
            QSKIP("An edit of this seed was larger than the flow: its inverse is not kept.");
        QVERIFY2(applyFlowEdits(state, line->inverse), qPrintable(u"seed %1"_s.arg(seed)));
    }
    QCOMPARE(writeJson(state.content), writeJson(first.state.content));
}

JACKFIELD_TEST(StoreReplayTest)

} // namespace jackfield::store_replay_test

#include "store_replay_test.moc"
