// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/store/sql/sql_dialect.h"

#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QStorageInfo>

namespace jackfield::dialect {

using namespace Qt::Literals::StringLiterals;

namespace {

// Primary result codes of SQLite; the low byte of the extended ones.
constexpr int kIoError = 10;
constexpr int kCorrupt = 11;
constexpr int kFull = 13;
constexpr int kNotADatabase = 26;

/// Below this much free space an I/O error is taken for a full disk: SQLite reports some of them (shared memory) as I/O
/// errors.
constexpr qint64 kNoSpaceBytes = 256 * 1024;

struct Mode
{
    QString set;
    QString read;
    QString expected;
};

const QList<Mode> &modes()
{
    static const QList<Mode> list = {
        {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA journal_mode"_s, u"wal"_s},
        {u"PRAGMA synchronous=FULL"_s, u"PRAGMA synchronous"_s, u"2"_s},
        {u"PRAGMA foreign_keys=ON"_s, u"PRAGMA foreign_keys"_s, u"1"_s},
        {u"PRAGMA trusted_schema=OFF"_s, u"PRAGMA trusted_schema"_s, u"0"_s},
        {u"PRAGMA cell_size_check=ON"_s, u"PRAGMA cell_size_check"_s, u"1"_s},
    };
    return list;
}

Result<QString> firstValue(QSqlDatabase &database, const QString &statement)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    if (!query.exec(statement) || !query.next())
        return explain(query.lastError(), database.databaseName());
    return query.value(0).toString();
}

} // namespace

Result<void> connect(QSqlDatabase &database, const QString &path, Access access)
{
    database.setDatabaseName(path);
    // Five seconds for a foreign program that holds the file for a moment; ours is the only writer.
    database.setConnectOptions(
        access == Access::Read ? u"QSQLITE_BUSY_TIMEOUT=5000;QSQLITE_OPEN_READONLY"_s : u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!database.open())
        return explain(database.lastError(), path);
    return {};
}

Result<void> configure(QSqlDatabase &database)
{
    for (const Mode &mode : modes()) {
        QSqlQuery query(database);
        if (!query.exec(mode.set))
            return explain(query.lastError(), database.databaseName());
        query.finish();
        const Result<QString> value = firstValue(database, mode.read);
        if (!value)
            return value.error();
        if (*value != mode.expected) {
            return Error{
                .code = "storage_failed"_ba,
                .message
                = u"The database in %1 does not accept '%2': it stays at '%3'. Move the data folder to a local disk."_s
                      .arg(database.databaseName(), mode.set, *value)};
        }
    }
    return {};
}

QString beginStatement()
{
    return u"BEGIN IMMEDIATE"_s;
}

Result<int> schemaVersion(QSqlDatabase &database)
{
    const Result<QString> value = firstValue(database, u"PRAGMA user_version"_s);
    if (!value)
        return value.error();
    return value->toInt();
}

QString setSchemaVersionStatement(int version)
{
    return u"PRAGMA user_version=%1"_s.arg(version);
}

QString damage(QSqlDatabase &database)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    if (!query.exec(u"PRAGMA quick_check(1)"_s) || !query.next())
        return query.lastError().databaseText();
    const QString verdict = query.value(0).toString();
    return verdict == "ok"_L1 ? QString() : verdict;
}

Result<void> copyInto(QSqlDatabase &database, const QString &path)
{
    QSqlQuery query(database);
    if (!query.prepare(u"VACUUM INTO ?"_s))
        return explain(query.lastError(), path);
    query.addBindValue(path);
    if (!query.exec())
        return explain(query.lastError(), path);
    return {};
}

void checkpoint(QSqlDatabase &database)
{
    QSqlQuery query(database);
    query.exec(u"PRAGMA wal_checkpoint(PASSIVE)"_s);
}

Error explain(const QSqlError &error, const QString &path)
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    const QString folder = QFileInfo(path).absolutePath();
    const bool noSpace = code == kIoError && QStorageInfo(folder).bytesAvailable() < kNoSpaceBytes;
    if (code == kFull || noSpace) {
        return {
            .code = "storage_full"_ba,
            .message
            = u"The disk that holds %1 is full. Free some space and try again; what was saved before is safe."_s.arg(
                folder)};
    }
    if (code == kCorrupt || code == kNotADatabase) {
        return {
            .code = "store_damaged"_ba,
            .message
            = u"The database %1 is damaged (%2). It was left as it is; copies of earlier states are in %3."_s.arg(
                path, error.databaseText(), folder + "/backups"_L1)};
    }
    return {
        .code = "storage_failed"_ba,
        .message
        = u"The database %1 does not work: %2 (%3)."_s.arg(path, error.databaseText(), error.nativeErrorCode())};
}

} // namespace jackfield::dialect
