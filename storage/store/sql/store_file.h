// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/store/sql/schema.h"
#include "storage/store/sql/sql_connection.h"

#include <memory>

namespace jackfield {

/// The database file of a store and the one connection to it, over which all of its tables read and write.
///
/// Belongs to one thread. Nothing is durable before commit() has returned. Error codes: storage_full, storage_failed,
/// store_damaged; open() also newer_schema.
class StoreFile
{
public:
    /// Opens or makes the file; brings an older schema up to date, after a copy in `backups` beside the file.
    /// A damaged or newer file is refused and left untouched.
    static Result<std::unique_ptr<StoreFile>>
    open(const QString &path, const QList<SchemaStep> &steps, std::shared_ptr<StoreProbe> probe = {});

    /// Another one after reopen().
    SqlConnection &sql() { return *m_connection; }

    QString path() const { return m_path; }
    QString backupFolder() const;
    Result<QString> backUp(const QString &name);

    Result<void> begin();
    Result<void> commit();
    void rollback();
    bool isInTransaction() const { return m_connection->isInTransaction(); }
    /// Opens the file anew and closes the old connection: after a failed write nothing that it believes is trusted.
    /// The old one stays when that fails.
    Result<void> reopen();

private:
    StoreFile(QString path, std::shared_ptr<StoreProbe> probe);
    Result<void> connect();
    bool isStillInPlace() const;

    QString m_path;
    std::shared_ptr<StoreProbe> m_probe;
    std::unique_ptr<SqlConnection> m_connection;
    quint64 m_fileId = 0;
};

} // namespace jackfield
