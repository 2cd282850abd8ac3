// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/gates/words.h"

#include <algorithm>

namespace jackfield::gates {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isBelow(const QString &file, const QStringList &folders)
{
    return std::ranges::any_of(
        folders, [&](const QString &folder) { return file == folder || file.startsWith(folder + u'/'); });
}

Findings strangeLines(const SourceTree &tree, const QString &file, const WordRule &rule)
{
    Findings findings;
    int number = 0;
    for (QString line : tree.lines(file)) {
        ++number;
        for (const QString &phrase : rule.phrases)
            line.replace(phrase, QString(), Qt::CaseInsensitive);
        if (const auto found = rule.words.match(line); found.hasMatch())
            findings.append(
                {file, number, u"'%1' is a word of other rooms: %2"_s.arg(found.captured(), line.trimmed())});
    }
    return findings;
}

} // namespace

Result<QList<WordRule>> wordRules(const QString &text)
{
    QList<WordRule> rules;
    int number = 0;
    for (const QString &whole : text.split(u'\n')) {
        ++number;
        const QString line = whole.left(whole.indexOf(u'#')).simplified();
        if (line.isEmpty())
            continue;
        const QString statement = line.section(u' ', 0, 0);
        const QString rest = line.section(u' ', 1);
        if (statement == u"words"_s)
            rules.append({QRegularExpression(rest, QRegularExpression::CaseInsensitiveOption), {}, {}, {}});
        else if (rules.isEmpty() || rest.isEmpty())
            return Error{.code = "invalid_table"_ba, .message = u"A rule begins with: words REGEX."_s, .line = number};
        else if (statement == u"quiet"_s)
            rules.last().quiet += rest.split(u' ');
        else if (statement == u"besides"_s)
            rules.last().besides += rest.split(u' ');
        else if (statement == u"phrase"_s)
            rules.last().phrases << rest;
        else
            return Error{
                .code = "invalid_table"_ba, .message = u"'%1' begins no line."_s.arg(statement), .line = number};
    }
    return rules;
}

Findings strangeWords(const SourceTree &tree)
{
    const QString listFile = kWordsFile.toString();
    const Result<QList<WordRule>> rules = wordRules(tree.text(listFile));
    if (!rules)
        return {{listFile, rules.error().line, rules.error().message}};
    Findings findings;
    for (const WordRule &rule : *rules) {
        if (!rule.words.isValid())
            return {{listFile, 0, rule.words.errorString()}};
        for (const QString &file : tree.sources()) {
            if (isBelow(file, rule.quiet) && !isBelow(file, rule.besides))
                findings += strangeLines(tree, file, rule);
        }
    }
    for (const QString &catalog : tree.files({u"resources/kinds"_s}, {u"catalog.json"_s})) {
        const QString kind = catalog.section(u'/', -2, -2);
        if (std::ranges::none_of(*rules, [&](const WordRule &rule) { return rule.words.match(kind).hasMatch(); }))
            findings.append({listFile, 0, u"no rule knows the kind %1"_s.arg(kind)});
    }
    return findings;
}

} // namespace jackfield::gates
