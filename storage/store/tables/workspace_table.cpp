// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/store/tables/workspace_table.h"

#include "storage/store/tables/flow_rows.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

Result<QList<Workspace>> WorkspaceTable::workspaces()
{
    return m_file.sql().rows<Workspace>(
        u"SELECT id, name, created_at FROM workspace ORDER BY id"_s, {}, [](const SqlRow &row) {
            return Workspace{.id = WorkspaceId(row.id(0)), .name = row.text(1), .createdAt = row.number(2)};
        });
}

Result<void> WorkspaceTable::insert(const Workspace &workspace)
{
    return m_file.sql().change(
        u"INSERT INTO workspace (id, name, created_at) VALUES (?, ?, ?)"_s,
        {sqlText(workspace.id.utf8), sqlText(workspace.name), workspace.createdAt});
}

} // namespace jackfield
