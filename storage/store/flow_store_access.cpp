// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/store/flow_store.h"

#include "storage/store/flow_rows.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

Result<QList<Workspace>> FlowStore::workspaces()
{
    QList<Workspace> found;
    const Result<void> read = m_connection->each(
        u"SELECT id, name, created_at FROM workspace ORDER BY id"_s, {}, [&found](const SqlRow &row) {
            found.append({.id = WorkspaceId(row.id(0)), .name = row.text(1), .createdAt = row.number(2)});
        });
    if (!read)
        return read.error();
    return found;
}

Result<void> FlowStore::insertWorkspace(const Workspace &workspace)
{
    return m_connection->change(
        u"INSERT INTO workspace (id, name, created_at) VALUES (?, ?, ?)"_s,
        {sqlText(workspace.id.utf8), sqlText(workspace.name), workspace.createdAt});
}

Result<QList<StoredKey>> FlowStore::keys()
{
    QList<StoredKey> found;
    const Result<void> read = m_connection->each(
        u"SELECT id, workspace, api, role, scopes, name, shown, created_at, digest FROM api_key ORDER BY id"_s, {},
        [&found](const SqlRow &row) {
            const QByteArray scopes = row.id(4);
            found.append(
                {.key
                 = {.id = row.id(0),
                    .workspace = WorkspaceId(row.id(1)),
                    .api = row.id(2),
                    // A role that this program does not know gets the least.
                    .role = roleFromName(row.id(3)).value_or(Role::Agent),
                    .scopes = scopes.isEmpty() ? QList<QByteArray>() : scopes.split(' '),
                    .name = row.text(5),
                    .shown = row.id(6),
                    .createdAt = row.number(7)},
                 .digest = row.blob(8)});
        });
    if (!read)
        return read.error();
    return found;
}

Result<void> FlowStore::insertKey(const StoredKey &stored)
{
    const ApiKey &key = stored.key;
    return m_connection->change(
        u"INSERT INTO api_key (id, workspace, api, role, scopes, name, shown, digest, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {sqlText(key.id), sqlText(key.workspace.utf8), sqlText(key.api), sqlText(roleName(key.role)),
         sqlText(key.scopes.join(' ')), sqlText(key.name), sqlText(key.shown), sqlBlob(stored.digest), key.createdAt});
}

Result<void> FlowStore::deleteKey(const QByteArray &id)
{
    return m_connection->change(u"DELETE FROM api_key WHERE id = ?"_s, {sqlText(id)});
}

Result<std::optional<FlowStore::Answer>> FlowStore::answer(const WorkspaceId &workspace, QByteArrayView key)
{
    std::optional<Answer> found;
    QByteArray text;
    const Result<void> read = m_connection->each(
        u"SELECT digest, answer, at FROM idempotency WHERE workspace = ? AND key = ?"_s,
        {sqlText(workspace.utf8), sqlText(key)}, [&](const SqlRow &row) {
            found = Answer{.digest = row.blob(0), .answer = {}, .at = row.number(2)};
            text = row.blob(1);
        });
    if (!read)
        return read.error();
    if (!found)
        return found;
    Result<Json> answer = storedJson(text);
    if (!answer)
        return answer.error();
    found->answer = *std::move(answer);
    return found;
}

Result<void> FlowStore::putAnswer(const WorkspaceId &workspace, QByteArrayView key, const Answer &answer)
{
    return m_connection->change(
        u"INSERT INTO idempotency (workspace, key, digest, answer, at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (workspace, key) DO UPDATE SET digest = excluded.digest, answer = excluded.answer, at = excluded.at"_s,
        {sqlText(workspace.utf8), sqlText(key), sqlBlob(answer.digest), sqlJson(answer.answer), answer.at});
}

Result<void> FlowStore::deleteAnswer(const WorkspaceId &workspace, QByteArrayView key)
{
    return m_connection->change(
        u"DELETE FROM idempotency WHERE workspace = ? AND key = ?"_s, {sqlText(workspace.utf8), sqlText(key)});
}

Result<void> FlowStore::forgetAnswersBefore(Timestamp at)
{
    return m_connection->change(u"DELETE FROM idempotency WHERE at < ?"_s, {at});
}

} // namespace jackfield
