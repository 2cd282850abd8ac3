// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/json.h"

namespace jackfield {

/// Finds members of a large object by key: an open-addressing table of positions that compares against the members'
/// own keys, so that it stays right when their storage moves. Told of every change at once; never lazy, so that
/// several threads may read. Inactive (no memory) below kSmallObject members.
class JsonKeyIndex
{
public:
    static constexpr qsizetype kSmallObject = 32;
    using Members = std::span<const Json::Member>;

    bool isActive() const { return !m_slots.empty(); }
    void rebuild(Members members);
    /// Position of the key, -1 when absent. Requires: active.
    qsizetype find(Members members, QByteArrayView key) const;

    // What happened to the members. Insert and rename: call afterwards. Remove: call before.
    void inserted(Members members, qsizetype position);
    void removing(Members members, qsizetype position);
    void moved(qsizetype from, qsizetype to);
    void renamed(Members members, qsizetype position);

private:
    size_t slotOf(QByteArrayView key) const;
    void place(QByteArrayView key, qsizetype position);
    void forget(Members members, qsizetype position);

    std::vector<quint32> m_slots; ///< position + kFirst, or kFree, or kRemoved; the size is a power of two
    size_t m_used = 0; ///< slots that are not free
    size_t m_seed = 0;
};

/// Position of the first member whose key stands before it already, -1 when all are different.
qsizetype firstDuplicateKey(std::span<const Json::Member> members);

} // namespace jackfield
