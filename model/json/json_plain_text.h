// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <bit>
#include <cstring>

namespace jackfield {

/// Whether a JSON string has to escape it: a quote, a backslash, a control character.
inline bool isToEscape(char c)
{
    return c == '"' || c == '\\' || static_cast<uchar>(c) < 0x20;
}

/// How many of the eight bytes at `at` come before the first that is to be escaped; 8 when none is.
inline qsizetype plainOfEight(const char *at)
{
    if constexpr (std::endian::native == std::endian::little) {
        // The high bit of a byte gets set where it is to be escaped. Behind the first such byte some may be wrong.
        constexpr quint64 kOnes = 0x0101010101010101U;
        constexpr quint64 kHighs = 0x8080808080808080U;
        quint64 word = 0;
        std::memcpy(&word, at, sizeof word);
        const quint64 quote = word ^ (kOnes * '"');
        const quint64 backslash = word ^ (kOnes * '\\');
        const quint64 hits
            = (((quote - kOnes) & ~quote) | ((backslash - kOnes) & ~backslash) | ((word - kOnes * 0x20U) & ~word))
            & kHighs;
        return std::countr_zero(hits) / 8;
    }
    qsizetype plain = 0;
    while (plain < 8 && !isToEscape(at[plain]))
        ++plain;
    return plain;
}

} // namespace jackfield
