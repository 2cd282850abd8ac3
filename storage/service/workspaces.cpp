// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/service/workspaces.h"

#include "storage/records/missing.h"

#include <algorithm>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

Workspaces::Workspaces(Ledger &ledger) : m_ledger(ledger)
{
    QObject::connect(&ledger, &Ledger::takenBack, &ledger, [this] { read(); });
    read();
}

void Workspaces::read()
{
    if (Result<QList<Workspace>> stored = m_ledger.store().workspaces().workspaces())
        m_workspaces = *std::move(stored);
}

WorkspaceId Workspaces::defaultId() const
{
    return m_workspaces.isEmpty() ? WorkspaceId() : m_workspaces.first().id;
}

WorkspaceId Workspaces::orDefault(const WorkspaceId &workspace) const
{
    return workspace.isEmpty() ? defaultId() : workspace;
}

Result<WorkspaceId> Workspaces::known(const WorkspaceId &workspace) const
{
    const WorkspaceId id = orDefault(workspace);
    if (std::ranges::find(m_workspaces, id, &Workspace::id) == m_workspaces.cend())
        return missing(u"workspace"_s, id.utf8);
    return id;
}

void Workspaces::create(const QString &name, Completion<Workspace> done)
{
    if (name.trimmed().isEmpty()) {
        done(Error{.code = "invalid"_ba, .message = u"A workspace needs a name."_s});
        return;
    }
    m_ledger.write<Workspace>(std::move(done), [&](Ledger::Events &) -> Result<Workspace> {
        FlowStore &store = m_ledger.store();
        const Workspace workspace{.id = WorkspaceId(store.newUlid()), .name = name.trimmed(), .createdAt = store.now()};
        if (const Result<void> inserted = store.workspaces().insert(workspace); !inserted)
            return inserted.error();
        m_workspaces.append(workspace);
        return workspace;
    });
}

} // namespace jackfield
