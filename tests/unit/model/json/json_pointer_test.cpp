// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/json_pointer.h"
#include "model/json/json_reader.h"
#include "model/json/json_writer.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QtTest>

namespace jackfield::json_pointer_test {

using namespace Qt::Literals::StringLiterals;

class JsonPointerTest : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatTheStandardSays_data();
    void findsWhatTheStandardSays();
    void findsNothing_data();
    void findsNothing();
    void refusesMalformedText_data();
    void refusesMalformedText();
    void childAndParentAreInverse_data();
    void childAndParentAreInverse();
    void containsItselfAndWhatIsInside();
    void ordersAndHashesByText();
    void readsArrayIndexes_data();
    void readsArrayIndexes();
};

namespace {

/// The document of RFC 6901, section 5, and one list of objects.
Json sample()
{
    return *parseJson(R"({"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\j":5,"k\"l":6," ":7,"m~n":8,)"
                      R"("list":[{"x":1},{"x":2}],"text":"t"})");
}

} // namespace

void JsonPointerTest::findsWhatTheStandardSays_data()
{
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("whole") << ""_ba << writeJson(sample());
    QTest::newRow("list") << "/foo"_ba
                          << "[\"bar\",\"baz\"]"_ba;
    QTest::newRow("first item") << "/foo/0"_ba
                                << "\"bar\""_ba;
    QTest::newRow("empty key") << "/"_ba
                               << "0"_ba;
    QTest::newRow("slash") << "/a~1b"_ba
                           << "1"_ba;
    QTest::newRow("percent") << "/c%d"_ba
                             << "2"_ba;
    QTest::newRow("caret") << "/e^f"_ba
                           << "3"_ba;
    QTest::newRow("bar") << "/g|h"_ba
                         << "4"_ba;
    QTest::newRow("backslash") << "/i\\j"_ba
                               << "5"_ba;
    QTest::newRow("quote") << "/k\"l"_ba
                           << "6"_ba;
    QTest::newRow("space") << "/ "_ba
                           << "7"_ba;
    QTest::newRow("tilde") << "/m~0n"_ba
                           << "8"_ba;
    QTest::newRow("inside a list") << "/list/1/x"_ba
                                   << "2"_ba;
}

void JsonPointerTest::findsWhatTheStandardSays()
{
    QFETCH(const QByteArray, pointer);
    QFETCH(const QByteArray, value);
    const auto parsed = JsonPointer::parse(pointer);
    VERIFY_OK(parsed);
    QCOMPARE(parsed->text(), pointer);
    const Json document = sample();
    const Json *found = parsed->in(document);
    QVERIFY(found);
    QCOMPARE(writeJson(*found), value);
}

void JsonPointerTest::findsNothing_data()
{
    QTest::addColumn<QByteArray>("pointer");
    for (const char *pointer :
         {"/absent", "/foo/2", "/foo/-", "/foo/00", "/foo/-1", "/foo/x", "/foo/", "/foo/0/0", "/text/0", "/list/0/x/y",
          "/foo/99999999999999999999", "//"})
        QTest::newRow(pointer) << QByteArray(pointer);
}

void JsonPointerTest::findsNothing()
{
    QFETCH(const QByteArray, pointer);
    const Json document = sample();
    QVERIFY(!JsonPointer(pointer).in(document));
}

void JsonPointerTest::refusesMalformedText_data()
{
    QTest::addColumn<QByteArray>("pointer");
    for (const char *pointer : {"a", "#/a", "/~", "/~2", "/a~", "/a~/b", "/\xff"})
        QTest::newRow(pointer) << QByteArray(pointer);
}

void JsonPointerTest::refusesMalformedText()
{
    QFETCH(const QByteArray, pointer);
    const auto parsed = JsonPointer::parse(pointer);
    COMPARE_ERROR(parsed, "invalid_pointer"_ba);
}

void JsonPointerTest::childAndParentAreInverse_data()
{
    QTest::addColumn<QByteArray>("key");
    for (const char *key : {"", "a", "a/b", "~", "~1", "~0/~1", "Karibu", "0"})
        QTest::newRow(key) << QByteArray(key);
}

void JsonPointerTest::childAndParentAreInverse()
{
    QFETCH(const QByteArray, key);
    const JsonPointer outer = JsonPointer().child("list").child(qsizetype(3));
    QCOMPARE(outer.text(), "/list/3"_ba);
    const JsonPointer inner = outer.child(key);
    QCOMPARE(inner.parent(), outer);
    QCOMPARE(inner.lastKey(), key);
    QCOMPARE(inner.keys(), (QList<QByteArray>{"list"_ba, "3"_ba, key}));
    VERIFY_OK(JsonPointer::parse(inner.text()));
}

void JsonPointerTest::containsItselfAndWhatIsInside()
{
    const JsonPointer place("/a/1");
    QVERIFY(place.contains(place));
    QVERIFY(place.contains(JsonPointer("/a/1/x")));
    QVERIFY(JsonPointer().contains(place));
    QVERIFY(!place.contains(JsonPointer("/a/10")));
    QVERIFY(!place.contains(JsonPointer("/a")));
}

void JsonPointerTest::ordersAndHashesByText()
{
    QVERIFY(JsonPointer("/a") < JsonPointer("/b"));
    QVERIFY(JsonPointer("/a") < JsonPointer("/a/b"));
    QHash<JsonPointer, int> table;
    table.insert(JsonPointer("/a"), 1);
    QCOMPARE(table.value(JsonPointer().child("a")), 1);
}

void JsonPointerTest::readsArrayIndexes_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<qsizetype>("index");
    const std::pair<const char *, qsizetype> rows[]
        = {{"0", 0},
           {"12", 12},
           {"01", -1},
           {"-", -1},
           {"-0", -1},
           {"+1", -1},
           {"", -1},
           {"1 ", -1},
           {"1e1", -1},
           {"x", -1},
           {"99999999999999999999", -1}};
    for (const auto &[key, index] : rows)
        QTest::newRow(key) << QByteArray(key) << index;
}

void JsonPointerTest::readsArrayIndexes()
{
    QFETCH(const QByteArray, key);
    QFETCH(const qsizetype, index);
    QCOMPARE(arrayIndex(key), index);
}

JACKFIELD_TEST(JsonPointerTest)

} // namespace jackfield::json_pointer_test

#include "json_pointer_test.moc"
