// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/store/sql/sql_connection.h"

namespace jackfield {

/// Copies the live store to `backups`/NAME and removes all but the newest `kept` copies.
inline constexpr int kBackupsKept = 5;
Result<QString> backUp(SqlConnection &connection, const QString &backups, const QString &name, int kept = kBackupsKept);

/// Reads the file at `path` without changing it. Refuses what this program must not write to: newer_schema,
/// store_damaged.
Result<void> inspectStoreFile(const QString &path, int newestVersion, const QString &backups);

} // namespace jackfield
