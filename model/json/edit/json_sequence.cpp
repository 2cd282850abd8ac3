// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/edit/json_sequence.h"

#include "model/json/json_writer.h"

#include <QHash>

#include <algorithm>
#include <unordered_map>

namespace jackfield {

namespace {

/// What tells an item from its neighbours: the text of its id, and whether that is a number (1 is not "1").
struct Identity
{
    QByteArrayView text;
    bool number = false;

    friend bool operator==(const Identity &, const Identity &) = default;
    friend size_t qHash(const Identity &identity, size_t seed = 0)
    {
        return qHash(identity.text, seed) ^ (identity.number ? 1U : 0U);
    }
};
using Identities = QHash<Identity, qsizetype>;

/// Position by identity; nullopt unless every item has one of its own.
std::optional<Identities> identitiesOf(std::span<const Json> items, QByteArrayView key)
{
    Identities found;
    found.reserve(std::ssize(items));
    for (const Json &item : items) {
        const Json &id = item[key];
        if (!id.isString() && !id.isNumber())
            return std::nullopt;
        found.insert({id.isNumber() ? id.numberText() : id.utf8(), id.isNumber()}, found.size());
    }
    if (found.size() != std::ssize(items))
        return std::nullopt;
    return found;
}

std::optional<SequenceMatch> matchByIdentity(std::span<const Json> a, std::span<const Json> b)
{
    for (const QByteArrayView key :
         {QByteArrayView("id"), QByteArrayView("_id"), QByteArrayView("key"), QByteArrayView("name")}) {
        const auto before = identitiesOf(a, key);
        const auto after = before ? identitiesOf(b, key) : std::nullopt;
        if (!after)
            continue;
        SequenceMatch match(b.size(), -1);
        for (auto at = after->cbegin(); at != after->cend(); ++at)
            match[static_cast<size_t>(at.value())] = before->value(at.key(), -1);
        return match;
    }
    return std::nullopt;
}

/// Gives items that are written alike the same number, counted from 0.
class ContentClasses
{
public:
    std::vector<size_t> of(std::span<const Json> items)
    {
        std::vector<size_t> classes;
        classes.reserve(items.size());
        for (const Json &item : items) {
            const size_t next = m_numbers.size();
            classes.push_back(m_numbers.try_emplace(writeJson(item), next).first->second);
        }
        return classes;
    }
    size_t count() const { return m_numbers.size(); }

private:
    struct Hash
    {
        size_t operator()(const QByteArray &content) const { return qHash(content); }
    };
    std::unordered_map<QByteArray, size_t, Hash> m_numbers;
};

/// Position of each class that occurs once, -1 for the others.
std::vector<qsizetype> positionsOfUnique(const std::vector<size_t> &classes, size_t count)
{
    constexpr qsizetype kNever = -2;
    std::vector<qsizetype> positions(count, kNever);
    for (size_t i = 0; i < classes.size(); ++i)
        positions[classes[i]] = positions[classes[i]] == kNever ? static_cast<qsizetype>(i) : -1;
    std::ranges::replace(positions, kNever, -1);
    return positions;
}

struct Range
{
    qsizetype begin = 0;
    qsizetype end = 0;

    bool isEmpty() const { return begin >= end; }
};

/// Pairs what lies between two anchors: equal ends first, then one by one.
void matchGap(
    Range a, Range b, const std::vector<size_t> &classesA, const std::vector<size_t> &classesB, SequenceMatch &match)
{
    const auto same = [&](qsizetype i, qsizetype j) {
        return classesA[static_cast<size_t>(i)] == classesB[static_cast<size_t>(j)];
    };
    for (; !a.isEmpty() && !b.isEmpty() && same(a.begin, b.begin); ++a.begin, ++b.begin)
        match[static_cast<size_t>(b.begin)] = a.begin;
    for (; !a.isEmpty() && !b.isEmpty() && same(a.end - 1, b.end - 1); --a.end, --b.end)
        match[static_cast<size_t>(b.end - 1)] = a.end - 1;
    for (; !a.isEmpty() && !b.isEmpty(); ++a.begin, ++b.begin)
        match[static_cast<size_t>(b.begin)] = a.begin;
}

/// Items whose content occurs once on each side are the anchors, as far as they stand in the same order.
SequenceMatch matchByContent(std::span<const Json> a, std::span<const Json> b)
{
    ContentClasses contents;
    const auto classesA = contents.of(a);
    const auto classesB = contents.of(b);
    const auto uniqueA = positionsOfUnique(classesA, contents.count());
    const auto uniqueB = positionsOfUnique(classesB, contents.count());
    SequenceMatch match(b.size(), -1);
    for (size_t i = 0; i < b.size(); ++i) {
        if (uniqueB[classesB[i]] >= 0)
            match[i] = uniqueA[classesB[i]];
    }
    const auto anchored = longestRisingPart(match);
    Range gapA;
    Range gapB;
    for (size_t i = 0; i <= b.size(); ++i) {
        if (i < b.size() && !anchored[i]) {
            match[i] = -1;
            continue;
        }
        gapA.end = i < b.size() ? match[i] : std::ssize(a);
        gapB.end = static_cast<qsizetype>(i);
        matchGap(gapA, gapB, classesA, classesB, match);
        gapA.begin = gapA.end + 1;
        gapB.begin = gapB.end + 1;
    }
    return match;
}

} // namespace

std::vector<bool> longestRisingPart(const std::vector<qsizetype> &values)
{
    constexpr size_t kNone = static_cast<size_t>(-1);
    std::vector<size_t> tails; // tails[k] ends the rising part of length k + 1 with the smallest last value
    std::vector<size_t> previous(values.size(), kNone);
    for (size_t i = 0; i < values.size(); ++i) {
        if (values[i] < 0)
            continue;
        const auto at = std::ranges::lower_bound(tails, values[i], {}, [&values](size_t tail) { return values[tail]; });
        if (at != tails.begin())
            previous[i] = *(at - 1);
        if (at == tails.end())
            tails.push_back(i);
        else
            *at = i;
    }
    std::vector<bool> part(values.size(), false);
    for (size_t i = tails.empty() ? kNone : tails.back(); i != kNone; i = previous[i])
        part[i] = true;
    return part;
}

SequenceMatch matchMembers(const Json &a, const Json &b)
{
    SequenceMatch match;
    match.reserve(static_cast<size_t>(b.size()));
    const auto before = a.members();
    for (const Json::Member &entry : b.members()) {
        // Mostly the order is the same, and no search is needed.
        const size_t same = match.size();
        const bool inPlace = same < before.size() && before[same].name == entry.name;
        match.push_back(inPlace ? static_cast<qsizetype>(same) : a.indexOf(entry.key()));
    }
    return match;
}

SequenceMatch matchItems(std::span<const Json> a, std::span<const Json> b)
{
    if (auto match = matchByIdentity(a, b))
        return *std::move(match);
    return matchByContent(a, b);
}

} // namespace jackfield
