// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/records/flow_record.h"
#include "storage/store/sql/store_file.h"

#include <QList>

namespace jackfield {

/// The shelves of a workspace, in order of creation. Every query names the workspace.
class ShelfTable
{
public:
    explicit ShelfTable(StoreFile &file) : m_file(file) { }

    Result<QList<FlowShelf>> shelves(const WorkspaceId &workspace);
    Result<bool> isTaken(const QByteArray &id); ///< in whatever workspace
    Result<void> insert(const FlowShelf &shelf);
    Result<void> update(const FlowShelf &shelf);
    Result<void> remove(const WorkspaceId &workspace, const QByteArray &id);

private:
    StoreFile &m_file;
};

} // namespace jackfield
