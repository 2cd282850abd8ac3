// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/console/cuid.h"

#include <algorithm>

namespace jackfield::console {

namespace {

constexpr QByteArrayView kUlidDigits("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
constexpr QByteArrayView kDigits("0123456789abcdefghijklmnopqrstuvwxyz");
constexpr QByteArrayView kPrefix("cm");
constexpr qsizetype kTimeDigits = 9;
constexpr qsizetype kHalfDigits = 7;

/// `digits` of base 32 as exactly `width` of base 36. The width is wide enough, or the front is lost.
QByteArray rewritten(QByteArrayView digits, qsizetype width)
{
    quint64 value = 0;
    for (const char digit : digits)
        value = value << 5 | quint64(kUlidDigits.indexOf(digit));
    QByteArray text(width, '0');
    for (qsizetype at = width - 1; at >= 0; --at, value /= 36)
        text[at] = kDigits.at(qsizetype(value % 36));
    return text;
}

} // namespace

QByteArray cuidFromUlid(QByteArrayView ulid)
{
    // Halves of 35 bits each fit seven digits, so that nothing has to be carried from one to the other.
    return kPrefix.toByteArray() + rewritten(ulid.first(10), kTimeDigits) + rewritten(ulid.sliced(12, 7), kHalfDigits)
        + rewritten(ulid.sliced(19, 7), kHalfDigits);
}

bool isCuid(QByteArrayView text)
{
    return text.size() == kPrefix.size() + kTimeDigits + 2 * kHalfDigits && text.startsWith(kPrefix)
        && std::ranges::all_of(text, [](char c) { return kDigits.contains(c); });
}

} // namespace jackfield::console
