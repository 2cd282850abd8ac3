// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/store/sql/store_guard.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Files up to this size are read through at each start (a few hundred milliseconds at most); larger ones are trusted
/// until a page of them turns out to be damaged, which SQLite notices when it reads it.
constexpr qint64 kCheckedBytes = 24 * 1024 * 1024;

constexpr QByteArrayView kMagic("SQLite format 3\0", 16);

Error damaged(const QString &path, const QString &why, const QString &backups)
{
    return {
        .code = "store_damaged"_ba,
        .message = u"The database %1 is damaged: %2. It was left untouched. Copies of earlier states are in %3: "
                   "put one of them in its place to go on from there."_s.arg(path, why, backups)};
}

/// Copies are named so that their order is the order of their making.
QString freeBackupPath(const QDir &folder, const QString &name)
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'hhmmss'.'zzz"_s);
    for (int attempt = 0;; ++attempt) {
        QString path = folder.filePath(u"jackfield-%1.%2-%3.db"_s.arg(stamp).arg(attempt).arg(name));
        if (!QFile::exists(path))
            return path;
    }
}

} // namespace

Result<QString> backUp(SqlConnection &connection, const QString &backups, const QString &name, int kept)
{
    const QDir folder(backups);
    if (!folder.mkpath(u"."_s))
        return Error{
            .code = "storage_failed"_ba,
            .message = u"The folder %1 for copies of the database cannot be made."_s.arg(backups)};
    const QString path = freeBackupPath(folder, name);
    if (const Result<void> copied = dialect::copyInto(connection.database(), path); !copied) {
        QFile::remove(path);
        return copied.error();
    }
    QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const QStringList copies = folder.entryList({u"jackfield-*.db"_s}, QDir::Files, QDir::Name);
    for (qsizetype at = 0; at < copies.size() - kept; ++at)
        QFile::remove(folder.filePath(copies[at]));
    return path;
}

Result<void> inspectStoreFile(const QString &path, int newestVersion, const QString &backups)
{
    const QFileInfo info(path);
    if (!info.exists() || info.size() == 0)
        return {};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{
            .code = "storage_failed"_ba,
            .message = u"The database %1 cannot be read: %2."_s.arg(path, file.errorString())};
    if (file.read(kMagic.size()) != kMagic)
        return damaged(path, u"it does not begin like a database"_s, backups);
    file.close();

    Result<std::unique_ptr<SqlConnection>> connection = SqlConnection::open(path, dialect::Access::Read);
    if (!connection)
        return connection.error();
    const Result<int> version = dialect::schemaVersion((*connection)->database());
    if (!version)
        return damaged(path, version.error().message, backups);
    if (*version > newestVersion) {
        return Error{
            .code = "newer_schema"_ba,
            .message = u"The database %1 was written by a newer Jackfield (version %2, this one knows %3). It was left "
                       u"untouched: "
                       "use the newer program, or put a copy from %4 in its place."_s.arg(path)
                           .arg(*version)
                           .arg(newestVersion)
                           .arg(backups)};
    }
    if (info.size() <= kCheckedBytes) {
        if (const QString found = dialect::damage((*connection)->database()); !found.isEmpty())
            return damaged(path, found, backups);
    }
    return {};
}

} // namespace jackfield
