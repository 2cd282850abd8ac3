// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/store/tables/key_table.h"

#include "storage/store/tables/flow_rows.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

StoredKey keyFromRow(const SqlRow &row)
{
    const QByteArray scopes = row.id(4);
    return {
        .key
        = {.id = row.id(0),
           .workspace = WorkspaceId(row.id(1)),
           .api = row.id(2),
           // A role that this program does not know gets the least.
           .role = roleFromName(row.id(3)).value_or(Role::Agent),
           .scopes = scopes.isEmpty() ? QList<QByteArray>() : scopes.split(' '),
           .name = row.text(5),
           .shown = row.id(6),
           .createdAt = row.number(7)},
        .digest = row.blob(8)};
}

} // namespace

Result<QList<StoredKey>> KeyTable::keys()
{
    return m_file.sql().rows<StoredKey>(
        u"SELECT id, workspace, api, role, scopes, name, shown, created_at, digest FROM api_key ORDER BY id"_s, {},
        keyFromRow);
}

Result<void> KeyTable::insert(const StoredKey &stored)
{
    const ApiKey &key = stored.key;
    return m_file.sql().change(
        u"INSERT INTO api_key (id, workspace, api, role, scopes, name, shown, digest, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {sqlText(key.id), sqlText(key.workspace.utf8), sqlText(key.api), sqlText(roleName(key.role)),
         sqlText(key.scopes.join(' ')), sqlText(key.name), sqlText(key.shown), sqlBlob(stored.digest), key.createdAt});
}

Result<void> KeyTable::remove(const QByteArray &id)
{
    return m_file.sql().change(u"DELETE FROM api_key WHERE id = ?"_s, {sqlText(id)});
}

} // namespace jackfield
