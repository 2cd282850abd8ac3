// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/store/tables/shelf_table.h"

#include "storage/store/tables/flow_rows.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

Result<QList<FlowShelf>> ShelfTable::shelves(const WorkspaceId &workspace)
{
    const auto shelf = [&workspace](const SqlRow &row) -> Result<FlowShelf> {
        Result<Json> properties = storedJson(row.blob(2));
        if (!properties)
            return properties.error();
        return FlowShelf{
            .id = row.id(0),
            .workspace = workspace,
            .name = row.text(1),
            .properties = *std::move(properties),
            .createdAt = row.number(3),
            .updatedAt = row.number(4)};
    };
    return m_file.sql().rows<FlowShelf>(
        u"SELECT id, name, properties, created_at, updated_at FROM folder WHERE workspace = ? ORDER BY created_at, id"_s,
        {sqlText(workspace.utf8)}, shelf);
}

Result<bool> ShelfTable::isTaken(const QByteArray &id)
{
    return m_file.sql().exists(u"SELECT 1 FROM folder WHERE id = ?"_s, {sqlText(id)});
}

Result<void> ShelfTable::insert(const FlowShelf &shelf)
{
    return m_file.sql().change(
        u"INSERT INTO folder (id, workspace, name, properties, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)"_s,
        {sqlText(shelf.id), sqlText(shelf.workspace.utf8), sqlText(shelf.name), sqlJson(shelf.properties),
         shelf.createdAt, shelf.updatedAt});
}

Result<void> ShelfTable::update(const FlowShelf &shelf)
{
    return m_file.sql().change(
        u"UPDATE folder SET name = ?, properties = ?, updated_at = ? WHERE workspace = ? AND id = ?"_s,
        {sqlText(shelf.name), sqlJson(shelf.properties), shelf.updatedAt, sqlText(shelf.workspace.utf8),
         sqlText(shelf.id)});
}

Result<void> ShelfTable::remove(const WorkspaceId &workspace, const QByteArray &id)
{
    return m_file.sql().change(
        u"DELETE FROM folder WHERE workspace = ? AND id = ?"_s, {sqlText(workspace.utf8), sqlText(id)});
}

} // namespace jackfield
