// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/json_reader.h"
#include "model/json/json_writer.h"
#include "tests/support/cpu_timer.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QtTest>

namespace jackfield::json_reader_test {

using namespace Qt::Literals::StringLiterals;

class JsonReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void readsLegalText_data();
    void readsLegalText();
    void refusesWithPlaceAndReason_data();
    void refusesWithPlaceAndReason();
    void refusesEveryCutOffText();
    void refusesWhatLimitsForbid_data();
    void refusesWhatLimitsForbid();
    void skipsByteOrderMarkOfFilesOnly();
    void decodesEscapes_data();
    void decodesEscapes();
    void decodesEscapesAnywhere();
    void refusesHostileDepthQuickly();
    void refusesHostileNumbersQuickly();
    void findsDuplicatesInLargeObjects();
    void recordsPositions();
    void recordsPositionsAfterByteOrderMark();
    void recordsNoPositionsOfRefusedText();
};

void JsonReaderTest::readsLegalText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("written");
    const auto row = [](const char *text, const char *written = nullptr) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(written ? written : text);
    };
    row("null");
    row(" \t\r\n true \t\r\n ", "true");
    row("false");
    row("0");
    row("-0.0e-0");
    row("9223372036854775808");
    row("\"\"");
    row("[]");
    row("{}");
    row(R"({"":0})");
    row(R"([ 1 , [ ] , { "a" : [ { } ] } ])", R"([1,[],{"a":[{}]}])");
    row(R"({"z":1,"a":2,"m":3})");
    row(R"({"__proto__":{"constructor":1},"toString":null})");
    row(R"({"name":1,"Name":2})");
    row("\"\x7f\xc2\x80\xef\xbf\xbf\xf4\x8f\xbf\xbf\"");
    row("\"\\u0000\"");
    row("1.7976931348623157e308");
    row("0.0000000000000000000000000000000000001e340");
    row("1e-99999");
}

void JsonReaderTest::readsLegalText()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, written);
    const auto json = parseJson(text);
    VERIFY_OK(json);
    QCOMPARE(writeJson(*json), written);
}

void JsonReaderTest::refusesWithPlaceAndReason_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("message");
    const auto row
        = [](const char *name, const QByteArray &text, const char *code, int line, int column, const QString &message) {
              QTest::newRow(name) << text << QByteArray(code) << line << column << message;
          };
    const char *invalid = "invalid_json";
    row("empty", "", invalid, 1, 1, u"Expected a value, found the end of the text."_s);
    row("space only", " \n  ", invalid, 2, 3, u"Expected a value, found the end of the text."_s);
    row("missing comma", "{\n  \"a\": 1\n  \"b\": 2\n}", invalid, 3, 3,
        u"Expected ',' or '}' after a member, found '\"'."_s);
    row("missing comma in list", "[1 2]", invalid, 1, 4, u"Expected ',' or ']' after an item, found '2'."_s);
    row("missing colon", "{\"a\" 1}", invalid, 1, 6, u"Expected ':' after the member name, found '1'."_s);
    row("name without quotes", "{a:1}", invalid, 1, 2, u"Expected a member name in double quotes, found 'a'."_s);
    row("single quotes", "{'a':1}", invalid, 1, 2, u"Expected a member name in double quotes, found a single quote."_s);
    row("comma before brace", "{\"a\":1,\n}", invalid, 2, 1,
        u"Expected a member after ',', found '}': remove the comma."_s);
    row("comma before bracket", "[1, ]", invalid, 1, 5, u"Expected a value after ',', found ']': remove the comma."_s);
    row("leading comma", "[,1]", invalid, 1, 2, u"Expected a value, found ','."_s);
    row("text behind", "{} x", invalid, 1, 4, u"Expected nothing more after the value, found 'x'."_s);
    row("second value", "1 2", invalid, 1, 3, u"Expected nothing more after the value, found '2'."_s);
    row("never closed", "{\"a\":[1,", invalid, 1, 9, u"Expected a value, found the end of the text."_s);
    row("literal cut", "[tru]", invalid, 1, 2, u"Expected a value, found 't'."_s);
    row("capital", "[True]", invalid, 1, 2, u"Expected a value, found 'T'."_s);
    row("minus infinity", "[-Infinity]", invalid, 1, 2, u"Expected a value, found '-'."_s);
    row("leading zero", "[01]", invalid, 1, 3, u"Expected ',' or ']' after an item, found '1'."_s);
    row("no fraction", "[1.]", invalid, 1, 4, u"Expected a digit after '.', found ']'."_s);
    row("no exponent", "[1e+]", invalid, 1, 5, u"Expected a digit in the exponent, found ']'."_s);
    row("comment", "[1] // x", invalid, 1, 5, u"Expected nothing more after the value, found '/'."_s);
    row("no-break space", "[\xc2\xa0 1]", invalid, 1, 2, u"Expected a value, found the character U+00A0."_s);
    row("columns count code points", "[\"é\xf0\x9f\x98\x80\" x]", invalid, 1, 7,
        u"Expected ',' or ']' after an item, found 'x'."_s);
    row("open string", "[\n\"abc\\\"]", invalid, 2, 1, u"This string is never closed: expected '\"' at its end."_s);
    row("newline in string", "[\"a\nb\"]", invalid, 1, 4,
        u"The character U+000A must be written as an escape inside a string."_s);
    row("unknown escape", "[\"a\\x\"]", invalid, 1, 4,
        u"'\\' followed by 'x' is no escape of JSON: write '\\\\' for a backslash."_s);
    row("short escape", "[\"\\u12\"]", invalid, 1, 3, u"Expected four hexadecimal digits after '\\u'."_s);
    row("zero byte", QByteArray("[1]\0", 4), invalid, 1, 4, u"A zero byte is not allowed in JSON."_s);
    row("zero byte in string", QByteArray("[\"\0\"]", 5), invalid, 1, 3, u"A zero byte is not allowed in JSON."_s);
    row("zero in key", "{\n \"a\\u0000\":1}", invalid, 2, 2, u"A member name must not contain the character U+0000."_s);
    row("mark", "\xef\xbb\xbf{}", invalid, 1, 1, u"A byte order mark is not allowed here: start with the value."_s);

    const QString twin = u"The object has two members named \"name\"."_s;
    row("duplicate", "{\"name\":1,\n \"name\":2}", "duplicate_key", 2, 2, twin);
    row("duplicate in escapes", R"({"name":1,"\u006eame":2})", "duplicate_key", 1, 11, twin);
    row("duplicate inside", R"([{"x":{"name":1,"b":2,"name":1}}])", "duplicate_key", 1, 23, twin);

    const QString half = u"This escape is half of a surrogate pair: write both halves, or the character itself."_s;
    row("lone low", R"(["ab\udc00"])", "lone_surrogate", 1, 5, half);
    row("lone low after a pair", R"(["\ud83d\ude00\ude00"])", "lone_surrogate", 1, 15, half);
    row("lone low after a backslash", R"(["\\ud83d\udc00"])", "lone_surrogate", 1, 10, half);
    row("lone low in a key", R"({"\uDFFF":1})", "lone_surrogate", 1, 3, half);
    row("lone high", R"(["\ud800"])", "lone_surrogate", 1, 3, half);
    row("high twice", R"(["\ud800\ud800"])", "lone_surrogate", 1, 3, half);
    row("reversed", R"(["\udc00\ud800"])", "lone_surrogate", 1, 9, half);

    const QString number = u"This number is too large: it must fit a double (up to about 1.8e308)."_s;
    row("overflow", "[1e400]", "number_out_of_range", 1, 2, number);
    row("just over", "[1.8e308]", "number_out_of_range", 1, 2, number);
    row("negative overflow", "[1,\n-1e309]", "number_out_of_range", 2, 1, number);
    row("many digits", '[' + QByteArray(400, '9') + ']', "number_out_of_range", 1, 2, number);

    const QString encoding = u"The bytes here are not valid UTF-8: save the text as UTF-8."_s;
    row("latin 1", "[\"caf\xe9\"]", "invalid_utf8", 1, 6, encoding);
    row("overlong", "[\"\xc0\x80\"]", "invalid_utf8", 1, 3, encoding);
    row("overlong of three", "[\"\xe0\x9f\xbf\"]", "invalid_utf8", 1, 3, encoding);
    row("overlong of four", "[\"\xf0\x8f\xbf\xbf\"]", "invalid_utf8", 1, 3, encoding);
    row("surrogate", "[\"\xed\xa0\x80\"]", "invalid_utf8", 1, 3, encoding);
    row("beyond", "[\"\xf4\x90\x80\x80\"]", "invalid_utf8", 1, 3, encoding);
    row("cut character", "[\"\xe2\x82", "invalid_utf8", 1, 3, encoding);
    row("continuation behind", "[]\n\x80", "invalid_utf8", 2, 1, encoding);
    row("UTF-16", QByteArray("\xff\xfe[\0]\0", 6), "invalid_utf8", 1, 1, u"The text is UTF-16: save it as UTF-8."_s);
    row("UTF-32", QByteArray("\xff\xfe\0\0[\0\0\0", 8), "invalid_utf8", 1, 1,
        u"The text is UTF-32: save it as UTF-8."_s);
}

void JsonReaderTest::refusesWithPlaceAndReason()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, code);
    QFETCH(const int, line);
    QFETCH(const int, column);
    QFETCH(const QString, message);
    const auto json = parseJson(text);
    QVERIFY(!json);
    QCOMPARE(json.error().message, message);
    QCOMPARE(json.error().code, code);
    QCOMPARE(json.error().line, line);
    QCOMPARE(json.error().column, column);
}

void JsonReaderTest::refusesEveryCutOffText()
{
    const QByteArray text = R"({"a":[1.5e3,"b\u00e9\n",true,false,null,{"c":{}}],"d":-12})";
    VERIFY_OK(parseJson(text));
    for (qsizetype length = 0; length < text.size(); ++length) {
        const auto json = parseJson(text.first(length));
        QVERIFY2(!json, text.first(length).constData());
        QVERIFY(json.error().line == 1 && json.error().column >= 1 && json.error().column <= length + 1);
    }
}

void JsonReaderTest::refusesWhatLimitsForbid_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("code"); // empty: accepted
    QTest::newRow("at the size") << QByteArray(100, ' ').replace(0, 1, "1") << ""_ba;
    QTest::newRow("over the size") << QByteArray(101, ' ').replace(0, 1, "1") << "too_large"_ba;
    QTest::newRow("at the depth") << "[[{\"a\":1}]]"_ba
                                  << ""_ba;
    QTest::newRow("over the depth") << "[[{\"a\":[]}]]"_ba
                                    << "too_deep"_ba;
    QTest::newRow("at the length") << "[\"1234567890\"]"_ba
                                   << ""_ba;
    QTest::newRow("over the length") << "[\"12345678901\"]"_ba
                                     << "string_too_long"_ba;
    QTest::newRow("length after decoding") << "[\"\\u0031\\u0032\\u0033\\u0034\"]"_ba
                                           << ""_ba;
    QTest::newRow("long key") << "{\"12345678901\":1}"_ba
                              << "string_too_long"_ba;
}

void JsonReaderTest::refusesWhatLimitsForbid()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, code);
    const auto json = parseJson(text, {.maxBytes = 100, .maxDepth = 3, .maxStringBytes = 10});
    QCOMPARE(json ? ""_ba : json.error().code, code);
    if (code == "too_deep")
        QCOMPARE(json.error().column, 8);
}

void JsonReaderTest::skipsByteOrderMarkOfFilesOnly()
{
    VERIFY_OK(parseJson("\xef\xbb\xbf[1]", JsonLimits::forFiles()));
    QVERIFY(!parseJson("\xef\xbb\xbf[1]"));
    const auto twice = parseJson("\xef\xbb\xbf\xef\xbb\xbf[1]", JsonLimits::forFiles());
    QVERIFY(!twice);
    QCOMPARE(twice.error().column, 1);
}

void JsonReaderTest::decodesEscapes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("decoded");
    QTest::newRow("short") << R"("\"\\\/\b\f\n\r\t")"_ba
                           << "\"\\/\b\f\n\r\t"_ba;
    QTest::newRow("two bytes") << R"("\u00E9\u00e9")"_ba
                               << "éé"_ba;
    QTest::newRow("three bytes") << R"("\u20ac")"_ba
                                 << "€"_ba;
    QTest::newRow("pair") << R"("\ud83d\ude00")"_ba
                          << "\xf0\x9f\x98\x80"_ba;
    QTest::newRow("no character") << R"("\uffff")"_ba
                                  << "\xef\xbf\xbf"_ba;
    QTest::newRow("zero") << R"("a\u0000b")"_ba << QByteArray("a\0b", 3);
    QTest::newRow("looks like its spelling") << R"("\"\"")"_ba
                                             << "\"\""_ba;
}

void JsonReaderTest::decodesEscapes()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, decoded);
    const auto json = parseJson(text);
    VERIFY_OK(json);
    QCOMPARE(json->toUtf8(), decoded);
    QCOMPARE(writeJson(*json), text);
}

void JsonReaderTest::decodesEscapesAnywhere()
{
    // The reader looks at eight bytes at a time: an escape, the end and what follows may be anywhere among them.
    for (int before = 0; before < 18; ++before) {
        for (int after = 0; after < 18; ++after) {
            const QByteArray head(before, 'h');
            const QByteArray tail = QByteArray(after, 't') + "\xc3\xa9";
            const auto json = parseJson(
                "{\"" + head + "\\n" + tail + "\":[\"" + head + "\\u0041" + tail + "\",\"" + tail + "\",7]}");
            VERIFY_OK(json);
            const Json &list = (*json)[head + '\n' + tail];
            QCOMPARE(list.size(), 3);
            QCOMPARE(list.at(0).toUtf8(), head + 'A' + tail);
            QCOMPARE(list.at(0).spelling().toByteArray(), head + "\\u0041" + tail);
            QCOMPARE(list.at(1).toUtf8(), tail);
            QCOMPARE(list.at(2).toInteger(), 7);
        }
    }
}

void JsonReaderTest::refusesHostileDepthQuickly()
{
    for (const char *opening : {"[", "{\"a\":", "[{\"a\":"}) {
        const auto json = parseJson(QByteArray(opening).repeated(1'000'000), JsonLimits::forFiles());
        COMPARE_ERROR(json, "too_deep"_ba);
    }
    const QByteArray deepest = QByteArray("[").repeated(512) + QByteArray("]").repeated(512);
    VERIFY_OK(parseJson(deepest, JsonLimits::forFiles()));
    QVERIFY(!parseJson('[' + deepest + ']', JsonLimits::forFiles()));
}

void JsonReaderTest::refusesHostileNumbersQuickly()
{
    const CpuTimer timer;
    QVERIFY(!parseJson(QByteArray(1'000'000, '7')));
    QVERIFY(!parseJson("1e" + QByteArray(1'000'000, '7')));
    VERIFY_OK(parseJson("0." + QByteArray(1'000'000, '7')));
    VERIFY_OK(parseJson("1e-" + QByteArray(1'000'000, '7')));
    QVERIFY(timer.milliseconds() < 2'000);
}

void JsonReaderTest::findsDuplicatesInLargeObjects()
{
    QByteArray text = "{";
    for (int i = 0; i < 20'000; ++i)
        text += "\"key" + QByteArray::number(i) + "\":" + QByteArray::number(i) + ",\n";
    const CpuTimer timer;
    const auto unique = parseJson(text + "\"last\":0}");
    VERIFY_OK(unique);
    QCOMPARE((*unique)["key19999"].toInteger(), 19'999);
    const auto twin = parseJson(text + "  \"key7\":0}");
    QVERIFY(!twin);
    QCOMPARE(twin.error().code, "duplicate_key"_ba);
    QCOMPARE(twin.error().line, 20'001);
    QCOMPARE(twin.error().column, 3);
    QVERIFY(timer.milliseconds() < 1'000);
}

void JsonReaderTest::recordsPositions()
{
    const QByteArray text = "{\n  \"é\": [1, \"x\\n\"],\n  \"a/b\": {\"c\": null, \"d\": true, \"e\": false}\n}\n";
    JsonPositions positions;
    VERIFY_OK(parseJson(text, {}, &positions));
    QStringList lines;
    for (auto at = positions.cbegin(); at != positions.cend(); ++at) {
        const JsonSpan &span = at.value();
        lines.append(u"%1 %2:%3-%4:%5 %6"_s.arg(QString::fromUtf8(at.key().text()))
                         .arg(span.line)
                         .arg(span.column)
                         .arg(span.endLine)
                         .arg(span.endColumn)
                         .arg(QString::fromUtf8(text.sliced(span.begin, span.end - span.begin).simplified())));
    }
    lines.sort();
    const QStringList expected{
        u" 1:1-4:2 { \"é\": [1, \"x\\n\"], \"a/b\": {\"c\": null, \"d\": true, \"e\": false} }"_s,
        u"/a~1b 3:10-3:44 {\"c\": null, \"d\": true, \"e\": false}"_s,
        u"/a~1b/c 3:16-3:20 null"_s,
        u"/a~1b/d 3:27-3:31 true"_s,
        u"/a~1b/e 3:38-3:43 false"_s,
        u"/é 2:8-2:18 [1, \"x\\n\"]"_s,
        u"/é/0 2:9-2:10 1"_s,
        u"/é/1 2:12-2:17 \"x\\n\""_s,
    };
    QCOMPARE(lines.join(u'\n'), expected.join(u'\n'));
}

void JsonReaderTest::recordsPositionsAfterByteOrderMark()
{
    JsonPositions positions;
    VERIFY_OK(parseJson("\xef\xbb\xbf[7]", JsonLimits::forFiles(), &positions));
    const JsonSpan span = positions.value(JsonPointer("/0"));
    QCOMPARE(span.column, 2);
    QCOMPARE(span.begin, 4);
    QCOMPARE(span.end, 5);
}

void JsonReaderTest::recordsNoPositionsOfRefusedText()
{
    JsonPositions positions;
    QVERIFY(!parseJson("[1, 2", {}, &positions));
    QVERIFY(positions.isEmpty());
}

JACKFIELD_TEST(JsonReaderTest)

} // namespace jackfield::json_reader_test

#include "json_reader_test.moc"
