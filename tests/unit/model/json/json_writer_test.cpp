// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/json_output.h"
#include "model/json/json_reader.h"
#include "model/json/json_writer.h"
#include "tests/support/test_program.h"

#include <QtTest>

namespace jackfield::json_writer_test {

using namespace Qt::Literals::StringLiterals;

class JsonWriterTest : public QObject
{
    Q_OBJECT

private slots:
    void escapesShortest_data();
    void escapesShortest();
    void escapesAtEveryPosition();
    void writesLayouts_data();
    void writesLayouts();
    void detectsTheLayoutThatItWrites_data() { writesLayouts_data(); }
    void detectsTheLayoutThatItWrites();
    void detectsLayoutsOfOthers_data();
    void detectsLayoutsOfOthers();
    void keepsSpellingAndNumbers_data();
    void keepsSpellingAndNumbers();
    void outputTakesPiecesOfAnySize();
};

void JsonWriterTest::escapesShortest_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("escaped");
    QTest::newRow("plain") << "plain / é \xf0\x9f\x98\x80"_ba
                           << "plain / é \xf0\x9f\x98\x80"_ba;
    QTest::newRow("quote") << "\"\\"_ba
                           << R"(\"\\)"_ba;
    QTest::newRow("short") << "\b\f\n\r\t"_ba
                           << R"(\b\f\n\r\t)"_ba;
    QTest::newRow("control") << QByteArray("\0\x01\x1f\x7f", 4) << QByteArray(R"(\u0000\u0001\u001f)") + "\x7f";
    QTest::newRow("line separator") << "\xe2\x80\xa8"_ba
                                    << "\xe2\x80\xa8"_ba;
    QTest::newRow("empty") << ""_ba
                           << ""_ba;
}

void JsonWriterTest::escapesShortest()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, escaped);
    QCOMPARE(escapedJsonString(text), escaped);
    QCOMPARE(writeJson(Json::string(text)), '"' + escaped + '"');
}

void JsonWriterTest::escapesAtEveryPosition()
{
    // The search for what to escape looks at eight bytes at a time.
    for (int code = 0; code < 128; ++code) {
        const QByteArray single = escapedJsonString(QByteArray(1, char(code)));
        for (int position = 0; position < 20; ++position) {
            QByteArray text(20, char(0xc3));
            text[position] = char(code);
            const QByteArray expected
                = QByteArray(position, char(0xc3)) + single + QByteArray(19 - position, char(0xc3));
            QCOMPARE(escapedJsonString(text), expected);
        }
    }
}

void JsonWriterTest::writesLayouts_data()
{
    QTest::addColumn<int>("indent");
    QTest::addColumn<bool>("tabs");
    QTest::addColumn<bool>("newline");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("compact") << 0 << false << false << R"({"a":[1,{"b":[]}],"c":{}})"_ba;
    QTest::newRow("compact, newline") << 0 << false << true << "{\"a\":[1,{\"b\":[]}],\"c\":{}}\n"_ba;
    QTest::newRow("two") << 2 << false << true
                         << "{\n  \"a\": [\n    1,\n    {\n      \"b\": []\n    }\n  ],\n  \"c\": {}\n}\n"_ba;
    QTest::newRow("four")
        << 4 << false << false
        << "{\n    \"a\": [\n        1,\n        {\n            \"b\": []\n        }\n    ],\n    \"c\": {}\n}"_ba;
    QTest::newRow("tabs") << 1 << true << true
                          << "{\n\t\"a\": [\n\t\t1,\n\t\t{\n\t\t\t\"b\": []\n\t\t}\n\t],\n\t\"c\": {}\n}\n"_ba;
}

void JsonWriterTest::writesLayouts()
{
    QFETCH(const int, indent);
    QFETCH(const bool, tabs);
    QFETCH(const bool, newline);
    QFETCH(const QByteArray, text);
    const Json value = *parseJson(R"( {"a" : [ 1, {"b":[ ]} ],"c":{ } } )");
    QCOMPARE(writeJson(value, {.indent = indent, .tabs = tabs, .finalNewline = newline}), text);
}

void JsonWriterTest::detectsTheLayoutThatItWrites()
{
    QFETCH(const QByteArray, text);
    QCOMPARE(writeJson(*parseJson(text), detectStyle(text)), text);
}

void JsonWriterTest::detectsLayoutsOfOthers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("indent");
    QTest::addColumn<bool>("tabs");
    QTest::addColumn<bool>("newline");
    QTest::newRow("nothing") << ""_ba << 0 << false << false;
    QTest::newRow("windows lines") << "{\r\n   \"a\": 1\r\n}\r\n"_ba << 3 << false << true;
    QTest::newRow("blank line first") << "[\n\n  1\n]"_ba << 2 << false << false;
    QTest::newRow("not indented") << "{\n\"a\": 1\n}"_ba << 1 << false << false;
    QTest::newRow("absurd") << "{\n                        \"a\": 1\n}"_ba << 8 << false << false;
}

void JsonWriterTest::detectsLayoutsOfOthers()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, indent);
    QFETCH(const bool, tabs);
    QFETCH(const bool, newline);
    const JsonStyle style = detectStyle(text);
    QCOMPARE(style.indent, indent);
    QCOMPARE(style.tabs, tabs);
    QCOMPARE(style.finalNewline, newline);
}

void JsonWriterTest::keepsSpellingAndNumbers_data()
{
    QTest::addColumn<QByteArray>("text");
    const char *rows[]
        = {R"("\u00e9")",
           R"("\/")",
           R"("\u002F")",
           R"("\ud83d\ude00")",
           R"("\u0022\"")",
           R"({"\u0061":1})",
           R"("\u000a")",
           R"("\n")",
           "1.0",
           "1E5",
           "-0",
           "-0.0",
           "0.10",
           "1e-400",
           "123456789012345678901234567890"};
    for (const char *row : rows)
        QTest::newRow(row) << QByteArray(row);
}

void JsonWriterTest::keepsSpellingAndNumbers()
{
    QFETCH(const QByteArray, text);
    QCOMPARE(writeJson(*parseJson(text)), text);
}

void JsonWriterTest::outputTakesPiecesOfAnySize()
{
    // Room grows at some piece in between; all of them have to be there afterwards, in order.
    JsonOutput output;
    QByteArray expected;
    for (int size = 0; size < 300; ++size) {
        const Json text = Json::string(QByteArray(size, size % 7 == 0 ? '"' : 'x'));
        output.add(text);
        output.add(',');
        output.addEscaped("a\n");
        output.add(QByteArrayView("--"));
        output.addRepeated(' ', size % 5);
        expected += writeJson(text) + R"(,a\n--)" + QByteArray(size % 5, ' ');
    }
    QCOMPARE(output.take(), expected);
    QCOMPARE(JsonOutput().take(), QByteArray());
}

JACKFIELD_TEST(JsonWriterTest)

} // namespace jackfield::json_writer_test

#include "json_writer_test.moc"
