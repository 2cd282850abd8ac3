// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/json.h"
#include "model/json/result.h"

#include <QByteArray>
#include <QList>

#include <compare>

namespace jackfield {

/// RFC 6901 pointer: one place in a document. Holds the escaped text; "" is the whole document.
class JsonPointer
{
public:
    JsonPointer() = default;
    /// Requires: empty or starting with "/", "~" only as "~0" and "~1". Text from outside goes through parse().
    explicit JsonPointer(QByteArray text) : m_text(std::move(text)) { }
    static Result<JsonPointer> parse(QByteArrayView text);

    const QByteArray &text() const { return m_text; }
    bool isRoot() const { return m_text.isEmpty(); }
    JsonPointer child(QByteArrayView key) const;
    JsonPointer child(qsizetype index) const;
    JsonPointer parent() const; ///< Requires: not the root
    QByteArray lastKey() const; ///< unescaped; Requires: not the root
    QList<QByteArray> keys() const; ///< unescaped, from the outside in
    /// This place or one inside it.
    bool contains(const JsonPointer &other) const;

    /// The value at this place in `document`, nullptr when there is none.
    const Json *in(const Json &document) const;

    friend std::strong_ordering operator<=>(const JsonPointer &a, const JsonPointer &b)
    {
        return a.m_text.compare(b.m_text) <=> 0;
    }
    friend bool operator==(const JsonPointer &, const JsonPointer &) = default;
    friend size_t qHash(const JsonPointer &pointer, size_t seed = 0) { return qHash(pointer.m_text, seed); }

private:
    QByteArray m_text;
};

/// The index that an array key spells ("0", "12"), -1 when it is none ("-", "01", "x").
qsizetype arrayIndex(QByteArrayView key);

} // namespace jackfield
