// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/result.h"
#include "storage/store/sql/sql_connection.h"

#include <QList>
#include <QStringList>

namespace jackfield {

/// What takes a store from one version of its schema to the next. Steps are never changed once released: only added.
struct SchemaStep
{
    int version = 0; ///< after the step
    QStringList statements;
};

/// All steps, from an empty file to the schema of this program.
const QList<SchemaStep> &schemaSteps();

/// Takes a store to the version of the last step, each step in a transaction of its own with the number of its version.
/// Keeps a copy in `backups` first when the store holds something already.
Result<void> migrate(SqlConnection &connection, const QList<SchemaStep> &steps, const QString &backups);

} // namespace jackfield
