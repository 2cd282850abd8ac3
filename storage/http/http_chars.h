// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace jackfield {

/// RFC 9110 tchar: what methods and header names are made of.
constexpr bool isTokenChar(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
        || (c != 0 && QByteArrayView("!#$%&'*+-.^_`|~").contains(c));
}

constexpr bool isControlChar(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

/// ASCII only, whatever the locale.
inline QByteArray asciiLower(QByteArrayView text)
{
    QByteArray lower(text.size(), Qt::Uninitialized);
    char *out = lower.data();
    for (const char c : text)
        *out++ = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    return lower;
}

} // namespace jackfield
