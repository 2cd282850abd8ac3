// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/store/sql/store_file.h"
#include "storage/store/tables/stored_flow.h"

#include <QList>

#include <optional>

namespace jackfield {

/// One line of the journal.
struct JournalEntry
{
    FlowEvent event;
    FlowEdits inverse;
    bool editsKept = true; ///< false when a snapshot in the same transaction stands for the edits
};

/// What happened to the flows of a store, line by line. See resources/formats/journal.md for how a line is spelt.
class Journal
{
public:
    explicit Journal(StoreFile &file) : m_file(file) { }

    qint64 lastSequence(); ///< of what is on disk or in the running transaction; 0 when empty
    Result<void> append(qint64 flowNumber, const JournalEntry &entry);
    /// Lines after `sequence` up to `last`, oldest first. None when they are no longer kept whole.
    Result<std::optional<QList<FlowEvent>>> events(qint64 sequence, qint64 last, int limit);
    Result<QList<JournalEntry>>
    history(const WorkspaceId &workspace, const FlowId &id, qint64 afterRevision, int limit);
    /// Forgets lines before `sequence`, except those that a snapshot does not hold yet.
    Result<void> prune(qint64 sequence);

private:
    StoreFile &m_file;
};

} // namespace jackfield
