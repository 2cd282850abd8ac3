// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/service/shelves.h"

#include "storage/records/missing.h"

#include <algorithm>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

Result<QList<FlowShelf>> Shelves::all(const WorkspaceId &workspace)
{
    return m_ledger.store().shelves().shelves(m_workspaces.orDefault(workspace));
}

Result<FlowShelf> Shelves::shelf(const WorkspaceId &workspace, const QByteArray &id)
{
    const Result<QList<FlowShelf>> shelves = all(workspace);
    if (!shelves)
        return shelves.error();
    const auto found = std::ranges::find(*shelves, id, &FlowShelf::id);
    if (found == shelves->end())
        return missing(u"shelf"_s, id);
    return *found;
}

void Shelves::put(FlowShelf shelf, Completion<FlowShelf> done)
{
    const Result<WorkspaceId> workspace = m_workspaces.known(shelf.workspace);
    if (!workspace) {
        done(workspace.error());
        return;
    }
    shelf.workspace = *workspace;
    const Result<FlowShelf> present = this->shelf(*workspace, shelf.id);
    if (!present && !isMissing(present.error())) {
        done(present.error());
        return;
    }
    ShelfTable &table = m_ledger.store().shelves();
    const Result<bool> taken = present ? Result<bool>(false) : table.isTaken(shelf.id);
    if (!taken || *taken) {
        done(taken ? missing(u"shelf"_s, shelf.id) : taken.error());
        return;
    }
    m_ledger.write<FlowShelf>(std::move(done), [&](Ledger::Events &) -> Result<FlowShelf> {
        const Timestamp at = m_ledger.store().now();
        if (shelf.id.isEmpty())
            shelf.id = m_ledger.store().newUlid();
        shelf.createdAt = present ? present->createdAt : at;
        shelf.updatedAt = at;
        const Result<void> written = present ? table.update(shelf) : table.insert(shelf);
        if (!written)
            return written.error();
        return shelf;
    });
}

void Shelves::remove(const WorkspaceId &workspace, const QByteArray &id, Completion<void> done)
{
    if (const Result<FlowShelf> present = shelf(workspace, id); !present) {
        done(present.error());
        return;
    }
    m_ledger.write<void>(std::move(done), [&](Ledger::Events &) {
        return m_ledger.store().shelves().remove(m_workspaces.orDefault(workspace), id);
    });
}

} // namespace jackfield
