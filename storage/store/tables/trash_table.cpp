// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/store/tables/trash_table.h"

#include "storage/store/tables/flow_rows.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

Result<QList<FlowSummary>> TrashTable::flows(const WorkspaceId &workspace)
{
    static const QString kStatement
        = u"SELECT %1, flow.deleted_at FROM flow WHERE flow.workspace = ? AND flow.deleted_at IS NOT NULL"
          " ORDER BY flow.deleted_at DESC, flow.number DESC LIMIT 1000"_s.arg(summaryColumns());
    const auto deleted = [](const SqlRow &row) {
        Result<FlowSummary> summary = summaryFromRow(row);
        // The last change that anybody outside saw is that it went away. Its own time comes back with it.
        if (summary)
            summary->updatedAt = row.number(kSummaryColumns);
        return summary;
    };
    return m_file.sql().rows<FlowSummary>(kStatement, {sqlText(workspace.utf8)}, deleted);
}

Result<void> TrashTable::put(const WorkspaceId &workspace, const FlowId &id, const FlowId &with, Timestamp at)
{
    return m_file.sql().change(
        u"UPDATE flow SET deleted_at = ?, deleted_with = ? WHERE workspace = ? AND id = ? AND deleted_at IS NULL"_s,
        {at, sqlText(with.utf8), sqlText(workspace.utf8), sqlText(id.utf8)});
}

Result<QList<FlowId>> TrashTable::putWith(const WorkspaceId &workspace, const FlowId &with)
{
    return m_file.sql().rows<FlowId>(
        u"SELECT id FROM flow WHERE workspace = ? AND deleted_with = ? AND deleted_at IS NOT NULL ORDER BY number"_s,
        {sqlText(workspace.utf8), sqlText(with.utf8)}, [](const SqlRow &row) { return FlowId(row.id(0)); });
}

Result<void> TrashTable::take(const WorkspaceId &workspace, const FlowId &id)
{
    return m_file.sql().change(
        u"UPDATE flow SET deleted_at = NULL, deleted_with = '' WHERE workspace = ? AND id = ?"_s,
        {sqlText(workspace.utf8), sqlText(id.utf8)});
}

} // namespace jackfield
