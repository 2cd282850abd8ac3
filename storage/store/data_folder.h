// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/result.h"

#include <QString>

#include <memory>
#include <optional>

namespace jackfield {

/// The folder that holds one store: jackfield.db, lock, control socket, backups. One process owns it at a time.
class DataFolder
{
public:
    /// Makes the folder (0700) when it is missing and takes the lock. A lock of a process that is gone is taken over.
    /// Error folder_owned: another process owns it; its message names the process. Error folder_unusable.
    static Result<std::unique_ptr<DataFolder>> own(const QString &path);
    ~DataFolder();

    QString path() const { return m_path; }
    QString databasePath() const;
    static QString controlSocketPath(const QString &path);
    /// `$XDG_DATA_HOME/jackfield`
    static QString defaultPath();

    /// Writes for others where this process answers HTTP ("http://127.0.0.1:7717"), into the lock file.
    void announceAddress(const QString &address);
    /// What the owner of a folder announced: its process id and address; empty when nobody owns it.
    struct Owner
    {
        qint64 processId = 0;
        QString address;
    };
    static std::optional<Owner> owner(const QString &path);

private:
    explicit DataFolder(QString path);
    QString m_path;
    int m_lockDescriptor = -1;
};

} // namespace jackfield
