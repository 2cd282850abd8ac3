// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/records/access.h"
#include "storage/service/ledger/ledger.h"

namespace jackfield {

/// The workspaces there are. Everything stored belongs to one, and nothing of it is seen from another.
class Workspaces
{
public:
    explicit Workspaces(Ledger &ledger);

    WorkspaceId defaultId() const; ///< the first one
    /// The default one for an empty id.
    WorkspaceId orDefault(const WorkspaceId &workspace) const;
    /// The same, refused with not_found when there is no such workspace.
    Result<WorkspaceId> known(const WorkspaceId &workspace) const;
    const QList<Workspace> &all() const { return m_workspaces; } ///< in order of creation
    void create(const QString &name, Completion<Workspace> done);

private:
    void read();

    Ledger &m_ledger;
    QList<Workspace> m_workspaces;
};

} // namespace jackfield
