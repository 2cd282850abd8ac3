// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/result.h"

#include <QSqlDatabase>
#include <QString>

namespace jackfield {

/// What differs between SQL databases, in one place. This is SQLite through QSQLITE; another database is another
/// file behind the same functions. All other SQL of the store is portable.
namespace dialect {

enum class Access : quint8 { Read, Write };

/// Opens `path` under the connection `name`. A file that is missing is made when Access is Write.
Result<void> connect(QSqlDatabase &database, const QString &path, Access access);
/// Sets every mode that durability and safety rest on and reads each one back: WAL, synchronous=FULL, foreign keys,
/// no trusted schema, cell size checks. Error storage_failed names the one that did not take.
Result<void> configure(QSqlDatabase &database);
/// Writes go to one connection that takes the write lock first, so that no transaction fails half-way on a lock.
QString beginStatement();

Result<int> schemaVersion(QSqlDatabase &database);
QString setSchemaVersionStatement(int version);
/// Empty when the file is sound, else what is wrong with it. Reads the whole file.
QString damage(QSqlDatabase &database);
/// A consistent copy of the live store in a file that does not exist yet.
Result<void> copyInto(QSqlDatabase &database, const QString &path);
/// Moves what the log holds into the main file, as far as no reader is in the way.
void checkpoint(QSqlDatabase &database);

/// storage_full, store_damaged or storage_failed, told to a person.
Error explain(const QSqlError &error, const QString &path);

} // namespace dialect

} // namespace jackfield
