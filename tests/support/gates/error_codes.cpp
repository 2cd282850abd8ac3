// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/gates/error_codes.h"

#include <QMap>
#include <QRegularExpression>
#include <QSet>

namespace jackfield::gates {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kCode = u"\"([a-z][a-z0-9_]*)\"(?:_ba)?"_s;

/// Where a literal is the code of an error. What makes errors out of a code that it is given is called one of these.
QList<QRegularExpression> placesOfCodes()
{
    const auto at = [](const QString &before) { return QRegularExpression(before + kCode); };
    return {
        at(u"\\.code\\s*=\\s*"_s), // designated, and assigned
        at(u"\\.code\\s*=[^;,\"]*\\?\\s*"_s), // either of two
        at(u"\\.code\\s*=[^;,\"]*\\?\\s*\"\\w+\"(?:_ba)?\\s*:\\s*"_s),
        at(u"\\bError\\s*\\{\\s*"_s),
        at(u"\\bError (?:\\w+::)?\\w+\\([^;{}]*\\)[^;{}]*\\{\\s*return\\s*\\{\\s*"_s), // what a function makes
        at(u"\\{\\s*[45]\\d\\d,\\s*"_s), // of an ApiError, behind its status
        at(u"\\bCodeStatus\\s*\\{\\s*"_s),
        at(u"\\bQByteArray code\\s*=\\s*"_s),
        at(u"\\bkValidation\\[\\]\\s*=\\s*"_s),
        at(u"\\b(?:refusal|problem|refuse)\\(\\s*"_s),
        at(u"\\bjsonErrorAt\\(\\s*(?:[\\w.]+,\\s*)*"_s),
        at(u"\\bcase JsonFault::\\w+:\\s*return\\s+"_s),
    };
}

/// The codes of the list, each with its line.
QMap<QString, int> listedCodes(const SourceTree &tree)
{
    static const QRegularExpression item(u"^- `([a-z0-9_<> ]+)`: \\S"_s);
    QMap<QString, int> codes;
    int number = 0;
    for (const QString &line : tree.lines(kErrorCodesFile.toString())) {
        ++number;
        if (const auto match = item.match(line); match.hasMatch())
            codes.insert(match.captured(1), number);
    }
    codes.remove(u"<phrase of a status>"_s); // HttpResponse::reasonPhrase() knows them
    return codes;
}

} // namespace

QList<UsedCode> errorCodesIn(const QString &text)
{
    static const QList<QRegularExpression> places = placesOfCodes();
    static const QRegularExpression ofResource(u"\\bconflict\\(\\s*"_s + kCode);
    const auto lineAt = [&](qsizetype offset) { return int(QStringView(text).left(offset).count(u'\n')) + 1; };
    QList<UsedCode> codes;
    for (const QRegularExpression &place : places) {
        for (auto it = place.globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            codes.append({match.captured(1), lineAt(match.capturedStart(1))});
        }
    }
    for (auto it = ofResource.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        codes.append({u"<resource>_"_s + match.captured(1), lineAt(match.capturedStart(1))});
    }
    return codes;
}

Findings unlistedErrorCodes(const SourceTree &tree)
{
    const QMap<QString, int> listed = listedCodes(tree);
    QSet<QString> used;
    Findings findings;
    for (const QString &file : tree.sources()) {
        for (const auto &[code, line] : errorCodesIn(tree.text(file))) {
            if (!listed.contains(code) && !used.contains(code))
                findings.append(
                    {file, line, u"the error code '%1' is not listed in %2"_s.arg(code, kErrorCodesFile.toString())});
            used.insert(code);
        }
    }
    for (auto it = listed.cbegin(); it != listed.cend(); ++it) {
        if (!used.contains(it.key()))
            findings.append({kErrorCodesFile.toString(), it.value(), u"no source gives the code '%1'"_s.arg(it.key())});
    }
    return findings;
}

} // namespace jackfield::gates
