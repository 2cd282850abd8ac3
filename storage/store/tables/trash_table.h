// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/store/sql/store_file.h"
#include "storage/store/tables/stored_flow.h"

#include <QList>

namespace jackfield {

/// Flows that were deleted and may come back. Every query names the workspace.
class TrashTable
{
public:
    explicit TrashTable(StoreFile &file) : m_file(file) { }

    /// The newest 1 000, the one that went last first; their `updatedAt` is when they went.
    Result<QList<FlowSummary>> flows(const WorkspaceId &workspace);
    Result<void> put(const WorkspaceId &workspace, const FlowId &id, const FlowId &with, Timestamp at);
    /// Ids of what went into the trash together with `with`, in order of creation.
    Result<QList<FlowId>> putWith(const WorkspaceId &workspace, const FlowId &with);
    Result<void> take(const WorkspaceId &workspace, const FlowId &id);

private:
    StoreFile &m_file;
};

} // namespace jackfield
