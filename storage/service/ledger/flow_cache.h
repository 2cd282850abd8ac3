// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/store/tables/stored_flow.h"

#include <QHash>

#include <list>
#include <memory>

namespace jackfield {

/// The flows used last, whole and in memory, as long as their text together stays below a bound. What falls out is read
/// from the store again; who holds a pointer keeps what it points to.
class FlowCache
{
public:
    explicit FlowCache(qint64 maxBytes);

    std::shared_ptr<StoredFlow> find(const FlowId &id); ///< null when not here
    std::shared_ptr<StoredFlow> put(StoredFlow flow);
    void drop(const FlowId &id);
    qsizetype size() const { return m_index.size(); }

private:
    struct Entry
    {
        std::shared_ptr<StoredFlow> flow;
        qint64 bytes = 0;
    };
    void shrink();

    qint64 m_maxBytes;
    qint64 m_bytes = 0;
    std::list<Entry> m_entries; ///< the one used last is first
    QHash<FlowId, std::list<Entry>::iterator> m_index;
};

} // namespace jackfield
