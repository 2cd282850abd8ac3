// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
// How the gate of the error codes knows them; the gate itself is one of layers_test.
#include "tests/support/gates/error_codes.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace jackfield::error_codes_test {

using namespace Qt::Literals::StringLiterals;

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
        QStringList found;
        for (const gates::UsedCode &used : gates::errorCodesIn(source))
            found << used.code;
        found.sort();
        found.removeDuplicates();
        QTEST(found.join(u' '), "codes");
    }
};

JACKFIELD_TEST(ErrorCodesTest)

} // namespace jackfield::error_codes_test

#include "error_codes_test.moc"
