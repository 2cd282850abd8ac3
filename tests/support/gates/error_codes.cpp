// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/gates/error_codes.h"

#include <QMap>
#include <QRegularExpression>
#include <QSet>

namespace jackfield::gates {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The codes of a list, each with its line.
QMap<QString, int> listedCodes(const SourceTree &tree)
{
    static const QRegularExpression item(u"^[|*-] *`([a-z0-9_]+)`"_s);
    QMap<QString, int> codes;
    int number = 0;
    for (const QString &line : tree.lines(kErrorCodesFile.toString())) {
        ++number;
        if (const auto match = item.match(line); match.hasMatch() && !codes.contains(match.captured(1)))
            codes.insert(match.captured(1), number);
    }
    return codes;
}

int lineAt(const QString &text, qsizetype offset)
{
    return int(QStringView(text).left(offset).count(u'\n')) + 1;
}

} // namespace

Findings unlistedErrorCodes(const SourceTree &tree)
{
    // Over line ends: a call that does not fit has its code on the next line.
    static const QRegularExpression given(
        u"(?:\\bcode\\s*=\\s*|\\bError\\s*\\{\\s*)\"(?<a>[a-z0-9_]+)\"|\"(?<b>[a-z0-9]+(?:_[a-z0-9]+)+)\"_ba,\\s*u\""_s);
    static const QRegularExpression word(u"\"([a-z0-9_]+)\""_s);
    const QMap<QString, int> listed = listedCodes(tree);
    Findings findings;
    QSet<QString> spelled;
    for (const QString &file : tree.sources()) {
        const QString text = tree.text(file);
        for (auto it = word.globalMatch(text); it.hasNext();)
            spelled.insert(it.next().captured(1));
        for (auto it = given.globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            const QString code = match.captured(u"a"_s) + match.captured(u"b"_s);
            if (!listed.contains(code))
                findings.append(
                    {file, lineAt(text, match.capturedStart()),
                     u"the error code '%1' is not listed in %2"_s.arg(code, kErrorCodesFile.toString())});
        }
    }
    for (auto it = listed.cbegin(); it != listed.cend(); ++it) {
        if (!spelled.contains(it.key()))
            findings.append({kErrorCodesFile.toString(), it.value(), u"no source gives the code '%1'"_s.arg(it.key())});
    }
    return findings;
}

} // namespace jackfield::gates
