// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/service/flow_events.h"

namespace jackfield {

namespace {

constexpr size_t kRecentEvents = 1000;
constexpr int kMostLines = 1000;

} // namespace

FlowEvents::FlowEvents(Ledger &ledger) : m_ledger(ledger)
{
    QObject::connect(&ledger, &Ledger::happened, &ledger, [this](const FlowEvent &event) {
        m_recent.push_back(event);
        if (m_recent.size() > kRecentEvents)
            m_recent.pop_front();
    });
}

std::optional<QList<FlowEvent>> FlowEvents::since(qint64 sequence) const
{
    const qint64 last = lastSequence();
    if (sequence > last)
        return std::nullopt;
    if (sequence == last)
        return QList<FlowEvent>();
    if (!m_recent.empty() && m_recent.front().sequence <= sequence + 1) {
        const auto first = m_recent.begin() + static_cast<std::ptrdiff_t>(sequence + 1 - m_recent.front().sequence);
        return QList<FlowEvent>(first, m_recent.end());
    }
    const Result<std::optional<QList<FlowEvent>>> stored
        = m_ledger.store().journal().events(sequence, last, kMostLines);
    return stored ? *stored : std::nullopt;
}

Result<std::optional<QList<FlowEvent>>>
FlowEvents::changesSince(const WorkspaceId &workspace, const FlowId &id, qint64 revision)
{
    const Result<Ledger::Flow> flow = m_ledger.load(workspace, id);
    if (!flow)
        return flow.error();
    const Result<QList<JournalEntry>> lines = m_ledger.store().journal().history(workspace, id, revision, kMostLines);
    if (!lines)
        return lines.error();
    QList<FlowEvent> changes;
    for (const JournalEntry &line : *lines) {
        if (line.event.revision == revision + changes.size())
            continue; // Into the trash and back: no revision of its own.
        if (!line.editsKept || line.event.revision != revision + changes.size() + 1)
            return std::optional<QList<FlowEvent>>();
        changes.append(line.event);
    }
    if (revision + changes.size() != (*flow)->record.revision)
        return std::optional<QList<FlowEvent>>();
    return std::optional(changes);
}

} // namespace jackfield
