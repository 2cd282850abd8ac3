// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/store/sql/store_file.h"
#include "storage/store/tables/stored_flow.h"

#include <QList>

namespace jackfield {

/// The versions of flows, each with the SHA-256 of its content. Every query names the workspace. Error codes beside
/// those of the file: not_found, integrity (it is not any more what was published).
class VersionTable
{
public:
    explicit VersionTable(StoreFile &file) : m_file(file) { }

    Result<void> insert(const StoredFlow &flow, const FlowVersion &version);
    Result<int> newestNumber(const StoredFlow &flow); ///< 0 when there is none
    Result<void> dropAll(const StoredFlow &flow);
    Result<FlowVersion> version(const WorkspaceId &workspace, const FlowId &flow, const QByteArray &id);
    /// Newest first.
    Result<QList<FlowVersion>>
    versions(const WorkspaceId &workspace, const FlowId &flow, const QByteArray &after, int limit);
    Result<qint64> count(const WorkspaceId &workspace, const FlowId &flow);

private:
    StoreFile &m_file;
};

} // namespace jackfield
