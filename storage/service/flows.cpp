// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/service/flows.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

Result<FlowRecord> Flows::flow(const WorkspaceId &workspace, const FlowId &id)
{
    const Result<Ledger::Flow> flow = m_ledger.load(workspace, id);
    if (!flow)
        return flow.error();
    return (*flow)->record;
}

Result<FlowPage> Flows::list(const FlowQuery &wanted)
{
    FlowQuery query = wanted;
    query.workspace = m_workspaces.orDefault(wanted.workspace);
    return m_pages.page(query);
}

QString
Flows::freeName(const WorkspaceId &workspace, const QByteArray &kind, const FlowId &parent, const QString &wanted)
{
    const Result<QStringList> names
        = m_ledger.store().lists().namesLike(m_workspaces.orDefault(workspace), kind, parent, wanted);
    if (!names)
        return wanted;
    const QSet<QString> taken(names->begin(), names->end());
    QString name = wanted;
    for (int number = 2; taken.contains(name); ++number)
        name = u"%1 %2"_s.arg(wanted).arg(number);
    return name;
}

} // namespace jackfield
