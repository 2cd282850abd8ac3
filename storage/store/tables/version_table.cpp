// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/store/tables/version_table.h"

#include "model/json/json_writer.h"
#include "storage/store/tables/flow_rows.h"

#include <QCryptographicHash>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray digestOf(const QByteArray &content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256);
}

QString versionColumns()
{
    return u"version.id, version.number, version.content, version.digest, version.created_at"_s;
}

/// Content that is not what was published is never shown as a version.
Result<FlowVersion> versionFromRow(const SqlRow &row, const FlowId &flow)
{
    const QByteArray content = row.blob(2);
    if (digestOf(content) != row.blob(3)) {
        return Error{
            .code = "integrity"_ba,
            .message = u"Version %1 was changed on disk after it was published and is not shown. Restore a copy of the "
                       u"database, "
                       "or publish again."_s.arg(row.number(1))};
    }
    Result<Json> value = storedJson(content);
    if (!value)
        return value.error();
    return FlowVersion{
        .id = row.id(0),
        .flow = flow,
        .number = static_cast<int>(row.number(1)),
        .content = *std::move(value),
        .createdAt = row.number(4)};
}

} // namespace

Result<void> VersionTable::insert(const StoredFlow &flow, const FlowVersion &version)
{
    const QByteArray content = writeJson(version.content);
    return m_file.sql().change(
        u"INSERT INTO version (id, workspace, flow, number, content, digest, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {sqlText(version.id), sqlText(flow.record.workspace.utf8), flow.number, version.number, sqlBlob(content),
         sqlBlob(digestOf(content)), version.createdAt});
}

Result<int> VersionTable::newestNumber(const StoredFlow &flow)
{
    const Result<qint64> newest = m_file.sql().number(
        u"SELECT max(number) FROM version WHERE workspace = ? AND flow = ?"_s,
        {sqlText(flow.record.workspace.utf8), flow.number});
    if (!newest)
        return newest.error();
    return static_cast<int>(*newest);
}

Result<void> VersionTable::dropAll(const StoredFlow &flow)
{
    return m_file.sql().change(
        u"DELETE FROM version WHERE workspace = ? AND flow = ?"_s, {sqlText(flow.record.workspace.utf8), flow.number});
}

Result<FlowVersion> VersionTable::version(const WorkspaceId &workspace, const FlowId &flow, const QByteArray &id)
{
    static const QString kStatement
        = u"SELECT %1 FROM version JOIN flow ON flow.number = version.flow WHERE version.workspace = ?"
          " AND flow.workspace = ? AND flow.id = ? AND version.id = ?"_s.arg(versionColumns());
    const Result<std::optional<FlowVersion>> found = m_file.sql().row<FlowVersion>(
        kStatement, {sqlText(workspace.utf8), sqlText(workspace.utf8), sqlText(flow.utf8), sqlText(id)},
        [&flow](const SqlRow &row) { return versionFromRow(row, flow); });
    if (!found)
        return found.error();
    if (!*found)
        return Error{.code = "not_found"_ba, .message = u"There is no such version of this flow."_s};
    return **found;
}

Result<QList<FlowVersion>>
VersionTable::versions(const WorkspaceId &workspace, const FlowId &flow, const QByteArray &after, int limit)
{
    static const QString kFirst
        = u"SELECT %1 FROM version JOIN flow ON flow.number = version.flow WHERE version.workspace = ?"
          " AND flow.workspace = ? AND flow.id = ?"_s.arg(versionColumns());
    static const QString kNext = kFirst
        + u" AND version.number < (SELECT last.number FROM version AS last WHERE last.workspace = ?"
          " AND last.flow = flow.number AND last.id = ?)"_s;
    QVariantList values{sqlText(workspace.utf8), sqlText(workspace.utf8), sqlText(flow.utf8)};
    if (!after.isEmpty())
        values << sqlText(workspace.utf8) << sqlText(after);
    values.append(limit);
    return m_file.sql().rows<FlowVersion>(
        (after.isEmpty() ? kFirst : kNext) + u" ORDER BY version.number DESC LIMIT ?"_s, values,
        [&flow](const SqlRow &row) { return versionFromRow(row, flow); });
}

Result<qint64> VersionTable::count(const WorkspaceId &workspace, const FlowId &flow)
{
    return m_file.sql().number(
        u"SELECT count(*) FROM version JOIN flow ON flow.number = version.flow WHERE version.workspace = ? AND "
        u"flow.workspace = ?"
        " AND flow.id = ?"_s,
        {sqlText(workspace.utf8), sqlText(workspace.utf8), sqlText(flow.utf8)});
}

} // namespace jackfield
