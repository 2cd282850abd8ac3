// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/service/ledger/ledger.h"

#include <deque>
#include <optional>

namespace jackfield {

/// What happened to flows, for those who were not listening when it did.
class FlowEvents
{
public:
    explicit FlowEvents(Ledger &ledger);

    /// Events after `sequence`, oldest first, at most 1 000; none when they are no longer kept (start over then).
    std::optional<QList<FlowEvent>> since(qint64 sequence) const;
    qint64 lastSequence() const { return m_ledger.lastSequence(); }
    /// The changes of one flow after `revision`, oldest first; none when they are no longer kept (read the flow then).
    Result<std::optional<QList<FlowEvent>>>
    changesSince(const WorkspaceId &workspace, const FlowId &id, qint64 revision);

private:
    Ledger &m_ledger;
    std::deque<FlowEvent> m_recent;
};

} // namespace jackfield
