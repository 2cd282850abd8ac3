// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/store/data_folder.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

namespace jackfield::data_folder_test {

using namespace Qt::Literals::StringLiterals;

class DataFolderTest : public QObject
{
    Q_OBJECT

private slots:
    void newFolderIsForItsOwnerAlone();
    void openFolderIsClosedToOthers();
    void secondOwnerIsRefusedAndToldWho();
    void endedOwnerLeavesTheFolderFree();
    void lockFileOfAnotherBootIsTakenOver();
    void killedOwnerIsTakenOver();
    void fileInPlaceOfTheFolderIsUnusable();
};

void DataFolderTest::newFolderIsForItsOwnerAlone()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"a/b"_s);
    const Result<std::unique_ptr<DataFolder>> folder = DataFolder::own(path);
    VERIFY_OK(folder);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther
        | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(path) & others));
    QVERIFY(!(QFile::permissions(path + u"/lock"_s) & others));
    QCOMPARE((*folder)->databasePath(), path + u"/jackfield.db"_s);
}

void DataFolderTest::openFolderIsClosedToOthers()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"shared"_s);
    QVERIFY(QDir().mkdir(path));
    QVERIFY(QFile::setPermissions(
        path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther));
    const Result<std::unique_ptr<DataFolder>> folder = DataFolder::own(path);
    VERIFY_OK(folder);
    QVERIFY(!(QFile::permissions(path) & (QFile::ReadOther | QFile::ExeOther)));
}

void DataFolderTest::secondOwnerIsRefusedAndToldWho()
{
    const QTemporaryDir dir;
    const Result<std::unique_ptr<DataFolder>> first = DataFolder::own(dir.path());
    VERIFY_OK(first);
    (*first)->announceAddress(u"http://127.0.0.1:7717"_s);
    const Result<std::unique_ptr<DataFolder>> second = DataFolder::own(dir.path());
    COMPARE_ERROR(second, "folder_owned"_ba);
    QVERIFY(second.error().message.contains(QString::number(::getpid())));
    QVERIFY(second.error().message.contains(u"http://127.0.0.1:7717"_s));
    QCOMPARE(DataFolder::owner(dir.path())->processId, ::getpid());
    QCOMPARE(DataFolder::owner(dir.path())->address, u"http://127.0.0.1:7717"_s);
}

void DataFolderTest::endedOwnerLeavesTheFolderFree()
{
    const QTemporaryDir dir;
    QVERIFY(!DataFolder::owner(dir.path()));
    VERIFY_OK(DataFolder::own(dir.path()));
    QVERIFY(!DataFolder::owner(dir.path()));
    VERIFY_OK(DataFolder::own(dir.path()));
}

void DataFolderTest::lockFileOfAnotherBootIsTakenOver()
{
    const QTemporaryDir dir;
    QFile lock(dir.filePath(u"lock"_s));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write("1\nanother-boot\nhttp://127.0.0.1:1\n");
    lock.close();
    QVERIFY(!DataFolder::owner(dir.path()));
    const Result<std::unique_ptr<DataFolder>> folder = DataFolder::own(dir.path());
    VERIFY_OK(folder);
    QCOMPARE(DataFolder::owner(dir.path())->address, QString());
}

void DataFolderTest::killedOwnerIsTakenOver()
{
    const QTemporaryDir dir;
    QProcess other;
    other.start(QCoreApplication::applicationFilePath(), {u"data_folder_test"_s, u"--own"_s, dir.path()});
    QVERIFY(other.waitForReadyRead());
    QCOMPARE(other.readAllStandardOutput().trimmed(), "owned"_ba);
    QCOMPARE(DataFolder::own(dir.path()).error().code, "folder_owned"_ba);
    QCOMPARE(DataFolder::owner(dir.path())->processId, other.processId());
    other.kill();
    QVERIFY(other.waitForFinished());
    VERIFY_OK(DataFolder::own(dir.path()));
}

void DataFolderTest::fileInPlaceOfTheFolderIsUnusable()
{
    const QTemporaryDir dir;
    QFile file(dir.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(DataFolder::own(file.fileName()).error().code, "folder_unusable"_ba);
}

namespace {

/// The program starts itself as another owner, to be killed.
int beOwner(const QString &path)
{
    const Result<std::unique_ptr<DataFolder>> folder = DataFolder::own(path);
    QFile out;
    if (!folder || !out.open(1, QIODevice::WriteOnly | QIODevice::Unbuffered))
        return 1;
    out.write("owned\n");
    return QCoreApplication::exec();
}

int run(int argc, char **argv)
{
    if (argc == 3 && argv[1] == "--own"_ba)
        return beOwner(QString::fromLocal8Bit(argv[2]));
    DataFolderTest test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace

JACKFIELD_TEST_RUN(run)

} // namespace jackfield::data_folder_test

#include "data_folder_test.moc"
