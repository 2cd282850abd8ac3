// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>

#include <cstring>

namespace jackfield {

/// Hash of a short text, several times faster than the general one: a graph of ten thousand nodes looks up names a
/// hundred thousand times. Folded multiplication with QHash's secret seed, so that names from a file cannot be made to
/// collide.
inline size_t hashName(QByteArrayView name, size_t seed)
{
    __extension__ using Wide = unsigned __int128;
    const auto mix = [](quint64 a, quint64 b) {
        const Wide product = Wide(a) * b;
        return quint64(product) ^ quint64(product >> 64);
    };
    constexpr quint64 kFirst = 0x9e3779b97f4a7c15u;
    constexpr quint64 kSecond = 0xd6e8feb86659fd93u;
    const char *at = name.data();
    qsizetype left = name.size();
    quint64 hash = mix(seed ^ kFirst, quint64(left) ^ kSecond);
    quint64 word = 0;
    for (; left >= 8; at += 8, left -= 8) {
        std::memcpy(&word, at, 8);
        hash = mix(hash ^ word, seed ^ kSecond);
    }
    if (left > 0) {
        word = 0;
        std::memcpy(&word, at, size_t(left));
        hash = mix(hash ^ word, seed ^ kFirst);
    }
    return size_t(hash);
}

/// A name that cannot be mistaken for another kind of name. UTF-8; empty = none.
template <typename Tag> struct Id
{
    QByteArray utf8;

    Id() = default;
    explicit Id(QByteArray text) : utf8(std::move(text)) { }
    bool isEmpty() const { return utf8.isEmpty(); }
    QString toString() const { return QString::fromUtf8(utf8); }

    friend auto operator<=>(const Id &, const Id &) = default;
    /// Lookups in a flow end here a hundred thousand times: names of one file mostly share their bytes.
    friend bool operator==(const Id &a, const Id &b)
    {
        const qsizetype size = a.utf8.size();
        return size == b.utf8.size()
            && (a.utf8.constData() == b.utf8.constData()
                || std::memcmp(a.utf8.constData(), b.utf8.constData(), size_t(size)) == 0);
    }
    friend size_t qHash(const Id &id, size_t seed = 0) { return hashName(id.utf8, seed); }
};

using NodeId = Id<struct NodeTag>; ///< within one graph
using EdgeId = Id<struct EdgeTag>; ///< within one graph
using FlowId = Id<struct FlowTag>; ///< of a stored flow: a ULID without prefix, or what its API uses
using WorkspaceId = Id<struct WorkspaceTag>;

} // namespace jackfield
