// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/edit/json_diff.h"
#include "model/json/edit/json_sequence.h"
#include "model/json/json_reader.h"
#include "model/json/json_writer.h"
#include "tests/support/cpu_timer.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QtTest>

namespace jackfield::json_diff_test {

using namespace Qt::Literals::StringLiterals;

class JsonDiffTest : public QObject
{
    Q_OBJECT

private slots:
    void findsTheSmallestChange_data();
    void findsTheSmallestChange();
    void findsLongestRisingPart();
    void wholesaleReorderIsQuick();
    void tenThousandChangedItemsWithoutIdsAreQuick();
};

void JsonDiffTest::findsTheSmallestChange_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QByteArray>("edits");
    const auto row = [](const char *name, const char *before, const char *after, const char *edits) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(after) << QByteArray(edits);
    };
    row("nothing", R"({"a":[1,{"b":"c"}]})", R"({"a":[1,{"b":"c"}]})", "[]");
    row("scalar", "1", "2", R"([{"op":"set","at":"","value":2}])");
    row("number text", "[1.0]", "[1]", R"([{"op":"set","at":"/0","value":1}])");
    row("spelling", R"({"a":"/","b":1})", R"({"a":"\/","b":1})", R"([{"op":"set","at":"/a","value":"\/"}])");
    row("spelling of a key", R"({"a":1})", R"({"\u0061":1})", R"([{"op":"rename","at":"/a","key":"\u0061"}])");
    row("other type", R"({"a":[]})", R"({"a":{}})", R"([{"op":"set","at":"/a","value":{}}])");
    row("deep inside", R"({"a":{"b":{"c":1,"d":2}}})", R"({"a":{"b":{"c":1,"d":3}}})",
        R"([{"op":"set","at":"/a/b/d","value":3}])");
    row("several in one place, with keys that pointers escape", R"({"a/b":{"~":[1,2],"":3},"c":[[5]]})",
        R"({"a/b":{"~":[1,7],"":8},"c":[[6]]})",
        R"([{"op":"set","at":"/a~1b/~0/1","value":7},{"op":"set","at":"/a~1b/","value":8},{"op":"set","at":"/c/0/0","value":6}])");
    row("same names, one spelt otherwise", R"({"a":1,"b":2})", R"({"a":3,"\u0062":4})",
        R"([{"op":"set","at":"/a","value":3},{"op":"rename","at":"/b","key":"\u0062"},{"op":"set","at":"/b","value":4}])");
    row("new member at its place", R"({"a":1,"b":2})", R"({"a":1,"n":0,"b":2})",
        R"([{"op":"insert","at":"/n","value":0,"position":1}])");
    row("new last member", R"({"a":1})", R"({"a":1,"n":0})", R"([{"op":"insert","at":"/n","value":0}])");
    row("removed member", R"({"a":1,"b":2})", R"({"b":2})", R"([{"op":"remove","at":"/a"}])");
    row("one member moved", R"({"a":1,"b":2,"c":3,"d":4})", R"({"b":2,"c":3,"d":4,"a":1})",
        R"([{"op":"move","at":"/a","to":3}])");
    row("nothing in common", R"({"a":1,"b":2})", R"({"c":1})", R"([{"op":"set","at":"","value":{"c":1}}])");
    row("emptied", R"({"x":[1,2]})", R"({"x":[]})", R"([{"op":"set","at":"/x","value":[]}])");
    row("insert by id", R"([{"id":1},{"id":2}])", R"([{"id":1},{"id":9},{"id":2}])",
        R"([{"op":"insert","at":"/1","value":{"id":9}}])");
    row("remove by id", R"([{"id":1},{"id":2},{"id":3}])", R"([{"id":1},{"id":3}])", R"([{"op":"remove","at":"/1"}])");
    row("move by id", R"([{"id":1},{"id":2},{"id":3}])", R"([{"id":3},{"id":1},{"id":2}])",
        R"([{"op":"move","at":"/2","to":0}])");
    row("change inside by id", R"([{"id":"a","x":1},{"id":"b","x":1}])", R"([{"id":"b","x":1},{"id":"a","x":2}])",
        R"([{"op":"move","at":"/0","to":1},{"op":"set","at":"/1/x","value":2}])");
    row("number and text are different ids", R"([{"id":1},{"id":"2"}])", R"([{"id":"1"},{"id":"2"}])",
        R"([{"op":"remove","at":"/0"},{"op":"insert","at":"/0","value":{"id":"1"}}])");
    row("matched by name", R"([{"name":"a","v":1},{"name":"b","v":1}])", R"([{"name":"b","v":1}])",
        R"([{"op":"remove","at":"/0"}])");
    row("same id twice", R"([{"id":1,"v":1},{"id":1,"v":2}])", R"([{"id":1,"v":1},{"id":1,"v":3}])",
        R"([{"op":"set","at":"/1/v","value":3}])");
    row("insert among texts", R"(["a","b","c"])", R"(["a","x","b","c"])", R"([{"op":"insert","at":"/1","value":"x"}])");
    row("set among texts", R"(["a","b","c"])", R"(["a","x","c"])", R"([{"op":"set","at":"/1","value":"x"}])");
    row("two places among texts", R"(["a","b","c","d","e"])", R"(["a","c","d","x","e"])",
        R"([{"op":"remove","at":"/1"},{"op":"insert","at":"/3","value":"x"}])");
    row("one of many alike", "[0,0,0,0]", "[0,0,0]", R"([{"op":"remove","at":"/3"}])");
    row("item without id changes inside", R"([["a",1],["b",1],["c",1]])", R"([["a",1],["b",2],["c",1]])",
        R"([{"op":"set","at":"/1/1","value":2}])");
}

void JsonDiffTest::findsTheSmallestChange()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QFETCH(const QByteArray, edits);
    Json document = *parseJson(before);
    const JsonEdits found = diffJson(document, *parseJson(after));
    QCOMPARE(writeJson(editsToJson(found)), edits);
    VERIFY_OK(applyEdits(document, found));
    QCOMPARE(writeJson(document), after);
}

void JsonDiffTest::findsLongestRisingPart()
{
    QCOMPARE(longestRisingPart({}), std::vector<bool>());
    QCOMPARE(longestRisingPart({-1, -1}), (std::vector<bool>{false, false}));
    QCOMPARE(longestRisingPart({3, 0, 1, -1, 2}), (std::vector<bool>{false, true, true, false, true}));
    QCOMPARE(longestRisingPart({0, 4, 1, 5, 2, 3}), (std::vector<bool>{true, false, true, false, true, true}));
}

void JsonDiffTest::wholesaleReorderIsQuick()
{
    std::vector<Json> items;
    for (int i = 0; i < 4'000; ++i)
        items.push_back(Json::object({member("id", Json::number(qint64(i)))}));
    Json before = Json::array(items);
    std::ranges::reverse(items);
    const Json after = Json::array(items);
    const CpuTimer timer;
    const JsonEdits edits = diffJson(before, after);
    QCOMPARE(edits.size(), 3'999);
    VERIFY_OK(applyEdits(before, edits));
    QVERIFY(timer.milliseconds() < 5'000);
    QVERIFY(before == after);
}

void JsonDiffTest::tenThousandChangedItemsWithoutIdsAreQuick()
{
    Json before = Json::array();
    Json after = Json::array();
    for (int i = 0; i < 10'000; ++i) {
        before.append(Json::array({Json::number(qint64(i % 7)), Json::string("text")}));
        after.append(Json::array({Json::number(qint64(i % 5)), Json::string("text")}));
    }
    const CpuTimer timer;
    const JsonEdits edits = diffJson(before, after);
    QVERIFY(timer.milliseconds() < 2'000);
    VERIFY_OK(applyEdits(before, edits));
    QVERIFY(before == after);
}

JACKFIELD_TEST(JsonDiffTest)

} // namespace jackfield::json_diff_test

#include "json_diff_test.moc"
