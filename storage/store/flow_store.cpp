// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/store/flow_store.h"

#include <algorithm>
#include <array>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The newest time that a store holds. Every change of a flow is in the journal, whose last line is its newest.
Result<Timestamp> newestTimestamp(SqlConnection &sql)
{
    Timestamp newest = 0;
    const QStringList statements
        = {u"SELECT at FROM journal ORDER BY sequence DESC LIMIT 1"_s, u"SELECT max(created_at) FROM workspace"_s,
           u"SELECT max(created_at) FROM api_key"_s};
    for (const QString &statement : statements) {
        const Result<qint64> at = sql.number(statement);
        if (!at)
            return at.error();
        newest = std::max(newest, *at);
    }
    return newest;
}

} // namespace

FlowStore::FlowStore(std::unique_ptr<StoreFile> file, const StoreOptions &options, Timestamp newest)
    : m_file(std::move(file)), m_time(options.clock, newest), m_random(options.random), m_ulids(options.random)
{
}

Result<std::unique_ptr<FlowStore>> FlowStore::open(const QString &path, const StoreOptions &options)
{
    Result<std::unique_ptr<StoreFile>> file = StoreFile::open(path, options.steps, options.probe);
    if (!file)
        return file.error();
    const Result<Timestamp> newest = newestTimestamp((*file)->sql());
    if (!newest)
        return newest.error();
    std::unique_ptr<FlowStore> store(new FlowStore(*std::move(file), options, *newest));
    if (const Result<void> prepared = store->prepareContents(); !prepared)
        return prepared.error();
    return store;
}

Result<void> FlowStore::prepareContents()
{
    const Result<QList<Workspace>> present = m_workspaces.workspaces();
    if (!present)
        return present.error();
    if (!present->isEmpty())
        return {};
    if (Result<void> begun = m_file->begin(); !begun)
        return begun;
    const Timestamp at = now();
    if (Result<void> made = m_workspaces.insert({.id = WorkspaceId(newUlid()), .name = u"Default"_s, .createdAt = at});
        !made) {
        m_file->rollback();
        return made;
    }
    return m_file->commit();
}

QByteArray FlowStore::newHexId()
{
    std::array<quint8, 8> random{};
    m_random->fill(random);
    const auto seconds = static_cast<quint32>(now() / 1000);
    return QByteArray::number(seconds, 16).rightJustified(8, '0')
        + QByteArray(reinterpret_cast<const char *>(random.data()), random.size()).toHex();
}

} // namespace jackfield
