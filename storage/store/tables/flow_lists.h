// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/records/flow_query.h"
#include "storage/store/sql/store_file.h"

#include <QStringList>

namespace jackfield {

/// Which live flows there are, as summaries, names or ids. Every query names the workspace.
class FlowLists
{
public:
    explicit FlowLists(StoreFile &file) : m_file(file) { }

    struct Page
    {
        QList<FlowSummary> flows;
        FlowId next;
    };
    Result<Page> page(const FlowQuery &query);
    Result<qint64> count(const FlowQuery &query); ///< of all pages
    /// Flows that belong to `parent`, however deep, itself first.
    Result<QList<FlowSummary>> family(const WorkspaceId &workspace, const FlowId &parent);
    Result<QStringList>
    namesLike(const WorkspaceId &workspace, const QByteArray &kind, const FlowId &parent, const QString &name);
    Result<QList<FlowId>>
    withStatus(const WorkspaceId &workspace, const QByteArray &kind, const FlowId &parent, FlowStatus status);

private:
    StoreFile &m_file;
};

} // namespace jackfield
