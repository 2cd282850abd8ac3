// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/store/flow_store.h"

#include "storage/store/flow_rows.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

Result<QList<FlowFolder>> FlowStore::folders(const WorkspaceId &workspace)
{
    QList<FlowFolder> found;
    Result<void> outcome;
    const Result<void> read = m_connection->each(
        u"SELECT id, name, properties, created_at, updated_at FROM folder WHERE workspace = ? ORDER BY created_at, id"_s,
        {sqlText(workspace.utf8)}, [&](const SqlRow &row) {
            Result<Json> properties = storedJson(row.blob(2));
            if (!properties) {
                outcome = properties.error();
                return;
            }
            found.append(
                {.id = row.id(0),
                 .workspace = workspace,
                 .name = row.text(1),
                 .properties = *std::move(properties),
                 .createdAt = row.number(3),
                 .updatedAt = row.number(4)});
        });
    if (!read)
        return read.error();
    if (!outcome)
        return outcome.error();
    return found;
}

Result<bool> FlowStore::folderIdTaken(const QByteArray &id)
{
    bool taken = false;
    const Result<void> read = m_connection->each(
        u"SELECT 1 FROM folder WHERE id = ?"_s, {sqlText(id)}, [&taken](const SqlRow &) { taken = true; });
    if (!read)
        return read.error();
    return taken;
}

Result<void> FlowStore::insertFolder(const FlowFolder &folder)
{
    return m_connection->change(
        u"INSERT INTO folder (id, workspace, name, properties, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)"_s,
        {sqlText(folder.id), sqlText(folder.workspace.utf8), sqlText(folder.name), sqlJson(folder.properties),
         folder.createdAt, folder.updatedAt});
}

Result<void> FlowStore::updateFolder(const FlowFolder &folder)
{
    return m_connection->change(
        u"UPDATE folder SET name = ?, properties = ?, updated_at = ? WHERE workspace = ? AND id = ?"_s,
        {sqlText(folder.name), sqlJson(folder.properties), folder.updatedAt, sqlText(folder.workspace.utf8),
         sqlText(folder.id)});
}

Result<void> FlowStore::deleteFolder(const WorkspaceId &workspace, const QByteArray &id)
{
    return m_connection->change(
        u"DELETE FROM folder WHERE workspace = ? AND id = ?"_s, {sqlText(workspace.utf8), sqlText(id)});
}

} // namespace jackfield
