// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/edit/json_diff.h"

#include "model/json/edit/json_sequence.h"

#include <algorithm>
#include <optional>

namespace jackfield {

namespace {

/// A place on the way down. Most of them need no edit, so the pointer is only spelt out on demand, and once for all
/// that is in it.
struct Place
{
    const Place *outer = nullptr;
    QByteArrayView key = {};
    qsizetype index = -1; ///< -1: a member, named by `key`
    mutable std::optional<JsonPointer> spelt = {};

    const JsonPointer &pointer() const
    {
        if (!spelt)
            spelt = !outer ? JsonPointer() : index < 0 ? outer->pointer().child(key) : outer->pointer().child(index);
        return *spelt;
    }
};

class Difference
{
public:
    void compare(const Place &at, const Json &a, const Json &b);
    JsonEdits take() { return std::move(m_edits); }

private:
    void compareObjects(const Place &at, const Json &a, const Json &b);
    void compareArrays(const Place &at, const Json &a, const Json &b);

    JsonEdits m_edits;
};

/// Turns a matching into removes, moves and inserts. What stays in order is not touched; all else goes right behind
/// the entry that it follows in the end, wherever that one stands at that moment.
class Rearrangement
{
public:
    /// `b` is the container as it shall be; the first `offset` entries of both sides are the same already.
    Rearrangement(const Json &b, const SequenceMatch &match, qsizetype offset, JsonPointer at, JsonEdits &edits)
        : m_b(b), m_match(match), m_offset(offset), m_at(std::move(at)), m_edits(edits)
    {
    }

    void run(const Json &a, qsizetype count);

private:
    void settle(size_t entry, bool stays);
    void insert(size_t entry, qsizetype position);
    JsonPointer child(const Json &container, qsizetype position) const
    {
        if (container.isArray())
            return m_at.child(position);
        return m_at.child(container.members()[static_cast<size_t>(position)].key());
    }

    const Json &m_b;
    const SequenceMatch &m_match;
    qsizetype m_offset;
    JsonPointer m_at;
    JsonEdits &m_edits;
    std::vector<qsizetype> m_order; ///< the entries of b that are there, in the order at the moment
    qsizetype m_settled = -1; ///< where in m_order the last settled entry stands
};

/// `count`: how many entries of `a` behind the offset take part.
void Rearrangement::run(const Json &a, qsizetype count)
{
    std::vector<qsizetype> successor(static_cast<size_t>(count), -1);
    for (size_t i = 0; i < m_match.size(); ++i) {
        if (m_match[i] >= 0)
            successor[static_cast<size_t>(m_match[i])] = static_cast<qsizetype>(i);
    }
    for (qsizetype i = count - 1; i >= 0; --i) {
        if (successor[static_cast<size_t>(i)] < 0)
            m_edits.append(JsonEdit::remove(child(a, m_offset + i)));
    }
    std::erase(successor, -1);
    m_order = std::move(successor);
    if (m_order.size() == m_match.size() && std::ranges::is_sorted(m_order))
        return;
    std::vector<bool> stays(m_match.size(), false);
    const auto rising = longestRisingPart(m_order);
    for (size_t i = 0; i < m_order.size(); ++i)
        stays[static_cast<size_t>(m_order[i])] = rising[i];
    for (size_t i = 0; i < m_match.size(); ++i)
        settle(i, stays[i]);
}

void Rearrangement::settle(size_t entry, bool stays)
{
    const auto wanted = static_cast<qsizetype>(entry);
    if (stays) {
        m_settled = std::find(m_order.begin() + m_settled + 1, m_order.end(), wanted) - m_order.begin();
        return;
    }
    if (m_match[entry] < 0) {
        ++m_settled;
        insert(entry, m_settled);
        m_order.insert(m_order.begin() + m_settled, wanted);
        return;
    }
    const qsizetype from = std::ranges::find(m_order, wanted) - m_order.begin();
    m_order.erase(m_order.begin() + from);
    const qsizetype to = from <= m_settled ? m_settled : m_settled + 1;
    m_order.insert(m_order.begin() + to, wanted);
    m_settled = to;
    if (from == to)
        return;
    const JsonPointer at = m_b.isArray() ? m_at.child(m_offset + from) : child(m_b, m_offset + wanted);
    m_edits.append(JsonEdit::move(at, m_offset + to));
}

void Rearrangement::insert(size_t entry, qsizetype position)
{
    const auto index = m_offset + static_cast<qsizetype>(entry);
    if (m_b.isArray()) {
        m_edits.append(JsonEdit::insert(m_at.child(m_offset + position), m_b.at(index)));
        return;
    }
    const Json::Member &added = m_b.members()[static_cast<size_t>(index)];
    const bool last = position == std::ssize(m_order);
    m_edits.append(JsonEdit::insert(m_at.child(added.key()), added.value, last ? -1 : position));
    // A pointer does not tell how the key is spelt.
    if (!added.name.spelling().isEmpty())
        m_edits.append(JsonEdit::rename(m_at.child(added.key()), added.name));
}

bool nothingMatches(const SequenceMatch &match)
{
    return std::ranges::all_of(match, [](qsizetype old) { return old < 0; });
}

bool isUnchangedOrder(const SequenceMatch &match, qsizetype count)
{
    if (std::ssize(match) != count)
        return false;
    for (size_t i = 0; i < match.size(); ++i) {
        if (match[i] != static_cast<qsizetype>(i))
            return false;
    }
    return true;
}

// Recursion is safe: the reader bounds the depth of what it reads.
void Difference::compare(const Place &at, const Json &a, const Json &b)
{
    if (a.sharesWith(b))
        return;
    if (a.isObject() && b.isObject())
        compareObjects(at, a, b);
    else if (a.isArray() && b.isArray())
        compareArrays(at, a, b);
    else if (!a.isWrittenLike(b))
        m_edits.append(JsonEdit::set(at.pointer(), b));
}

void Difference::compareObjects(const Place &at, const Json &a, const Json &b)
{
    const auto alike
        = [](const Json::Member &left, const Json::Member &right) { return left.name.isWrittenLike(right.name); };
    if (std::ranges::equal(a.members(), b.members(), alike)) {
        for (size_t i = 0; i < b.members().size(); ++i)
            compare(Place{.outer = &at, .key = b.members()[i].key()}, a.members()[i].value, b.members()[i].value);
        return;
    }
    const SequenceMatch match = matchMembers(a, b);
    if (nothingMatches(match) && !a.isEmpty()) {
        m_edits.append(JsonEdit::set(at.pointer(), b));
        return;
    }
    if (!isUnchangedOrder(match, a.size()))
        Rearrangement(b, match, 0, at.pointer(), m_edits).run(a, a.size());
    for (size_t i = 0; i < match.size(); ++i) {
        if (match[i] < 0)
            continue;
        const Json::Member &before = a.members()[static_cast<size_t>(match[i])];
        const Json::Member &after = b.members()[i];
        const Place place{.outer = &at, .key = after.key()};
        if (!before.name.isWrittenLike(after.name))
            m_edits.append(JsonEdit::rename(place.pointer(), after.name));
        compare(place, before.value, after.value);
    }
}

void Difference::compareArrays(const Place &at, const Json &a, const Json &b)
{
    auto itemsA = a.items();
    auto itemsB = b.items();
    const auto alike = [](const Json &left, const Json &right) { return left.isWrittenLike(right); };
    const qsizetype same = std::ranges::mismatch(itemsA, itemsB, alike).in1 - itemsA.begin();
    itemsA = itemsA.subspan(static_cast<size_t>(same));
    itemsB = itemsB.subspan(static_cast<size_t>(same));
    while (!itemsA.empty() && !itemsB.empty() && alike(itemsA.back(), itemsB.back())) {
        itemsA = itemsA.first(itemsA.size() - 1);
        itemsB = itemsB.first(itemsB.size() - 1);
    }
    const SequenceMatch match = matchItems(itemsA, itemsB);
    if (nothingMatches(match) && std::ssize(itemsA) == a.size() && !a.isEmpty()) {
        m_edits.append(JsonEdit::set(at.pointer(), b));
        return;
    }
    if (!isUnchangedOrder(match, std::ssize(itemsA)))
        Rearrangement(b, match, same, at.pointer(), m_edits).run(a, std::ssize(itemsA));
    for (size_t i = 0; i < match.size(); ++i) {
        const Place place{.outer = &at, .key = {}, .index = same + static_cast<qsizetype>(i)};
        if (match[i] >= 0)
            compare(place, itemsA[static_cast<size_t>(match[i])], itemsB[i]);
    }
}

} // namespace

JsonEdits diffJson(const Json &a, const Json &b)
{
    Difference difference;
    difference.compare(Place(), a, b);
    return difference.take();
}

} // namespace jackfield
