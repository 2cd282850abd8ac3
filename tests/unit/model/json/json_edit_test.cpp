// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/edit/json_edit.h"
#include "model/json/json_reader.h"
#include "model/json/json_writer.h"
#include "tests/support/cpu_timer.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QtTest>

namespace jackfield::json_edit_test {

using namespace Qt::Literals::StringLiterals;

class JsonEditTest : public QObject
{
    Q_OBJECT

private slots:
    void changesAndComesBack_data();
    void changesAndComesBack();
    void refusesWhatDoesNotFit_data();
    void refusesWhatDoesNotFit();
    void oneMisfitTakesAllBack();
    void laterEditsSeeEarlierOnes();
    void documentThatNobodySharesIsChangedInPlace();
    void sharedDocumentIsCopiedOncePerBatch();
    void chainOfEditsNeverGrowsBeyondTheDepth();
    void readsOnlyWellFormedEdits_data();
    void readsOnlyWellFormedEdits();
};

void JsonEditTest::changesAndComesBack_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("edits");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QByteArray>("inverse");
    const auto row = [](const char *name, const char *before, const char *edits, const char *after,
                        const char *inverse) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(edits) << QByteArray(after) << QByteArray(inverse);
    };
    row("set a member", R"({"a":1,"b":2})", R"([{"op":"set","at":"/a","value":[]}])", R"({"a":[],"b":2})",
        R"([{"op":"set","at":"/a","value":1}])");
    row("set an item", "[1,2]", R"([{"op":"set","at":"/1","value":3.0}])", "[1,3.0]",
        R"([{"op":"set","at":"/1","value":2}])");
    row("set the whole", "[1]", R"([{"op":"set","at":"","value":{}}])", "{}", R"([{"op":"set","at":"","value":[1]}])");
    row("insert an item", "[1,2]", R"([{"op":"insert","at":"/1","value":9}])", "[1,9,2]",
        R"([{"op":"remove","at":"/1"}])");
    row("insert behind the last", "[1]", R"([{"op":"insert","at":"/1","value":2}])", "[1,2]",
        R"([{"op":"remove","at":"/1"}])");
    row("append", "[1]", R"([{"op":"insert","at":"/-","value":2}])", "[1,2]", R"([{"op":"remove","at":"/1"}])");
    row("insert a member", R"({"a":1})", R"([{"op":"insert","at":"/b","value":2}])", R"({"a":1,"b":2})",
        R"([{"op":"remove","at":"/b"}])");
    row("insert a member in front", R"({"a":1})", R"([{"op":"insert","at":"/b","value":2,"position":0}])",
        R"({"b":2,"a":1})", R"([{"op":"remove","at":"/b"}])");
    row("insert beyond the end", R"({"a":1})", R"([{"op":"insert","at":"/b","value":2,"position":9}])",
        R"({"a":1,"b":2})", R"([{"op":"remove","at":"/b"}])");
    row("remove an item", "[1,2,3]", R"([{"op":"remove","at":"/0"}])", "[2,3]",
        R"([{"op":"insert","at":"/0","value":1}])");
    row("remove a member", R"({"a":1,"b":2,"c":3})", R"([{"op":"remove","at":"/b"}])", R"({"a":1,"c":3})",
        R"([{"op":"insert","at":"/b","value":2,"position":1}])");
    row("remove a member spelt with escapes", R"({"\u0061":1})", R"([{"op":"remove","at":"/a"}])", "{}",
        R"([{"op":"insert","at":"/a","value":1,"position":0},{"op":"rename","at":"/a","key":"\u0061"}])");
    row("move an item down", "[1,2,3]", R"([{"op":"move","at":"/0","to":2}])", "[2,3,1]",
        R"([{"op":"move","at":"/2","to":0}])");
    row("move a member up", R"({"a":1,"b":2,"c":3})", R"([{"op":"move","at":"/c","to":0}])", R"({"c":3,"a":1,"b":2})",
        R"([{"op":"move","at":"/c","to":2}])");
    row("rename", R"({"a":{"x":1},"b":2})", R"([{"op":"rename","at":"/a","key":"n/w"}])", R"({"n/w":{"x":1},"b":2})",
        R"([{"op":"rename","at":"/n~1w","key":"a"}])");
    row("spell a key differently", R"({"a":1})", R"([{"op":"rename","at":"/a","key":"\u0061"}])", R"({"\u0061":1})",
        R"([{"op":"rename","at":"/a","key":"a"}])");
    row("several", R"({"list":[1,2]})",
        R"([{"op":"insert","at":"/list/0","value":0},{"op":"remove","at":"/list/2"},{"op":"set","at":"/list/1","value":7}])",
        R"({"list":[0,7]})",
        R"([{"op":"set","at":"/list/1","value":1},{"op":"insert","at":"/list/2","value":2},{"op":"remove","at":"/list/0"}])");
}

void JsonEditTest::changesAndComesBack()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, edits);
    QFETCH(const QByteArray, after);
    QFETCH(const QByteArray, inverse);
    Json document = *parseJson(before);
    const auto undo = applyEdits(document, *editsFromJson(*parseJson(edits)));
    VERIFY_OK(undo);
    QCOMPARE(writeJson(document), after);
    QCOMPARE(writeJson(editsToJson(*undo)), inverse);
    VERIFY_OK(applyEdits(document, *undo));
    QCOMPARE(writeJson(document), before);
}

void JsonEditTest::refusesWhatDoesNotFit_data()
{
    QTest::addColumn<QByteArray>("edit");
    QTest::addColumn<QByteArray>("pointer");
    const auto row
        = [](const char *edit, const QByteArray &pointer) { QTest::newRow(edit) << QByteArray(edit) << pointer; };
    row(R"({"op":"set","at":"/absent","value":1})", "/absent");
    row(R"({"op":"set","at":"/list/2","value":1})", "/list/2");
    row(R"({"op":"set","at":"/list/-","value":1})", "/list/-");
    row(R"({"op":"set","at":"/text/x","value":1})", "/text/x");
    row(R"({"op":"insert","at":"","value":1})", "");
    row(R"({"op":"insert","at":"/text","value":1})", "/text");
    row(R"({"op":"insert","at":"/list/3","value":1})", "/list/3");
    row(R"({"op":"insert","at":"/list/x","value":1})", "/list/x");
    row(R"({"op":"insert","at":"/text/x","value":1})", "/text/x");
    row(R"({"op":"insert","at":"/no/where","value":1})", "/no/where");
    row(R"({"op":"remove","at":""})", "");
    row(R"({"op":"remove","at":"/list/2"})", "/list/2");
    row(R"({"op":"move","at":"/list/0","to":2})", "/list/0");
    row(R"({"op":"move","at":"/absent","to":0})", "/absent");
    row(R"({"op":"rename","at":"/text","key":"list"})", "/text");
    row(R"({"op":"rename","at":"/list/0","key":"x"})", "/list/0");
}

void JsonEditTest::refusesWhatDoesNotFit()
{
    QFETCH(const QByteArray, edit);
    QFETCH(const QByteArray, pointer);
    const QByteArray before = R"({"list":[1,2],"text":"t"})";
    Json document = *parseJson(before);
    const auto undo = applyEdits(document, *editsFromJson(Json::array({*parseJson(edit)})));
    COMPARE_ERROR(undo, "edit_does_not_apply"_ba);
    QCOMPARE(undo.error().pointer, pointer);
    QVERIFY(!undo.error().message.isEmpty());
    QCOMPARE(writeJson(document), before);
}

void JsonEditTest::oneMisfitTakesAllBack()
{
    const QByteArray before = R"({"list":[1,2],"\u0074ext":"t"})";
    Json document = *parseJson(before);
    const auto undo = applyEdits(
        document,
        {JsonEdit::remove(JsonPointer("/text")), JsonEdit::move(JsonPointer("/list/0"), 1),
         JsonEdit::rename(JsonPointer("/list"), Json::string("items")), JsonEdit::remove(JsonPointer("/list"))});
    QVERIFY(!undo);
    QCOMPARE(undo.error().pointer, "/list"_ba);
    QCOMPARE(writeJson(document), before);
}

void JsonEditTest::laterEditsSeeEarlierOnes()
{
    Json document = Json::object();
    VERIFY_OK(applyEdits(
        document,
        {JsonEdit::insert(JsonPointer("/a"), Json::array()), JsonEdit::insert(JsonPointer("/a/0"), Json::object()),
         JsonEdit::insert(JsonPointer("/a/0/b"), Json::boolean(true))}));
    QCOMPARE(writeJson(document), R"({"a":[{"b":true}]})"_ba);
}

void JsonEditTest::documentThatNobodySharesIsChangedInPlace()
{
    std::vector<Json> numbers(20'000, Json::number(qint64(1)));
    Json document = Json::object({member("list", Json::array(std::move(numbers)))});
    const Json *storage = document["list"].items().data();
    VERIFY_OK(applyEdits(
        document, {JsonEdit::set(JsonPointer("/list/5"), Json()), JsonEdit::set(JsonPointer("/list/6"), Json())}));
    QCOMPARE(document["list"].items().data(), storage);
}

void JsonEditTest::sharedDocumentIsCopiedOncePerBatch()
{
    std::vector<Json> numbers(20'000, Json::number(qint64(1)));
    Json document = Json::object({member("list", Json::array(std::move(numbers)))});
    const Json before = document;
    JsonEdits edits;
    for (int i = 0; i < 5'000; ++i)
        edits.append(JsonEdit::set(JsonPointer("/list").child(qsizetype(i)), Json()));
    const CpuTimer timer;
    VERIFY_OK(applyEdits(document, edits));
    QVERIFY2(timer.milliseconds() < 500, "a copy of the list per edit would take seconds");
    QCOMPARE(before["list"].at(0).toInteger(), 1);
    QVERIFY(document["list"].at(4'999).isNull());
}

void JsonEditTest::chainOfEditsNeverGrowsBeyondTheDepth()
{
    Json document = Json::array({Json::array()});
    JsonPointer at;
    for (qsizetype depth = 0; depth < kMaxEditDepth; ++depth) {
        at = at.child(qsizetype(0));
        VERIFY_OK(applyEdits(document, {JsonEdit::set(at, Json::array({Json()}))}));
    }
    const auto applied = applyEdits(document, {JsonEdit::set(at.child(qsizetype(0)), Json())});
    COMPARE_ERROR(applied, "edit_does_not_apply"_ba);
}

void JsonEditTest::readsOnlyWellFormedEdits_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("pointer");
    QTest::newRow("no list") << "{}"_ba
                             << ""_ba;
    QTest::newRow("no object") << "[1]"_ba
                               << "/0/op"_ba;
    QTest::newRow("unknown") << R"([{"op":"remove","at":"/a"},{"op":"copy","at":"/a"}])"_ba
                             << "/1/op"_ba;
    QTest::newRow("no place") << R"([{"op":"remove"}])"_ba
                              << "/0/at"_ba;
    QTest::newRow("bad place") << R"([{"op":"remove","at":"a"}])"_ba
                               << "/0/at"_ba;
    QTest::newRow("no value") << R"([{"op":"set","at":"/a"}])"_ba
                              << "/0"_ba;
    QTest::newRow("no target") << R"([{"op":"move","at":"/a"}])"_ba
                               << "/0/to"_ba;
    QTest::newRow("fraction") << R"([{"op":"move","at":"/a","to":1.5}])"_ba
                              << "/0/to"_ba;
    QTest::newRow("negative") << R"([{"op":"insert","at":"/a","value":1,"position":-2}])"_ba
                              << "/0/position"_ba;
    QTest::newRow("no key") << R"([{"op":"rename","at":"/a","key":1}])"_ba
                            << "/0/key"_ba;
}

void JsonEditTest::readsOnlyWellFormedEdits()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, pointer);
    const auto edits = editsFromJson(*parseJson(text));
    COMPARE_ERROR(edits, "invalid_edit"_ba);
    QCOMPARE(edits.error().pointer, pointer);
}

JACKFIELD_TEST(JsonEditTest)

} // namespace jackfield::json_edit_test

#include "json_edit_test.moc"
