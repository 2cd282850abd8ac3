// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/store/flow_store.h"

#include "model/json/json_writer.h"
#include "storage/store/flow_rows.h"

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

Result<void> FlowStore::insertVersion(const StoredFlow &flow, const FlowVersion &version)
{
    const QByteArray content = writeJson(version.content);
    const Result<qint64> inserted = m_connection->run(
        u"INSERT INTO version (id, workspace, flow, number, content, digest, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {sqlText(version.id), sqlText(flow.record.workspace.utf8), flow.number, version.number, sqlBlob(content),
         sqlBlob(digestOf(content)), version.createdAt});
    return inserted ? Result<void>() : Result<void>(inserted.error());
}

Result<int> FlowStore::newestVersionNumber(const StoredFlow &flow)
{
    qint64 newest = 0;
    const Result<void> read = m_connection->each(
        u"SELECT max(number) FROM version WHERE workspace = ? AND flow = ?"_s,
        {sqlText(flow.record.workspace.utf8), flow.number}, [&newest](const SqlRow &row) { newest = row.number(0); });
    if (!read)
        return read.error();
    return static_cast<int>(newest);
}

Result<void> FlowStore::dropVersions(const StoredFlow &flow)
{
    const Result<qint64> dropped = m_connection->run(
        u"DELETE FROM version WHERE workspace = ? AND flow = ?"_s, {sqlText(flow.record.workspace.utf8), flow.number});
    return dropped ? Result<void>() : Result<void>(dropped.error());
}

Result<FlowVersion> FlowStore::version(const WorkspaceId &workspace, const FlowId &flow, const QByteArray &id)
{
    static const QString kStatement
        = u"SELECT %1 FROM version JOIN flow ON flow.number = version.flow WHERE version.workspace = ?"
          " AND flow.workspace = ? AND flow.id = ? AND version.id = ?"_s.arg(versionColumns());
    Result<FlowVersion> found = Error{.code = "not_found"_ba, .message = u"There is no such version of this flow."_s};
    const Result<void> read = m_connection->each(
        kStatement, {sqlText(workspace.utf8), sqlText(workspace.utf8), sqlText(flow.utf8), sqlText(id)},
        [&](const SqlRow &row) { found = versionFromRow(row, flow); });
    if (!read)
        return read.error();
    return found;
}

Result<QList<FlowVersion>>
FlowStore::versions(const WorkspaceId &workspace, const FlowId &flow, const QByteArray &after, int limit)
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
    QList<FlowVersion> found;
    Result<void> outcome;
    const Result<void> read = m_connection->each(
        (after.isEmpty() ? kFirst : kNext) + u" ORDER BY version.number DESC LIMIT ?"_s, values,
        [&](const SqlRow &row) {
            Result<FlowVersion> version = versionFromRow(row, flow);
            if (version)
                found.append(*std::move(version));
            else
                outcome = version.error();
        });
    if (!read)
        return read.error();
    if (!outcome)
        return outcome.error();
    return found;
}

Result<qint64> FlowStore::versionCount(const WorkspaceId &workspace, const FlowId &flow)
{
    qint64 total = 0;
    const Result<void> read = m_connection->each(
        u"SELECT count(*) FROM version JOIN flow ON flow.number = version.flow WHERE version.workspace = ? AND "
        u"flow.workspace = ?"
        " AND flow.id = ?"_s,
        {sqlText(workspace.utf8), sqlText(workspace.utf8), sqlText(flow.utf8)},
        [&total](const SqlRow &row) { total = row.number(0); });
    if (!read)
        return read.error();
    return total;
}

} // namespace jackfield
