// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/records/access.h"
#include "storage/store/sql/store_file.h"

namespace jackfield {

/// The workspaces of a store, in order of creation.
class WorkspaceTable
{
public:
    explicit WorkspaceTable(StoreFile &file) : m_file(file) { }

    Result<QList<Workspace>> workspaces();
    Result<void> insert(const Workspace &workspace);

private:
    StoreFile &m_file;
};

} // namespace jackfield
