// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
// model/json/error_codes.md lists every code of an error; this compares the page with the sources, in both directions.
#include "tests/support/test_program.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

namespace jackfield::error_codes_test {

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

/// The codes in a piece of source; what a resource puts its name in front of is "<resource>_code".
QStringList codesIn(const QString &text)
{
    static const QList<QRegularExpression> places = placesOfCodes();
    static const QRegularExpression ofResource(u"\\bconflict\\(\\s*"_s + kCode);
    QStringList codes;
    for (const QRegularExpression &place : places) {
        for (auto it = place.globalMatch(text); it.hasNext();)
            codes << it.next().captured(1);
    }
    for (auto it = ofResource.globalMatch(text); it.hasNext();)
        codes << u"<resource>_"_s + it.next().captured(1);
    codes.sort();
    codes.removeDuplicates();
    return codes;
}

/// The codes that a page lists, each with its meaning.
QStringList codesOn(const QString &page)
{
    static const QRegularExpression line(u"^- `([a-z0-9_<> ]+)`: \\S.*$"_s, QRegularExpression::MultilineOption);
    QStringList codes;
    for (auto it = line.globalMatch(page); it.hasNext();)
        codes << it.next().captured(1);
    return codes;
}

/// "not listed: a, b" and "not used: c", or nothing.
QString differences(const QString &page, const QStringList &used)
{
    QStringList listed = codesOn(page);
    listed.removeAll(u"<phrase of a status>"_s); // HttpResponse::reasonPhrase() knows them
    QStringList unlisted;
    for (const QString &code : used) {
        if (!listed.contains(code))
            unlisted << code;
    }
    QStringList unused;
    for (const QString &code : std::as_const(listed)) {
        if (!used.contains(code))
            unused << code;
    }
    QStringList all;
    if (!unlisted.isEmpty())
        all << u"not listed: "_s + unlisted.join(u", "_s);
    if (!unused.isEmpty())
        all << u"not used: "_s + unused.join(u", "_s);
    return all.join(u'\n');
}

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class ErrorCodesTest : public QObject
{
    Q_OBJECT

private slots:
    void codesAreFoundWhereTheyStand_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("codes");
        QTest::newRow("designated") << u"return Error{.code = \"not_found\"_ba};"_s << u"not_found"_s;
        QTest::newRow("plain") << u"return Error{.code = \"not_found\", .message = m};"_s << u"not_found"_s;
        QTest::newRow("in order") << u"return Error{\"bad\"_ba, m};"_s << u"bad"_s;
        QTest::newRow("made") << u"Error Document::busy()\n{\n    return {\n        \"busy\"_ba, m};\n}"_s << u"busy"_s;
        QTest::newRow("either") << u".code = busy ? \"one\"_ba : \"two\"_ba,"_s << u"one two"_s;
        QTest::newRow("with a status") << u"return ApiError{\n    404, \"gone\"_ba, m};"_s << u"gone"_s;
        QTest::newRow("assigned") << u"error.code = \"late\"_ba;"_s << u"late"_s;
        QTest::newRow("given to a maker") << u"return refusal(\n    \"shut\"_ba, m);"_s << u"shut"_s;
        QTest::newRow("at a place") << u"return jsonErrorAt(source, 0, \"cut\"_ba, m);"_s << u"cut"_s;
        QTest::newRow("of a resource") << u"conflict(\"active\"_ba, m)"_s << u"<resource>_active"_s;
        QTest::newRow("compared") << u"if (error.code == \"gone\")"_s << QString();
        QTest::newRow("a problem's") << u".code = \"dead-end\"_ba"_s << QString();
        QTest::newRow("a member") << u"body[\"code\"], json.set(\"status\", x)"_s << QString();
    }

    void codesAreFoundWhereTheyStand()
    {
        QFETCH(QString, source);
        QFETCH(QString, codes);
        QCOMPARE(codesIn(source).join(u' '), codes);
    }

    void bothDirectionsAreTold()
    {
        const QString page = u"# Codes\n- `one`: the first\n- `two`: the second\n- `three`:\n"_s;
        QCOMPARE(differences(page, {u"one"_s, u"two"_s}), QString());
        QCOMPARE(differences(page, {u"two"_s, u"four"_s}), u"not listed: four\nnot used: one"_s);
    }

    void everyCodeIsListedAndUsed()
    {
        const QString root = QStringLiteral(JACKFIELD_SOURCE_DIR) + u'/';
        QStringList used;
        for (const QString &top : {u"model"_s, u"canvas"_s, u"storage"_s, u"app"_s}) {
            QDirIterator it(root + top, {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
            while (it.hasNext())
                used << codesIn(textOf(it.next()));
        }
        used.sort();
        used.removeDuplicates();
        const QString page = textOf(root + u"model/json/error_codes.md"_s);
        QVERIFY2(codesOn(page).size() > 50, "the page is there");
        QCOMPARE(differences(page, used), QString());
        QStringList listed = codesOn(page);
        QCOMPARE(listed.removeDuplicates(), 0);
    }
};

JACKFIELD_TEST(ErrorCodesTest)

} // namespace jackfield::error_codes_test

#include "error_codes_test.moc"
