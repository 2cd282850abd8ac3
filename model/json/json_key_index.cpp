// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/json_key_index.h"

#include <QHash>

#include <bit>

namespace jackfield {

namespace {

constexpr quint32 kFree = 0;
constexpr quint32 kRemoved = 1;
constexpr quint32 kFirst = 2;

quint32 slotValue(qsizetype position)
{
    return static_cast<quint32>(position) + kFirst;
}

/// One of 64 bits: cheap, and different for most keys of one object.
quint64 keyBit(QByteArrayView key)
{
    if (key.isEmpty())
        return 1;
    const auto first = static_cast<uchar>(key.front());
    const auto last = static_cast<uchar>(key.back());
    const auto middle = static_cast<uchar>(key[key.size() / 2]);
    return quint64(1) << ((first * 7U + last * 13U + middle * 29U + static_cast<size_t>(key.size())) & 63U);
}

} // namespace

size_t JsonKeyIndex::slotOf(QByteArrayView key) const
{
    return qHashBits(key.data(), static_cast<size_t>(key.size()), m_seed) & (m_slots.size() - 1);
}

void JsonKeyIndex::rebuild(Members members)
{
    m_used = 0;
    if (std::ssize(members) <= kSmallObject) {
        m_slots = {};
        return;
    }
    m_seed = QHashSeed::globalSeed();
    m_slots.assign(std::bit_ceil(members.size() * 3), kFree);
    for (size_t i = 0; i < members.size(); ++i)
        place(members[i].key(), static_cast<qsizetype>(i));
}

qsizetype JsonKeyIndex::find(Members members, QByteArrayView key) const
{
    for (size_t slot = slotOf(key); m_slots[slot] != kFree; slot = (slot + 1) & (m_slots.size() - 1)) {
        if (m_slots[slot] == kRemoved)
            continue;
        const size_t position = m_slots[slot] - kFirst;
        if (members[position].key() == key)
            return static_cast<qsizetype>(position);
    }
    return -1;
}

void JsonKeyIndex::place(QByteArrayView key, qsizetype position)
{
    size_t slot = slotOf(key);
    while (m_slots[slot] >= kFirst)
        slot = (slot + 1) & (m_slots.size() - 1);
    m_used += m_slots[slot] == kFree ? 1 : 0;
    m_slots[slot] = slotValue(position);
}

void JsonKeyIndex::forget(Members members, qsizetype position)
{
    size_t slot = slotOf(members[static_cast<size_t>(position)].key());
    while (m_slots[slot] != slotValue(position))
        slot = (slot + 1) & (m_slots.size() - 1);
    m_slots[slot] = kRemoved;
}

void JsonKeyIndex::inserted(Members members, qsizetype position)
{
    if (!isActive() || (m_used + 1) * 2 > m_slots.size()) {
        rebuild(members);
        return;
    }
    if (position + 1 < std::ssize(members)) {
        for (quint32 &slot : m_slots)
            slot += slot >= slotValue(position) ? 1U : 0U;
    }
    place(members[static_cast<size_t>(position)].key(), position);
}

void JsonKeyIndex::removing(Members members, qsizetype position)
{
    if (!isActive())
        return;
    forget(members, position);
    if (position + 1 < std::ssize(members)) {
        for (quint32 &slot : m_slots)
            slot -= slot > slotValue(position) ? 1U : 0U;
    }
}

void JsonKeyIndex::moved(qsizetype from, qsizetype to)
{
    const quint32 source = slotValue(from);
    const quint32 target = slotValue(to);
    for (quint32 &slot : m_slots) {
        if (slot == source)
            slot = target;
        else if (source < slot && slot <= target)
            --slot;
        else if (target <= slot && slot < source)
            ++slot;
    }
}

void JsonKeyIndex::renamed(Members members, qsizetype position)
{
    // The old key is gone, so its slot is found by the position.
    if (!isActive())
        return;
    for (quint32 &slot : m_slots)
        slot = slot == slotValue(position) ? kRemoved : slot;
    if ((m_used + 1) * 2 > m_slots.size())
        rebuild(members);
    else
        place(members[static_cast<size_t>(position)].key(), position);
}

qsizetype firstDuplicateKey(std::span<const Json::Member> members)
{
    if (std::ssize(members) > JsonKeyIndex::kSmallObject) {
        JsonKeyIndex index;
        index.rebuild(members);
        // A later twin sits behind the first one in the table, so that the search never reaches it.
        for (size_t i = 0; i < members.size(); ++i) {
            if (index.find(members, members[i].key()) != static_cast<qsizetype>(i))
                return static_cast<qsizetype>(i);
        }
        return -1;
    }
    quint64 seen = 0;
    for (size_t i = 0; i < members.size(); ++i) {
        const quint64 bit = keyBit(members[i].key());
        if (seen & bit) {
            for (size_t j = 0; j < i; ++j) {
                if (members[j].name == members[i].name)
                    return static_cast<qsizetype>(i);
            }
        }
        seen |= bit;
    }
    return -1;
}

} // namespace jackfield
