// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/widgets/json_highlighter.h"

namespace jackfield {

void JsonHighlighter::setTheme(const Theme &theme)
{
    m_key = theme.family(Family::Say);
    m_text = theme.family(Family::Entry);
    m_number = theme.family(Family::Decide);
    m_word = theme.family(Family::HandOver);
    rehighlight();
}

void JsonHighlighter::highlightBlock(const QString &text)
{
    // JSON strings never span lines, so a line can be coloured on its own.
    for (qsizetype i = 0; i < text.size();) {
        const QChar c = text[i];
        const qsizetype begin = i;
        if (c == u'"') {
            for (++i; i < text.size() && text[i] != u'"'; ++i) {
                if (text[i] == u'\\')
                    ++i;
            }
            i = qMin(i + 1, text.size());
            qsizetype next = i;
            while (next < text.size() && text[next].isSpace())
                ++next;
            const bool isKey = next < text.size() && text[next] == u':';
            setFormat(int(begin), int(i - begin), isKey ? m_key : m_text);
        } else if (c.isDigit() || c == u'-') {
            while (i < text.size()
                   && (text[i].isLetterOrNumber() || text[i] == u'.' || text[i] == u'-' || text[i] == u'+'))
                ++i;
            setFormat(int(begin), int(i - begin), m_number);
        } else if (c.isLetter()) {
            while (i < text.size() && text[i].isLetter())
                ++i;
            setFormat(int(begin), int(i - begin), m_word);
        } else {
            ++i;
        }
    }
}

} // namespace jackfield
