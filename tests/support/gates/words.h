// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/result.h"
#include "tests/support/gates/source_tree.h"

#include <QRegularExpression>

namespace jackfield::gates {

/// The words that only some rooms may say; see wordRules().
inline constexpr QStringView kWordsFile = u"tests/arch/words.txt";

/// Words that are not said in some folders, comments included.
struct WordRule
{
    QRegularExpression words;
    QStringList quiet; ///< folders, with those in them
    QStringList besides; ///< folders and files in these that may say the words
    QStringList phrases; ///< in which the words mean something general
};

/// As tests/arch/words.txt says them: `words REGEX` begins a rule, `quiet FOLDERS`, `besides FOLDERS` and `phrase TEXT`
/// add to it; `#` begins a comment. Errors: "invalid_table", with its line.
Result<QList<WordRule>> wordRules(const QString &text);

/// Lines of quiet rooms with such a word, and kinds (folders of resources/kinds) that no rule knows.
Findings strangeWords(const SourceTree &tree);

} // namespace jackfield::gates
