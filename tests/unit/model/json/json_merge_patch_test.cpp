// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/edit/json_edit.h"
#include "model/json/json_reader.h"
#include "model/json/json_writer.h"
#include "tests/support/test_program.h"

#include <QtTest>

namespace jackfield::json_merge_patch_test {

class JsonMergePatchTest : public QObject
{
    Q_OBJECT

private slots:
    void givesWhatTheStandardSays_data();
    void givesWhatTheStandardSays();
    void leavesTheTargetAlone();
};

void JsonMergePatchTest::givesWhatTheStandardSays_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("patch");
    QTest::addColumn<QByteArray>("result");
    // RFC 7396, appendix A; then what it leaves open: order is kept, new members come last.
    const char *rows[][3] = {
        {R"({"a":"b"})", R"({"a":"c"})", R"({"a":"c"})"},
        {R"({"a":"b"})", R"({"b":"c"})", R"({"a":"b","b":"c"})"},
        {R"({"a":"b"})", R"({"a":null})", R"({})"},
        {R"({"a":"b","b":"c"})", R"({"a":null})", R"({"b":"c"})"},
        {R"({"a":["b"]})", R"({"a":"c"})", R"({"a":"c"})"},
        {R"({"a":"c"})", R"({"a":["b"]})", R"({"a":["b"]})"},
        {R"({"a":{"b":"c"}})", R"({"a":{"b":"d","c":null}})", R"({"a":{"b":"d"}})"},
        {R"({"a":[{"b":"c"}]})", R"({"a":[1]})", R"({"a":[1]})"},
        {R"(["a","b"])", R"(["c","d"])", R"(["c","d"])"},
        {R"({"a":"b"})", R"(["c"])", R"(["c"])"},
        {R"({"a":"foo"})", R"(null)", R"(null)"},
        {R"({"a":"foo"})", R"("bar")", R"("bar")"},
        {R"({"e":null})", R"({"a":1})", R"({"e":null,"a":1})"},
        {R"([1,2])", R"({"a":"b","c":null})", R"({"a":"b"})"},
        {R"({})", R"({"a":{"bb":{"ccc":null}}})", R"({"a":{"bb":{}}})"},
        {R"({"a":1,"b":2,"c":3})", R"({"d":4,"b":5.0})", R"({"a":1,"b":5.0,"c":3,"d":4})"},
        {R"({"a":{"x":1}})", R"({"a":{}})", R"({"a":{"x":1}})"},
    };
    for (const auto &row : rows)
        QTest::newRow(row[1]) << QByteArray(row[0]) << QByteArray(row[1]) << QByteArray(row[2]);
}

void JsonMergePatchTest::givesWhatTheStandardSays()
{
    QFETCH(const QByteArray, target);
    QFETCH(const QByteArray, patch);
    QFETCH(const QByteArray, result);
    QCOMPARE(writeJson(mergePatch(*parseJson(target), *parseJson(patch))), result);
}

void JsonMergePatchTest::leavesTheTargetAlone()
{
    const Json target = *parseJson(R"({"a":{"b":[1]},"c":{"d":1}})");
    const QByteArray before = writeJson(target);
    const Json result = mergePatch(target, *parseJson(R"({"a":{"b":2}})"));
    QCOMPARE(writeJson(target), before);
    QVERIFY(result["c"].sharesWith(target["c"]));
}

JACKFIELD_TEST(JsonMergePatchTest)

} // namespace jackfield::json_merge_patch_test

#include "json_merge_patch_test.moc"
