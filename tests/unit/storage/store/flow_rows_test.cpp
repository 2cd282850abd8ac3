// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/store/tables/flow_rows.h"

#include "model/json/json_writer.h"
#include "tests/support/flows/json_generator.h"
#include "tests/support/service/service_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QTest>

namespace jackfield::flow_rows_test {

using namespace testing;
using namespace Qt::Literals::StringLiterals;

class FlowRowsTest : public QObject
{
    Q_OBJECT

private slots:
    void editsAreSpelledAsTheModelSpellsThem();
    void editsReadBackAsTheyWere();
    void roughBytesComeNear();
    void styleReadsBack();
    void nullTextIsEmptyText();
};

namespace {

FlowEdits randomEdits(JsonGenerator &random)
{
    FlowEdits edits;
    const Json document = random.object();
    for (qsizetype at = random.below(4); at > 0; --at)
        edits.content.append(random.edit(document));
    for (qsizetype at = random.below(3); at > 0; --at)
        edits.sidecar.append(random.edit(document));
    return edits;
}

} // namespace

void FlowRowsTest::editsAreSpelledAsTheModelSpellsThem()
{
    JsonGenerator random(propertySeed(3));
    for (int round = 0; round < 300; ++round) {
        const FlowEdits edits = randomEdits(random);
        Json expected = Json::object();
        if (!edits.content.isEmpty())
            expected.set("content", editsToJson(edits.content));
        if (!edits.sidecar.isEmpty())
            expected.set("sidecar", editsToJson(edits.sidecar));
        QCOMPARE(flowEditsToText(edits), writeJson(expected));
    }
}

void FlowRowsTest::editsReadBackAsTheyWere()
{
    JsonGenerator random(propertySeed(5));
    for (int round = 0; round < 300; ++round) {
        const FlowEdits edits = randomEdits(random);
        const Result<FlowEdits> read = flowEditsFromText(flowEditsToText(edits));
        VERIFY_OK(read);
        QCOMPARE(*read, edits);
    }
}

void FlowRowsTest::roughBytesComeNear()
{
    FlowEdits edits;
    for (int at = 0; at < 100; ++at)
        edits.content.append(JsonEdit::set(JsonPointer().child("a"), Json::string(QByteArray(500, 'x'))));
    const qint64 exact = flowEditsToText(edits).size();
    const qint64 rough = roughBytes(edits, 1'000'000);
    QVERIFY2(rough > exact * 9 / 10 && rough < exact * 11 / 10, qPrintable(u"%1 for %2"_s.arg(rough).arg(exact)));
    QVERIFY(roughBytes(edits, 1000) > 1000);
}

void FlowRowsTest::styleReadsBack()
{
    const JsonStyle style{.indent = 3, .tabs = true, .finalNewline = false};
    QCOMPARE(styleFromText(styleToText(style)), style);
    QCOMPARE(styleFromText({}), JsonStyle{});
}

void FlowRowsTest::nullTextIsEmptyText()
{
    QVERIFY(!sqlText(QString()).toString().isNull());
    QVERIFY(!sqlText(QByteArray()).toString().isNull());
    QVERIFY(!sqlBlob(QByteArray()).toByteArray().isNull());
    QVERIFY(sqlTime({}).isNull());
}

JACKFIELD_TEST(FlowRowsTest)

} // namespace jackfield::flow_rows_test

#include "flow_rows_test.moc"
