// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/service/ledger/flow_cache.h"

namespace jackfield {

namespace {

/// What an entry costs beside its documents.
constexpr qint64 kEntryBytes = 1024;

} // namespace

FlowCache::FlowCache(qint64 maxBytes) : m_maxBytes(maxBytes) { }

std::shared_ptr<StoredFlow> FlowCache::find(const FlowId &id)
{
    const auto found = m_index.constFind(id);
    if (found == m_index.constEnd())
        return {};
    m_entries.splice(m_entries.begin(), m_entries, *found);
    return m_entries.front().flow;
}

std::shared_ptr<StoredFlow> FlowCache::put(StoredFlow flow)
{
    const FlowId id = flow.record.summary.id;
    drop(id);
    const qint64 bytes = kEntryBytes + flow.snapshotBytes;
    m_entries.push_front({.flow = std::make_shared<StoredFlow>(std::move(flow)), .bytes = bytes});
    m_index.insert(id, m_entries.begin());
    m_bytes += bytes;
    shrink();
    return m_entries.front().flow;
}

void FlowCache::drop(const FlowId &id)
{
    const auto found = m_index.constFind(id);
    if (found == m_index.constEnd())
        return;
    m_bytes -= (*found)->bytes;
    m_entries.erase(*found);
    m_index.erase(found);
}

void FlowCache::shrink()
{
    // The one just put stays, however large.
    while (m_bytes > m_maxBytes && m_entries.size() > 1)
        drop(m_entries.back().flow->record.summary.id);
}

} // namespace jackfield
