// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/store/sql/store_file.h"

#include "storage/store/sql/store_guard.h"

#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Identity of the file behind a path, 0 when there is none.
quint64 fileId(const QString &path)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return 0;
    return static_cast<quint64>(status.st_ino);
}

} // namespace

StoreFile::StoreFile(QString path, std::shared_ptr<StoreProbe> probe)
    : m_path(std::move(path)), m_probe(std::move(probe))
{
}

Result<std::unique_ptr<StoreFile>>
StoreFile::open(const QString &path, const QList<SchemaStep> &steps, std::shared_ptr<StoreProbe> probe)
{
    std::unique_ptr<StoreFile> file(new StoreFile(path, std::move(probe)));
    if (const Result<void> sound = inspectStoreFile(path, steps.last().version, file->backupFolder()); !sound)
        return sound.error();
    if (const Result<void> connected = file->connect(); !connected)
        return connected.error();
    if (const Result<void> migrated = migrate(file->sql(), steps, file->backupFolder()); !migrated)
        return migrated.error();
    return file;
}

QString StoreFile::backupFolder() const
{
    return QFileInfo(m_path).absolutePath() + u"/backups"_s;
}

Result<QString> StoreFile::backUp(const QString &name)
{
    return jackfield::backUp(*m_connection, backupFolder(), name);
}

Result<void> StoreFile::connect()
{
    Result<std::unique_ptr<SqlConnection>> connection = SqlConnection::open(m_path, dialect::Access::Write, m_probe);
    if (!connection)
        return connection.error();
    if (Result<void> configured = dialect::configure((*connection)->database()); !configured)
        return configured;
    QFile::setPermissions(m_path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    m_connection = *std::move(connection);
    m_fileId = fileId(m_path);
    return {};
}

Result<void> StoreFile::reopen()
{
    // What stands at the path now may be another store: begin() tells that, and an empty one is not made in its place.
    if (!isStillInPlace())
        return {};
    return connect();
}

bool StoreFile::isStillInPlace() const
{
    return fileId(m_path) == m_fileId;
}

Result<void> StoreFile::begin()
{
    if (!isStillInPlace()) {
        return Error{
            .code = "storage_failed"_ba,
            .message
            = u"The database %1 was moved or replaced while it was in use. Put it back, or restart to use what is there now."_s
                  .arg(m_path)};
    }
    return m_connection->begin();
}

Result<void> StoreFile::commit()
{
    return m_connection->commit();
}

void StoreFile::rollback()
{
    m_connection->rollback();
}

} // namespace jackfield
