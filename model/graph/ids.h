// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>

namespace jackfield {

/// A name that cannot be mistaken for another kind of name. UTF-8; empty = none.
template <typename Tag>
struct Id
{
    QByteArray utf8;

    Id() = default;
    explicit Id(QByteArray text) :
        utf8(std::move(text)) { }
    bool isEmpty() const { return utf8.isEmpty(); }
    QString toString() const { return QString::fromUtf8(utf8); }

    friend auto operator<=>(const Id &, const Id &) = default;
    friend bool operator==(const Id &, const Id &) = default;
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.utf8, seed); }
};

using NodeId = Id<struct NodeTag>; ///< within one graph
using EdgeId = Id<struct EdgeTag>; ///< within one graph
using FlowId = Id<struct FlowTag>; ///< of a stored flow: a ULID without prefix, or what its API uses
using WorkspaceId = Id<struct WorkspaceTag>;

} // namespace jackfield
