// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/store/tables/answer_table.h"

#include "storage/store/tables/flow_rows.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

Result<std::optional<AnswerTable::Answer>> AnswerTable::answer(const WorkspaceId &workspace, QByteArrayView key)
{
    return m_file.sql().row<Answer>(
        u"SELECT digest, answer, at FROM idempotency WHERE workspace = ? AND key = ?"_s,
        {sqlText(workspace.utf8), sqlText(key)}, [](const SqlRow &row) -> Result<Answer> {
            Result<Json> answer = storedJson(row.blob(1));
            if (!answer)
                return answer.error();
            return Answer{.digest = row.blob(0), .answer = *std::move(answer), .at = row.number(2)};
        });
}

Result<void> AnswerTable::put(const WorkspaceId &workspace, QByteArrayView key, const Answer &answer)
{
    return m_file.sql().change(
        u"INSERT INTO idempotency (workspace, key, digest, answer, at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (workspace, key) DO UPDATE SET digest = excluded.digest, answer = excluded.answer, at = excluded.at"_s,
        {sqlText(workspace.utf8), sqlText(key), sqlBlob(answer.digest), sqlJson(answer.answer), answer.at});
}

Result<void> AnswerTable::remove(const WorkspaceId &workspace, QByteArrayView key)
{
    return m_file.sql().change(
        u"DELETE FROM idempotency WHERE workspace = ? AND key = ?"_s, {sqlText(workspace.utf8), sqlText(key)});
}

Result<void> AnswerTable::forgetBefore(Timestamp at)
{
    return m_file.sql().change(u"DELETE FROM idempotency WHERE at < ?"_s, {at});
}

} // namespace jackfield
