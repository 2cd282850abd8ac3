// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/service/workspaces.h"

namespace jackfield {

/// Named groups of flows, in order of creation. Which flows stand on one is told by the properties of the flows.
class Shelves
{
public:
    Shelves(Ledger &ledger, const Workspaces &workspaces) : m_ledger(ledger), m_workspaces(workspaces) { }

    Result<QList<FlowShelf>> all(const WorkspaceId &workspace);
    Result<FlowShelf> shelf(const WorkspaceId &workspace, const QByteArray &id);
    /// Makes a shelf when `shelf.id` is empty or new, else changes its name and properties. Times are set here.
    void put(FlowShelf shelf, Completion<FlowShelf> done);
    void remove(const WorkspaceId &workspace, const QByteArray &id, Completion<void> done); ///< its flows stay

private:
    Ledger &m_ledger;
    const Workspaces &m_workspaces;
};

} // namespace jackfield
