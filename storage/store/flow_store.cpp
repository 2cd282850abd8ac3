// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/store/flow_store.h"

#include "storage/store/flow_rows.h"

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

FlowStore::FlowStore(QString path, StoreOptions options) : m_path(std::move(path)), m_options(std::move(options)) { }

FlowStore::~FlowStore() = default;

Result<std::unique_ptr<FlowStore>> FlowStore::open(const QString &path, StoreOptions options)
{
    std::unique_ptr<FlowStore> store(new FlowStore(path, std::move(options)));
    const QList<SchemaStep> &steps = store->m_options.steps;
    if (const Result<void> sound = inspectStoreFile(path, steps.last().version, store->backupFolder()); !sound)
        return sound.error();
    if (const Result<void> connected = store->connect(); !connected)
        return connected.error();
    if (const Result<void> migrated = migrate(*store->m_connection, steps, store->backupFolder()); !migrated)
        return migrated.error();
    const Result<Timestamp> newest = store->newestTimestamp();
    if (!newest)
        return newest.error();
    store->m_time = std::make_unique<MonotonicTime>(store->m_options.clock, *newest);
    store->m_ulids = std::make_unique<UlidSource>(store->m_options.random);
    if (const Result<void> prepared = store->prepareContents(); !prepared)
        return prepared.error();
    return store;
}

QString FlowStore::backupFolder() const
{
    return QFileInfo(m_path).absolutePath() + u"/backups"_s;
}

Result<QString> FlowStore::backUp(const QString &name)
{
    return jackfield::backUp(*m_connection, backupFolder(), name);
}

Result<void> FlowStore::connect()
{
    Result<std::unique_ptr<SqlConnection>> connection
        = SqlConnection::open(m_path, dialect::Access::Write, m_options.probe);
    if (!connection)
        return connection.error();
    if (Result<void> configured = dialect::configure((*connection)->database()); !configured)
        return configured;
    QFile::setPermissions(m_path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    m_connection = *std::move(connection);
    m_fileId = fileId(m_path);
    return {};
}

Result<void> FlowStore::reopen()
{
    // What stands at the path now may be another store: begin() tells that, and an empty one is not made in its place.
    if (!isStillInPlace())
        return {};
    return connect();
}

Result<void> FlowStore::prepareContents()
{
    const Result<QList<Workspace>> present = workspaces();
    if (!present)
        return present.error();
    if (!present->isEmpty())
        return {};
    if (Result<void> begun = begin(); !begun)
        return begun;
    const Timestamp at = now();
    if (Result<void> made = insertWorkspace({.id = WorkspaceId(newUlid()), .name = u"Default"_s, .createdAt = at});
        !made) {
        rollback();
        return made;
    }
    return commit();
}

Result<Timestamp> FlowStore::newestTimestamp()
{
    Timestamp newest = 0;
    // Every change of a flow is in the journal, whose last line is its newest.
    const QStringList statements
        = {u"SELECT at FROM journal ORDER BY sequence DESC LIMIT 1"_s, u"SELECT max(created_at) FROM workspace"_s,
           u"SELECT max(created_at) FROM api_key"_s};
    for (const QString &statement : statements) {
        const Result<void> read = m_connection->each(
            statement, {}, [&newest](const SqlRow &row) { newest = std::max(newest, row.number(0)); });
        if (!read)
            return read.error();
    }
    return newest;
}

bool FlowStore::isStillInPlace() const
{
    return fileId(m_path) == m_fileId;
}

Result<void> FlowStore::begin()
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

Result<void> FlowStore::commit()
{
    return m_connection->commit();
}

void FlowStore::rollback()
{
    m_connection->rollback();
}

} // namespace jackfield
