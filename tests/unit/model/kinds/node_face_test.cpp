// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/json_reader.h"
#include "model/kinds/shared/node_face.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QTest>

namespace jackfield::node_face_test {

using namespace Qt::Literals::StringLiterals;

class NodeFaceTest : public QObject
{
    Q_OBJECT

private slots:
    void aValueIsShownAsOneLine_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << R"("Hello, what can I do?")"_ba << u"Hello, what can I do?"_s;
        QTest::newRow("one letter") << R"("x")"_ba << u"x"_s;
        QTest::newRow("empty") << R"("")"_ba << QString();
        QTest::newRow("a space") << R"(" ")"_ba << QString();
        QTest::newRow("space in front") << R"(" a")"_ba << u"a"_s;
        QTest::newRow("space behind") << R"("a ")"_ba << u"a"_s;
        QTest::newRow("two spaces inside") << R"("a  b")"_ba << u"a b"_s;
        QTest::newRow("line break and tab") << R"("a\n\tb\n")"_ba << u"a b"_s;
        QTest::newRow("control character that is no space") << R"("a\u0001b")"_ba << u"a\u0001b"_s;
        QTest::newRow("other letters") << R"("Zürich – ok")"_ba << u"Zürich – ok"_s;
        QTest::newRow("no-break space") << R"("a\u00a0\u00a0b")"_ba << u"a b"_s;
        QTest::newRow("number") << "1.50"_ba << u"1.50"_s;
        QTest::newRow("list") << R"(["A"," B ",{},3])"_ba << u"A, B, 3"_s;
        QTest::newRow("object") << R"({"a":1})"_ba << QString();
        QTest::newRow("as long as may be") << '"' + QByteArray(240, 'x') + '"' << QString(240, u'x');
        QTest::newRow("longer") << '"' + QByteArray(241, 'x') + '"' << QString(240, u'x');
        QTest::newRow("cut behind white space")
            << '"' + QByteArray(238, 'x') + "  yz\"" << QString(238, u'x') + u" y"_s;
    }
    void aValueIsShownAsOneLine()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QString, shown);
        const Result<Json> value = parseJson(json);
        VERIFY_OK(value);
        QCOMPARE(shownText(*value), shown);
    }
};

JACKFIELD_TEST(NodeFaceTest)

} // namespace jackfield::node_face_test

#include "node_face_test.moc"
