// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

namespace jackfield {

/// Offset of the first byte that is not part of well-formed UTF-8 (overlong forms, surrogates and what lies
/// beyond U+10FFFF are none), -1 when all is well.
qsizetype invalidUtf8At(QByteArrayView text);
/// The number of code points. Requires: a part of well-formed text.
qsizetype codePointCount(QByteArrayView text);

/// Turns growing offsets into lines and columns, looking at each byte once.
class TextCursor
{
public:
    explicit TextCursor(QByteArrayView text) : m_text(text) { }

    /// Requires: not before the place of the last call, not after the end.
    void advanceTo(qsizetype offset);
    int line() const { return m_line; } ///< 1-based
    int column() const { return m_column; } ///< 1-based, in code points

private:
    QByteArrayView m_text;
    qsizetype m_offset = 0;
    int m_line = 1;
    int m_column = 1;
};

} // namespace jackfield
