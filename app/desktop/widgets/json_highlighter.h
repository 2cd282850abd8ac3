// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/scene/theme.h"

#include <QSyntaxHighlighter>

namespace jackfield {

/// Colours JSON text: keys, texts, numbers, words.
class JsonHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

    void setTheme(const Theme &theme);

protected:
    void highlightBlock(const QString &text) override;

private:
    QColor m_key;
    QColor m_text;
    QColor m_number;
    QColor m_word;
};

} // namespace jackfield
