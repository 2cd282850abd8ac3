// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/store/seams.h"
#include "storage/store/sql/store_file.h"
#include "storage/store/tables/answer_table.h"
#include "storage/store/tables/flow_lists.h"
#include "storage/store/tables/flow_table.h"
#include "storage/store/tables/journal.h"
#include "storage/store/tables/key_table.h"
#include "storage/store/tables/shelf_table.h"
#include "storage/store/tables/trash_table.h"
#include "storage/store/tables/version_table.h"
#include "storage/store/tables/workspace_table.h"
#include "storage/store/ulid_source.h"

#include <memory>

namespace jackfield {

struct StoreOptions
{
    std::shared_ptr<Clock> clock = systemClock();
    std::shared_ptr<RandomSource> random = systemRandom();
    std::shared_ptr<StoreProbe> probe;
    QList<SchemaStep> steps = schemaSteps();
};

/// All of one store on disk: its file, the tables in it, its time and its ids. Rows in, rows out: what they mean is the
/// service's business.
///
/// Belongs to one thread. Functions of the tables that write need a transaction of the file around them.
class FlowStore
{
public:
    /// See StoreFile::open(). A new store gets a workspace.
    static Result<std::unique_ptr<FlowStore>> open(const QString &path, const StoreOptions &options = {});

    StoreFile &file() { return *m_file; }
    FlowTable &flows() { return m_flows; }
    FlowLists &lists() { return m_lists; }
    TrashTable &trash() { return m_trash; }
    Journal &journal() { return m_journal; }
    VersionTable &versions() { return m_versions; }
    WorkspaceTable &workspaces() { return m_workspaces; }
    KeyTable &keys() { return m_keys; }
    ShelfTable &shelves() { return m_shelves; }
    AnswerTable &answers() { return m_answers; }

    /// Never goes back, whatever the clock does.
    Timestamp now() { return m_time.now(); }
    /// A fresh id that sorts after all before; and one in 24 hexadecimal digits that begin with the time in seconds.
    QByteArray newUlid() { return m_ulids.next(now()); }
    QByteArray newHexId();
    RandomSource &random() { return *m_random; }

private:
    FlowStore(std::unique_ptr<StoreFile> file, const StoreOptions &options, Timestamp newest);
    Result<void> prepareContents();

    std::unique_ptr<StoreFile> m_file;
    FlowTable m_flows{*m_file};
    FlowLists m_lists{*m_file};
    TrashTable m_trash{*m_file};
    Journal m_journal{*m_file};
    VersionTable m_versions{*m_file};
    WorkspaceTable m_workspaces{*m_file};
    KeyTable m_keys{*m_file};
    ShelfTable m_shelves{*m_file};
    AnswerTable m_answers{*m_file};
    MonotonicTime m_time;
    std::shared_ptr<RandomSource> m_random;
    UlidSource m_ulids;
};

} // namespace jackfield
