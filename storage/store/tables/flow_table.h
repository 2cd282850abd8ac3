// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/store/sql/store_file.h"
#include "storage/store/tables/stored_flow.h"

namespace jackfield {

/// Flows as small rows with their documents beside them: one at a time, whole. Every query names the workspace.
class FlowTable
{
public:
    explicit FlowTable(StoreFile &file) : m_file(file) { }

    enum class Where : quint8 { Live, Trash };
    /// The snapshot with the journal after it replayed. Errors: not_found, integrity.
    Result<StoredFlow> flow(const WorkspaceId &workspace, const FlowId &id, Where where = Where::Live);
    Result<void> insert(StoredFlow &flow); ///< gives it its number; its snapshot is written with it
    Result<void> update(const StoredFlow &flow); ///< the small row, not the documents
    Result<void> writeSnapshot(StoredFlow &flow);
    Result<bool> isTaken(const FlowId &id); ///< also by a flow in the trash or in another workspace

private:
    Result<void> replay(StoredFlow &flow);

    StoreFile &m_file;
};

} // namespace jackfield
