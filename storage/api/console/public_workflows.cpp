// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/console/public_workflows.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

#include <algorithm>

namespace jackfield::console {

using namespace Qt::Literals::StringLiterals;

namespace {

Timestamp timeOf(const Json &text)
{
    return QDateTime::fromString(text.toString(), Qt::ISODateWithMs).toMSecsSinceEpoch();
}

FlowRecord readWorkflow(const QString &path, const Kind &kind)
{
    QFile file(path);
    const Result<Json> json = file.open(QIODevice::ReadOnly) ? parseJson(file.readAll()) : Result<Json>(Error{});
    const std::vector<ExtractedFlow> flows = json ? kind.files().extract(*json) : std::vector<ExtractedFlow>();
    if (flows.size() != 1)
        qFatal("%s is no workflow", qPrintable(path));
    FlowRecord record;
    record.summary.id = FlowId((*json)["id"].toUtf8());
    record.summary.kind = kind.info().id;
    record.summary.name = flows.front().name;
    record.state.content = flows.front().content;
    record.revision = 1;
    record.summary.visibleRevision = 1;
    record.summary.createdAt = timeOf((*json)["created_at"]);
    record.summary.updatedAt = timeOf((*json)["updated_at"]);
    return record;
}

} // namespace

PublicWorkflows::PublicWorkflows(const Kind &kind)
{
    const QDir folder(u":/templates/console"_s);
    for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name))
        m_workflows.append(readWorkflow(folder.filePath(name), kind));
    std::ranges::stable_sort(m_workflows, {}, [](const FlowRecord &workflow) { return workflow.summary.createdAt; });
}

const FlowRecord *PublicWorkflows::find(const FlowId &id) const
{
    const auto found
        = std::ranges::find_if(m_workflows, [&id](const FlowRecord &workflow) { return workflow.summary.id == id; });
    return found == m_workflows.cend() ? nullptr : &*found;
}

} // namespace jackfield::console
