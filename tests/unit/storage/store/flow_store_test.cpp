// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/store/flow_store.h"

#include "tests/support/service/service_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QSqlQuery>
#include <QTest>

namespace jackfield::flow_store_test {

using namespace testing;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray fileDigest(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256);
}

/// Runs statements on a file beside the store.
void sql(const QString &path, const QStringList &statements)
{
    Result<std::unique_ptr<SqlConnection>> connection = SqlConnection::open(path, dialect::Access::Write);
    VERIFY_OK(connection);
    for (const QString &statement : statements) {
        const Result<void> done = (*connection)->execute(statement);
        VERIFY_OK(done);
    }
}

QStringList backups(const QTemporaryDir &folder)
{
    return QDir(folder.filePath(u"backups"_s)).entryList(QDir::Files, QDir::Name);
}

QList<SchemaStep> stepsWithOneMore()
{
    QList<SchemaStep> steps = schemaSteps();
    steps.append(
        {steps.last().version + 1,
         {u"ALTER TABLE flow ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'"_s,
          u"CREATE TABLE extra (id TEXT PRIMARY KEY)"_s}});
    return steps;
}

} // namespace

class FlowStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void modesAreWhatDurabilityNeeds_data();
    void modesAreWhatDurabilityNeeds();
    void fileIsForItsOwnerAlone();
    void newerSchemaIsRefusedAndUntouched();
    void foreignFileIsRefusedAndUntouched();
    void damagedFileIsRefusedAndUntouched();
    void flippedBytesNeverCrashTheStart();
    void olderVersionsStillOpen_data();
    void olderVersionsStillOpen();
    void migrationKeepsACopyAndTheFlows();
    void failedMigrationLeavesTheOldVersion();
    void fiveBackupsAreKept();
    void replacedFileIsNotWrittenTo();
    void changedVersionIsNotShown();
};

void FlowStoreTest::modesAreWhatDurabilityNeeds_data()
{
    QTest::addColumn<QString>("pragma");
    QTest::addColumn<QString>("expected");
    QTest::newRow("journal") << u"journal_mode"_s << u"wal"_s;
    QTest::newRow("sync") << u"synchronous"_s << u"2"_s;
    QTest::newRow("keys") << u"foreign_keys"_s << u"1"_s;
    QTest::newRow("schema") << u"trusted_schema"_s << u"0"_s;
    QTest::newRow("cells") << u"cell_size_check"_s << u"1"_s;
    QTest::newRow("version") << u"user_version"_s << QString::number(schemaSteps().last().version);
}

void FlowStoreTest::modesAreWhatDurabilityNeeds()
{
    QFETCH(QString, pragma);
    QFETCH(QString, expected);
    ServiceFixture f;
    f.reopen();
    QSqlQuery query(f.disk->connection);
    QVERIFY(query.exec(u"PRAGMA "_s + pragma) && query.next());
    QCOMPARE(query.value(0).toString(), expected);
}

void FlowStoreTest::fileIsForItsOwnerAlone()
{
    ServiceFixture f;
    QVERIFY(!(QFile::permissions(f.path()) & (QFile::ReadGroup | QFile::ReadOther)));
}

void FlowStoreTest::newerSchemaIsRefusedAndUntouched()
{
    ServiceFixture f;
    f.close();
    sql(f.path(), {u"PRAGMA user_version=999"_s});
    const QByteArray before = fileDigest(f.path());
    const Result<std::unique_ptr<FlowStore>> opened = FlowStore::open(f.path());
    COMPARE_ERROR(opened, "newer_schema"_ba);
    QVERIFY(opened.error().message.contains(u"/backups"_s));
    QCOMPARE(fileDigest(f.path()), before);
}

void FlowStoreTest::foreignFileIsRefusedAndUntouched()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"jackfield.db"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("This is a letter, not a database.");
    file.close();
    const Result<std::unique_ptr<FlowStore>> opened = FlowStore::open(file.fileName());
    COMPARE_ERROR(opened, "store_damaged"_ba);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "This is a letter, not a database."_ba);
}

void FlowStoreTest::damagedFileIsRefusedAndUntouched()
{
    ServiceFixture f;
    for (int at = 0; at < 20; ++at)
        f.create("bot"_ba, u"Flow"_s, {}, Json::object({member("text", Json::string(QByteArray(4000, 'x')))}));
    f.close();
    QFile file(f.path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    // The second half of the file, but for its last page: cells and overflow chains of the flows.
    const qint64 half = file.size() / 2;
    QVERIFY(file.seek(half));
    file.write(QByteArray(half - 4096, '\x5a'));
    file.close();
    const QByteArray before = fileDigest(f.path());
    const Result<std::unique_ptr<FlowStore>> opened = FlowStore::open(f.path());
    COMPARE_ERROR(opened, "store_damaged"_ba);
    QVERIFY(opened.error().message.contains(u"/backups"_s));
    QCOMPARE(fileDigest(f.path()), before);
}

void FlowStoreTest::flippedBytesNeverCrashTheStart()
{
    ServiceFixture f;
    f.create("bot"_ba);
    f.close();
    QFile good(f.path());
    QVERIFY(good.open(QIODevice::ReadOnly));
    const QByteArray bytes = good.readAll();
    QRandomGenerator random(7);
    for (int round = 0; round < 60; ++round) {
        QByteArray bad = bytes;
        const qsizetype at = random.bounded(static_cast<int>(bad.size()));
        bad[at] = static_cast<char>(bad[at] ^ (1 << random.bounded(8)));
        const QString path = f.path(u"bad-%1.db"_s.arg(round));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bad);
        file.close();
        const Result<std::unique_ptr<FlowStore>> opened = FlowStore::open(path);
        if (opened)
            continue;
        QVERIFY2(!opened.error().message.isEmpty(), qPrintable(u"byte %1"_s.arg(at)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), bad);
    }
}

void FlowStoreTest::olderVersionsStillOpen_data()
{
    QTest::addColumn<QString>("file");
    for (int version = 1; version < schemaSteps().last().version; ++version)
        QTest::addRow("version %d", version) << u"version_%1.db"_s.arg(version);
}

void FlowStoreTest::olderVersionsStillOpen()
{
    QFETCH(QString, file);
    ServiceFixture f;
    f.close();
    QVERIFY(QFile::remove(f.path()));
    QVERIFY(QFile::copy(QStringLiteral(JACKFIELD_SOURCE_DIR "/tests/fixtures/store/") + file, f.path()));
    QVERIFY(QFile::setPermissions(f.path(), QFile::ReadOwner | QFile::WriteOwner));
    f.open();
    const Result<FlowPage> page = f.service->flows().list({});
    VERIFY_OK(page);
    QCOMPARE(page->total, 1);
    const FlowRecord flow = f.flow(page->flows.first().id);
    QCOMPARE(flow.summary.name, u"Support Größe"_s);
    QCOMPARE(flow.state.content["n"].numberText(), "1.10");
    QCOMPARE(flow.summary.status, FlowStatus::Active);
    QCOMPARE(f.service->life().versions(f.home(), flow.summary.id, {}, 10)->total, 1);
    QCOMPARE(flow.summary.latestVersionNumber, 1);
    QCOMPARE(flow.summary.changesSinceVersion, 1);
}

void FlowStoreTest::migrationKeepsACopyAndTheFlows()
{
    ServiceFixture f;
    const FlowRecord made = f.create("bot"_ba, u"Kept"_s);
    f.close();
    const Result<std::unique_ptr<FlowStore>> opened = FlowStore::open(f.path(), {.steps = stepsWithOneMore()});
    VERIFY_OK(opened);
    QCOMPARE((*opened)->flows().flow(made.workspace, made.summary.id)->record.summary.name, u"Kept"_s);
    QCOMPARE(backups(f.folder).size(), 1);
    // The copy is a whole store of the version before.
    const QString copy = f.folder.filePath(u"backups/"_s + backups(f.folder).first());
    Result<std::unique_ptr<FlowStore>> old = FlowStore::open(copy);
    VERIFY_OK(old);
    QCOMPARE((*old)->flows().flow(made.workspace, made.summary.id)->record.summary.name, u"Kept"_s);
    // And what was migrated is too new for a program without the step.
    QCOMPARE(FlowStore::open(f.path()).error().code, "newer_schema"_ba);
}

void FlowStoreTest::failedMigrationLeavesTheOldVersion()
{
    ServiceFixture f;
    const FlowRecord made = f.create("bot"_ba, u"Kept"_s);
    f.close();
    QList<SchemaStep> steps = stepsWithOneMore();
    steps.last().statements.append(u"CREATE TABLE flow (this is not sql)"_s);
    QVERIFY(!FlowStore::open(f.path(), {.steps = steps}));
    const Result<std::unique_ptr<FlowStore>> opened = FlowStore::open(f.path());
    VERIFY_OK(opened);
    QCOMPARE((*opened)->flows().flow(made.workspace, made.summary.id)->record.summary.name, u"Kept"_s);
}

void FlowStoreTest::fiveBackupsAreKept()
{
    ServiceFixture f;
    f.create("bot"_ba);
    QStringList made;
    for (int round = 0; round < 7; ++round) {
        const Result<QString> copy = f.service->backUp();
        VERIFY_OK(copy);
        made.append(QFileInfo(*copy).fileName());
    }
    QCOMPARE(backups(f.folder), made.mid(2));
}

void FlowStoreTest::replacedFileIsNotWrittenTo()
{
    ServiceFixture f;
    const FlowRecord made = f.create("bot"_ba);
    QVERIFY(QFile::rename(f.path(), f.path(u"elsewhere.db"_s)));
    const Result<FlowRecord> refused = f.commit(made.summary.id, setMember("a", {}));
    COMPARE_ERROR(refused, "storage_failed"_ba);
    QVERIFY(!QFile::exists(f.path()));
    QVERIFY(QFile::rename(f.path(u"elsewhere.db"_s), f.path()));
    VERIFY_OK(f.commit(made.summary.id, setMember("a", {})));
}

void FlowStoreTest::changedVersionIsNotShown()
{
    ServiceFixture f;
    const FlowRecord made = f.create("bot"_ba);
    const Result<PublishOutcome> published = f.publish(made.summary.id);
    QVERIFY(published && published->version);
    f.close();
    sql(f.path(), {u"UPDATE version SET content = CAST('{\"blank\":false}' AS BLOB)"_s});
    f.open();
    QCOMPARE(f.service->life().version(f.home(), made.summary.id, published->version->id).error().code, "integrity"_ba);
    QCOMPARE(f.service->life().versions(f.home(), made.summary.id, {}, 10).error().code, "integrity"_ba);
}

JACKFIELD_TEST(FlowStoreTest)

} // namespace jackfield::flow_store_test

#include "flow_store_test.moc"
