// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/service/ledger/ledger.h"

#include "tests/support/service/service_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QTest>

namespace jackfield::ledger_test {

using namespace testing;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A ledger over a store with one flow in it.
class Fixture
{
public:
    Fixture()
    {
        Result<std::unique_ptr<FlowStore>> store
            = FlowStore::open(folder.filePath(u"a.db"_s), {.clock = clock, .probe = disk});
        if (!store)
            qFatal("%s", qPrintable(store.error().message));
        ledger = std::make_unique<Ledger>(*std::move(store));
        workspace = ledger->store().workspaces().workspaces()->first().id;
        StoredFlow flow;
        flow.record.summary.id = id;
        flow.record.summary.kind = "bot"_ba;
        flow.record.workspace = workspace;
        flow.record.state.content = Json::object();
        flow.record.revision = 1;
        if (!ledger->store().flows().insert(flow))
            qFatal("no flow");
    }

    /// One commit of `key`; what it said in the end.
    QByteArray edit(const QByteArray &key)
    {
        QByteArray said;
        StoredFlow &flow = **ledger->load(workspace, id);
        const FlowEdits edits{.content = setMember(key, {})};
        ledger->write<FlowRecord>(
            [&said](const Result<FlowRecord> &done) { said = done ? "done"_ba : done.error().code; },
            [&](Ledger::Events &events) -> Result<FlowRecord> {
                Result<FlowEdits> inverse = applyFlowEdits(flow.record.state, edits);
                if (!inverse)
                    return inverse.error();
                ++flow.record.revision;
                return ledger->noteEdit(flow, {.edits = edits, .inverse = *inverse, .author = "test"_ba}, events);
            });
        QCoreApplication::sendPostedEvents();
        return said;
    }
    const StoredFlow &flow() { return **ledger->load(workspace, id); }

    QTemporaryDir folder;
    std::shared_ptr<HandClock> clock = std::make_shared<HandClock>();
    std::shared_ptr<FaultyDisk> disk = std::make_shared<FaultyDisk>();
    std::unique_ptr<Ledger> ledger;
    WorkspaceId workspace;
    const FlowId id{"flow"_ba};
};

} // namespace

class LedgerTest : public QObject
{
    Q_OBJECT

private slots:
    void changeThatIsNoneWaitsForWhatItShows();
    void failedWriteIsForgottenAndTold();
    void snapshotComesWithFlushing();
    void snapshotComesAfterManyLines();
    void flowOfAnotherWorkspaceIsNotThere();
};

void LedgerTest::changeThatIsNoneWaitsForWhatItShows()
{
    Fixture f;
    QStringList said;
    const auto note = [&said](const QString &text) {
        return [&said, text](const Result<int> &value) { said.append(text + QString::number(*value)); };
    };
    f.ledger->complete<int>(note(u"at once "_s), 1);
    QCOMPARE(said, QStringList{u"at once 1"_s});
    VERIFY_OK(f.ledger->enter());
    f.ledger->complete<int>(note(u"later "_s), 2);
    QCOMPARE(said.size(), 1);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(said.last(), u"later 2"_s);
}

void LedgerTest::failedWriteIsForgottenAndTold()
{
    Fixture f;
    QCOMPARE(f.edit("a"_ba), "done"_ba);
    const quint64 before = f.ledger->changeCount();
    int takenBack = 0;
    connect(f.ledger.get(), &Ledger::takenBack, this, [&takenBack] { ++takenBack; });
    f.disk->failing = StoreStep::Commit;
    QCOMPARE(f.edit("b"_ba), "storage_failed"_ba);
    f.disk->failing.reset();
    QCOMPARE(takenBack, 1);
    QVERIFY(f.ledger->changeCount() > before + 1); // once for the write, once for its end
    QCOMPARE(f.flow().record.revision, 2);
    QVERIFY(!f.flow().record.state.content.contains("b"));
    QCOMPARE(f.ledger->lastSequence(), 1);
    QCOMPARE(f.edit("b"_ba), "done"_ba);
    QCOMPARE(f.ledger->lastSequence(), 2);
}

void LedgerTest::snapshotComesWithFlushing()
{
    Fixture f;
    QCOMPARE(f.edit("a"_ba), "done"_ba);
    QCOMPARE(f.flow().snapshotRevision, 1);
    VERIFY_OK(f.ledger->endTransaction());
    QCOMPARE(f.flow().snapshotRevision, 1);
    VERIFY_OK(f.ledger->flush());
    QCOMPARE(f.flow().snapshotRevision, 2);
}

void LedgerTest::snapshotComesAfterManyLines()
{
    Fixture f;
    for (int at = 0; at < 199; ++at)
        QCOMPARE(f.edit(QByteArray::number(at)), "done"_ba);
    QCOMPARE(f.flow().snapshotRevision, 1);
    QCOMPARE(f.edit("last"_ba), "done"_ba);
    QCOMPARE(f.flow().snapshotRevision, 201);
}

void LedgerTest::flowOfAnotherWorkspaceIsNotThere()
{
    Fixture f;
    VERIFY_OK(f.ledger->load(f.workspace, f.id)); // in memory from here on
    const Result<Ledger::Flow> other = f.ledger->load(WorkspaceId("other"_ba), f.id);
    COMPARE_ERROR(other, "not_found"_ba);
}

JACKFIELD_TEST(LedgerTest)

} // namespace jackfield::ledger_test

#include "ledger_test.moc"
