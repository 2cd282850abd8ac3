// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/json_reader.h"

namespace jackfield {

JsonStyle detectStyle(QByteArrayView utf8)
{
    JsonStyle style{.indent = 0, .tabs = false, .finalNewline = utf8.endsWith('\n')};
    const QByteArrayView text = utf8.trimmed();
    const qsizetype newline = text.indexOf('\n');
    if (newline < 0)
        return style;
    // The first line inside the outermost container is one level deep.
    qsizetype at = newline + 1;
    while (at < text.size() && (text[at] == '\n' || text[at] == '\r'))
        ++at;
    const qsizetype begin = at;
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t'))
        ++at;
    style.tabs = at > begin && text[begin] == '\t';
    constexpr qsizetype kMaxIndent = 8;
    style.indent = style.tabs ? 1 : static_cast<int>(qBound<qsizetype>(1, at - begin, kMaxIndent));
    return style;
}

} // namespace jackfield
