// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/store/flow_store.h"

#include "storage/store/flow_rows.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

Result<QList<FlowSummary>> FlowStore::family(const WorkspaceId &workspace, const FlowId &parent)
{
    static const QString kStatement
        = u"WITH RECURSIVE family (id) AS (SELECT id FROM flow WHERE workspace = ? AND id = ? AND deleted_at IS NULL"
          " UNION SELECT flow.id FROM flow JOIN family ON flow.parent = family.id WHERE flow.workspace = ?"
          " AND flow.deleted_at IS NULL) SELECT %1 FROM flow JOIN family ON flow.id = family.id ORDER BY flow.number"_s
              .arg(summaryColumns());
    QList<FlowSummary> found;
    Result<void> outcome;
    const Result<void> read = m_connection->each(
        kStatement, {sqlText(workspace.utf8), sqlText(parent.utf8), sqlText(workspace.utf8)}, [&](const SqlRow &row) {
            Result<FlowSummary> summary = summaryFromRow(row);
            if (summary)
                found.append(*std::move(summary));
            else
                outcome = summary.error();
        });
    if (!read)
        return read.error();
    if (!outcome)
        return outcome.error();
    return found;
}

Result<void> FlowStore::moveToTrash(const WorkspaceId &workspace, const FlowId &id, const FlowId &with, Timestamp at)
{
    const Result<qint64> moved = m_connection->run(
        u"UPDATE flow SET deleted_at = ?, deleted_with = ? WHERE workspace = ? AND id = ? AND deleted_at IS NULL"_s,
        {at, sqlText(with.utf8), sqlText(workspace.utf8), sqlText(id.utf8)});
    return moved ? Result<void>() : Result<void>(moved.error());
}

Result<QList<FlowId>> FlowStore::trashedWith(const WorkspaceId &workspace, const FlowId &with)
{
    QList<FlowId> found;
    const Result<void> read = m_connection->each(
        u"SELECT id FROM flow WHERE workspace = ? AND deleted_with = ? AND deleted_at IS NOT NULL ORDER BY number"_s,
        {sqlText(workspace.utf8), sqlText(with.utf8)},
        [&found](const SqlRow &row) { found.append(FlowId(row.id(0))); });
    if (!read)
        return read.error();
    return found;
}

Result<void> FlowStore::takeFromTrash(const WorkspaceId &workspace, const FlowId &id)
{
    const Result<qint64> taken = m_connection->run(
        u"UPDATE flow SET deleted_at = NULL, deleted_with = '' WHERE workspace = ? AND id = ?"_s,
        {sqlText(workspace.utf8), sqlText(id.utf8)});
    return taken ? Result<void>() : Result<void>(taken.error());
}

Result<QList<FlowSummary>> FlowStore::trash(const WorkspaceId &workspace)
{
    static const QString kStatement
        = u"SELECT %1, flow.deleted_at FROM flow WHERE flow.workspace = ? AND flow.deleted_at IS NOT NULL"
          " ORDER BY flow.deleted_at DESC, flow.number DESC LIMIT 1000"_s.arg(summaryColumns());
    QList<FlowSummary> found;
    Result<void> outcome;
    const Result<void> read = m_connection->each(kStatement, {sqlText(workspace.utf8)}, [&](const SqlRow &row) {
        Result<FlowSummary> summary = summaryFromRow(row);
        if (summary) {
            // The last change that anybody outside saw is that it went away. Its own time comes back with it.
            summary->updatedAt = row.number(kSummaryColumns);
            found.append(*std::move(summary));
        } else {
            outcome = summary.error();
        }
    });
    if (!read)
        return read.error();
    if (!outcome)
        return outcome.error();
    return found;
}

} // namespace jackfield
