// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/store/tables/journal.h"

#include "storage/store/tables/flow_rows.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

QString entryColumns()
{
    return u"journal.sequence, journal.type, journal.workspace, flow.id, flow.kind, journal.revision, journal.edits, "
           u"journal.inverse,"
           " journal.origin, journal.label, journal.at"_s;
}

Result<JournalEntry> entryFromRow(const SqlRow &row)
{
    JournalEntry entry;
    const std::optional<FlowEvent::Type> type = eventTypeFromName(row.id(1));
    if (!type)
        return Error{
            .code = "integrity"_ba, .message = u"The journal has a line %1 of no known type."_s.arg(row.number(0))};
    entry.event
        = {.sequence = row.number(0),
           .type = *type,
           .workspace = WorkspaceId(row.id(2)),
           .flow = FlowId(row.id(3)),
           .kind = row.id(4),
           .revision = row.number(5),
           .edits = {},
           .author = row.text(8).toUtf8(),
           .label = row.text(9),
           .at = row.number(10)};
    entry.editsKept = !row.isNull(6);
    if (!entry.editsKept)
        return entry;
    Result<FlowEdits> edits = flowEditsFromText(row.blob(6));
    if (!edits)
        return edits.error();
    Result<FlowEdits> inverse = flowEditsFromText(row.blob(7));
    if (!inverse)
        return inverse.error();
    entry.event.edits = *std::move(edits);
    entry.inverse = *std::move(inverse);
    return entry;
}

} // namespace

qint64 Journal::lastSequence()
{
    const Result<qint64> last = m_file.sql().number(u"SELECT max(sequence) FROM journal"_s);
    return last ? *last : 0;
}

Result<void> Journal::append(qint64 flowNumber, const JournalEntry &entry)
{
    const FlowEvent &event = entry.event;
    return m_file.sql().change(
        u"INSERT INTO journal (sequence, workspace, flow, type, revision, edits, inverse, origin, label, at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {event.sequence, sqlText(event.workspace.utf8), flowNumber, sqlText(eventName(event.type)), event.revision,
         entry.editsKept ? sqlBlob(flowEditsToText(event.edits)) : QVariant(),
         entry.editsKept ? sqlBlob(flowEditsToText(entry.inverse)) : QVariant(), sqlText(event.author),
         sqlText(event.label), event.at});
}

Result<std::optional<QList<FlowEvent>>> Journal::events(qint64 sequence, qint64 last, int limit)
{
    static const QString kStatement
        = u"SELECT %1 FROM journal JOIN flow ON flow.number = journal.flow"
          " WHERE journal.sequence > ? AND journal.sequence <= ? ORDER BY journal.sequence LIMIT ?"_s.arg(
              entryColumns());
    const Result<QList<JournalEntry>> lines
        = m_file.sql().rows<JournalEntry>(kStatement, {sequence, last, limit}, entryFromRow);
    if (!lines)
        return lines.error();
    if (lines->isEmpty() && sequence < last)
        return std::optional<QList<FlowEvent>>();
    QList<FlowEvent> found;
    for (const JournalEntry &line : *lines) {
        // A gap means that lines were pruned; a line without its edits cannot be followed either.
        if (!line.editsKept || line.event.sequence != sequence + found.size() + 1)
            return std::optional<QList<FlowEvent>>();
        found.append(line.event);
    }
    return std::optional(found);
}

Result<QList<JournalEntry>>
Journal::history(const WorkspaceId &workspace, const FlowId &id, qint64 afterRevision, int limit)
{
    static const QString kStatement
        = u"SELECT %1 FROM journal JOIN flow ON flow.number = journal.flow WHERE journal.workspace = ? AND "
          u"flow.workspace = ?"
          " AND flow.id = ? AND journal.revision > ? ORDER BY journal.sequence LIMIT ?"_s.arg(entryColumns());
    return m_file.sql().rows<JournalEntry>(
        kStatement, {sqlText(workspace.utf8), sqlText(workspace.utf8), sqlText(id.utf8), afterRevision, limit},
        entryFromRow);
}

Result<void> Journal::prune(qint64 sequence)
{
    return m_file.sql().change(
        u"DELETE FROM journal WHERE sequence < ? AND revision <= (SELECT snapshot_revision FROM flow"
        " WHERE flow.number = journal.flow AND flow.workspace = journal.workspace)"_s,
        {sequence});
}

} // namespace jackfield
