// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/service/ledger/ledger.h"

#include "storage/store/tables/flow_rows.h"

#include <algorithm>
#include <utility>

namespace jackfield {

namespace {

constexpr int kLinesUntilSnapshot = 200;
/// A gesture smaller than this always goes into the journal as edits.
constexpr qint64 kSmallEdit = 4096;
constexpr qint64 kJournalLines = 10'000;
constexpr qint64 kPruneEvery = 1000;

/// Edits that are larger than the document are not worth keeping: a snapshot says the same in less.
bool worthKeeping(const StoredFlow &flow, const FlowEdits &edits, const FlowEdits &inverse)
{
    const qint64 bound = std::max(kSmallEdit, flow.snapshotBytes);
    const qint64 forward = roughBytes(edits, bound);
    return forward <= bound && forward + roughBytes(inverse, bound - forward) <= bound;
}

} // namespace

Result<void> Ledger::note(StoredFlow &flow, Line line, Events &events)
{
    touch(flow.record.summary.id);
    JournalEntry entry{
        .event
        = {.sequence = ++m_sequence,
           .type = line.type,
           .workspace = flow.record.workspace,
           .flow = flow.record.summary.id,
           .kind = flow.record.summary.kind,
           .revision = flow.record.revision,
           .edits = std::move(line.edits),
           .author = line.author,
           .label = line.label,
           .at = m_store->now()},
        .inverse = std::move(line.inverse),
        .editsKept = line.editsKept};
    Result<void> appended = m_store->journal().append(flow.number, entry);
    events.append(std::move(entry.event));
    return appended;
}

Result<void> Ledger::noteStatus(StoredFlow &flow, FlowEvent::Type type, const QByteArray &author, Events &events)
{
    touch(flow.record.summary.id);
    if (Result<void> updated = m_store->flows().update(flow); !updated)
        return updated;
    return note(flow, {.type = type, .author = author}, events);
}

Result<FlowRecord> Ledger::noteEdit(StoredFlow &flow, Line line, Events &events)
{
    Unsettled &behind = m_unsettled[flow.record.summary.id];
    behind.workspace = flow.record.workspace;
    ++behind.lines;
    line.editsKept = worthKeeping(flow, line.edits, line.inverse);
    if (!line.editsKept || behind.lines >= kLinesUntilSnapshot) {
        if (const Result<void> written = writeSnapshot(flow); !written)
            return written.error();
    } else {
        m_quiet->start();
    }
    if (const Result<void> updated = m_store->flows().update(flow); !updated)
        return updated.error();
    if (const Result<void> noted = note(flow, std::move(line), events); !noted)
        return noted.error();
    return flow.record;
}

Result<void> Ledger::writeSnapshot(StoredFlow &flow)
{
    if (Result<void> written = m_store->flows().writeSnapshot(flow); !written)
        return written;
    m_unsettled.remove(flow.record.summary.id);
    return {};
}

void Ledger::settle()
{
    if (const Result<void> entered = enter(); !entered)
        return;
    if (const Result<void> settled = settleInTransaction(); !settled)
        fail(settled.error());
}

Result<void> Ledger::settleInTransaction()
{
    const auto due = std::exchange(m_unsettled, {});
    for (auto flow = due.begin(); flow != due.end(); ++flow) {
        const Result<Flow> loaded = load(flow->workspace, flow.key());
        // Gone into the trash meanwhile: its journal stays and is replayed when it comes back.
        if (!loaded || (*loaded)->snapshotRevision == (*loaded)->record.revision)
            continue;
        touch(flow.key());
        if (Result<void> written = m_store->flows().writeSnapshot(**loaded); !written)
            return written;
    }
    if (m_sequence - kJournalLines > m_prunedSequence + kPruneEvery) {
        m_prunedSequence = m_sequence - kJournalLines;
        if (Result<void> pruned = m_store->journal().prune(m_prunedSequence); !pruned)
            return pruned;
    }
    return m_store->answers().forgetBefore(m_store->now() - kAnswersKept);
}

} // namespace jackfield
