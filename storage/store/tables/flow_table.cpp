// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/store/tables/flow_table.h"

#include "model/json/json_writer.h"
#include "storage/records/missing.h"
#include "storage/store/tables/flow_rows.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The columns of a flow and its documents as they are read.
struct Columns
{
    FlowSummary summary;
    qint64 number = 0;
    qint64 revision = 0;
    qint64 snapshotRevision = 0;
    QByteArray content;
    QByteArray sidecar;
    QByteArray surround;
    QString style;
};

Result<Columns> columnsFromRow(const SqlRow &row)
{
    Result<FlowSummary> summary = summaryFromRow(row);
    if (!summary)
        return summary.error();
    return Columns{
        .summary = *std::move(summary),
        .number = row.number(kSummaryColumns),
        .revision = row.number(kSummaryColumns + 1),
        .snapshotRevision = row.number(kSummaryColumns + 2),
        .content = row.blob(kSummaryColumns + 3),
        .sidecar = row.blob(kSummaryColumns + 4),
        .surround = row.blob(kSummaryColumns + 5),
        .style = row.text(kSummaryColumns + 6)};
}

} // namespace

Result<StoredFlow> FlowTable::flow(const WorkspaceId &workspace, const FlowId &id, Where where)
{
    static const QString kSelect
        = u"SELECT %1, flow.number, flow.revision, flow.snapshot_revision, snapshot.content, snapshot.sidecar,"
          " origin.surround, origin.style FROM flow JOIN snapshot ON snapshot.flow = flow.number"
          " LEFT JOIN origin ON origin.flow = flow.number WHERE flow.workspace = ? AND flow.id = ?"_s.arg(
              summaryColumns());
    static const QString kLive = kSelect + u" AND flow.deleted_at IS NULL"_s;
    static const QString kTrash = kSelect + u" AND flow.deleted_at IS NOT NULL"_s;
    Result<std::optional<Columns>> columns = m_file.sql().row<Columns>(
        where == Where::Live ? kLive : kTrash, {sqlText(workspace.utf8), sqlText(id.utf8)}, columnsFromRow);
    if (!columns)
        return columns.error();
    if (!*columns)
        return missing(u"flow"_s, id.utf8);

    Columns &read = **columns;
    StoredFlow flow;
    flow.record.summary = std::move(read.summary);
    flow.record.workspace = workspace;
    flow.record.revision = read.revision;
    flow.number = read.number;
    flow.snapshotRevision = read.snapshotRevision;
    flow.snapshotBytes = read.content.size() + read.sidecar.size();
    const QList<std::pair<QByteArray, Json *>> documents
        = {{read.content, &flow.record.state.content},
           {read.sidecar, &flow.record.state.sidecar},
           {read.surround, &flow.record.surround}};
    for (const auto &[text, target] : documents) {
        if (text.isEmpty())
            continue;
        Result<Json> value = storedJson(text);
        if (!value)
            return value.error();
        *target = *std::move(value);
    }
    flow.record.style = styleFromText(read.style);
    if (const Result<void> replayed = replay(flow); !replayed)
        return replayed.error();
    return flow;
}

Result<void> FlowTable::replay(StoredFlow &flow)
{
    if (flow.record.revision == flow.snapshotRevision)
        return {};
    Result<void> outcome;
    Result<void> read = m_file.sql().each(
        u"SELECT edits FROM journal WHERE workspace = ? AND flow = ? AND revision > ? ORDER BY sequence"_s,
        {sqlText(flow.record.workspace.utf8), flow.number, flow.snapshotRevision}, [&](const SqlRow &row) {
            if (!outcome || row.isNull(0))
                return;
            const Result<FlowEdits> edits = flowEditsFromText(row.blob(0));
            if (!edits) {
                outcome = edits.error();
            } else if (!edits->isEmpty()) {
                if (const Result<FlowEdits> inverse = applyFlowEdits(flow.record.state, *edits); !inverse)
                    outcome = inverse.error();
            }
        });
    if (!read)
        return read;
    if (!outcome) {
        return Error{
            .code = "integrity"_ba,
            .message = u"The journal of '%1' does not fit its snapshot: %2"_s.arg(
                flow.record.summary.name, outcome.error().message)};
    }
    return {};
}

Result<void> FlowTable::insert(StoredFlow &flow)
{
    const FlowRecord &record = flow.record;
    const FlowSummary &summary = record.summary;
    Result<void> inserted = m_file.sql().change(
        u"INSERT INTO flow (id, workspace, kind, name, folded_name, parent, status, properties, revision,"
        " visible_revision, snapshot_revision, active_version, latest_version, latest_version_number,"
        " changes_since_version, created_at, updated_at, published_at, deleted_with)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')"_s,
        {sqlText(summary.id.utf8), sqlText(record.workspace.utf8), sqlText(summary.kind), sqlText(summary.name),
         sqlText(summary.name.toCaseFolded()), sqlText(summary.parent.utf8), sqlText(statusName(summary.status)),
         sqlJson(summary.properties), record.revision, summary.visibleRevision, record.revision,
         sqlText(summary.activeVersion), sqlText(summary.latestVersion), summary.latestVersionNumber,
         summary.changesSinceVersion, summary.createdAt, summary.updatedAt, sqlTime(summary.publishedAt)});
    if (!inserted)
        return inserted;
    flow.number = m_file.sql().lastInsertedNumber();
    const QByteArray content = writeJson(record.state.content);
    const QByteArray sidecar = writeJson(record.state.sidecar);
    Result<void> snapshot = m_file.sql().change(
        u"INSERT INTO snapshot (flow, content, sidecar) VALUES (?, ?, ?)"_s,
        {flow.number, sqlBlob(content), sqlBlob(sidecar)});
    if (!snapshot)
        return snapshot;
    flow.snapshotRevision = record.revision;
    flow.snapshotBytes = content.size() + sidecar.size();
    if (record.surround.isNull() && record.style == JsonStyle{})
        return {};
    return m_file.sql().change(
        u"INSERT INTO origin (flow, surround, style) VALUES (?, ?, ?)"_s,
        {flow.number, sqlJson(record.surround), sqlText(styleToText(record.style))});
}

Result<void> FlowTable::update(const StoredFlow &flow)
{
    const FlowRecord &record = flow.record;
    const FlowSummary &summary = record.summary;
    return m_file.sql().change(
        u"UPDATE flow SET name = ?, folded_name = ?, status = ?, properties = ?, revision = ?, visible_revision = ?,"
        " snapshot_revision = ?, active_version = ?, latest_version = ?, latest_version_number = ?,"
        " changes_since_version = ?, updated_at = ?, published_at = ? WHERE workspace = ? AND number = ?"_s,
        {sqlText(summary.name), sqlText(summary.name.toCaseFolded()), sqlText(statusName(summary.status)),
         sqlJson(summary.properties), record.revision, summary.visibleRevision, flow.snapshotRevision,
         sqlText(summary.activeVersion), sqlText(summary.latestVersion), summary.latestVersionNumber,
         summary.changesSinceVersion, summary.updatedAt, sqlTime(summary.publishedAt), sqlText(record.workspace.utf8),
         flow.number});
}

Result<void> FlowTable::writeSnapshot(StoredFlow &flow)
{
    const QByteArray content = writeJson(flow.record.state.content);
    const QByteArray sidecar = writeJson(flow.record.state.sidecar);
    Result<void> written = m_file.sql().change(
        u"UPDATE snapshot SET content = ?, sidecar = ? WHERE flow = (SELECT number FROM flow WHERE workspace = ? AND number = ?)"_s,
        {sqlBlob(content), sqlBlob(sidecar), sqlText(flow.record.workspace.utf8), flow.number});
    if (!written)
        return written;
    Result<void> noted = m_file.sql().change(
        u"UPDATE flow SET snapshot_revision = ? WHERE workspace = ? AND number = ?"_s,
        {flow.record.revision, sqlText(flow.record.workspace.utf8), flow.number});
    if (!noted)
        return noted;
    flow.snapshotRevision = flow.record.revision;
    flow.snapshotBytes = content.size() + sidecar.size();
    return {};
}

Result<bool> FlowTable::isTaken(const FlowId &id)
{
    return m_file.sql().exists(u"SELECT 1 FROM flow WHERE id = ?"_s, {sqlText(id.utf8)});
}

} // namespace jackfield
