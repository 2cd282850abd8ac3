// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/json_utf8.h"

#include <algorithm>

namespace jackfield {

namespace {

bool isContinuation(char c)
{
    return (static_cast<uchar>(c) & 0xc0) == 0x80;
}

/// The length of the character at `at`, 0 when it is ill-formed.
qsizetype characterLength(QByteArrayView text, qsizetype at)
{
    const auto lead = static_cast<uchar>(text[at]);
    if (lead < 0x80)
        return 1;
    const qsizetype length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || text.size() - at < length)
        return 0;
    if (!std::all_of(text.begin() + at + 1, text.begin() + at + length, isContinuation))
        return 0;
    const auto second = static_cast<uchar>(text[at + 1]);
    const bool overlong = (lead == 0xe0 && second < 0xa0) || (lead == 0xf0 && second < 0x90);
    const bool surrogate = lead == 0xed && second >= 0xa0;
    const bool beyond = lead == 0xf4 && second >= 0x90;
    return overlong || surrogate || beyond ? 0 : length;
}

} // namespace

qsizetype invalidUtf8At(QByteArrayView text)
{
    if (text.isValidUtf8())
        return -1;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype length = characterLength(text, at);
        if (length == 0)
            return at;
        at += length;
    }
    return -1;
}

qsizetype codePointCount(QByteArrayView text)
{
    return text.size() - std::ranges::count_if(text, isContinuation);
}

void TextCursor::advanceTo(qsizetype offset)
{
    Q_ASSERT(offset >= m_offset && offset <= m_text.size());
    for (; m_offset < offset; ++m_offset) {
        const char c = m_text[m_offset];
        if (c == '\n') {
            ++m_line;
            m_column = 1;
        } else if (!isContinuation(c)) {
            ++m_column;
        }
    }
}

} // namespace jackfield
