// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/edit/json_diff.h"
#include "model/json/edit/json_edit.h"
#include "model/json/json_reader.h"
#include "model/json/json_writer.h"
#include "tests/support/cpu_timer.h"
#include "tests/support/flows/json_generator.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QtTest>

namespace jackfield::json_edits_test {

using namespace Qt::Literals::StringLiterals;

class JsonEditsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_seed = propertySeed(20260101); }
    void inverseRestoresTheSameBytes();
    void differenceLeadsToTheSameBytes();
    void differenceBetweenStrangersLeadsToTheSameBytes();
    void failingBatchLeavesTheDocumentUntouched();
    void copyIsNotChangedWithTheOriginal();
    void editsSurviveTheJournal();
    void writtenValuesReadBackAlike();
    void insertIntoTenThousandItemsIsOneEdit();
    void differenceOfSharedPartsIsQuick();

private:
    quint64 m_seed = 0;
};

namespace {

constexpr int kRounds = 500;

JsonEdits randomEdits(JsonGenerator &generator, Json document, qsizetype count)
{
    JsonEdits edits;
    for (; count > 0 && !document.isEmpty(); --count) {
        const JsonEdit edit = generator.edit(document);
        const auto applied = applyEdits(document, {edit});
        if (!applied)
            qFatal("the generator made an edit that does not fit: %s", writeJson(editsToJson({edit})).constData());
        edits.append(edit);
    }
    return edits;
}

} // namespace

void JsonEditsTest::inverseRestoresTheSameBytes()
{
    JsonGenerator generator(m_seed);
    for (int round = 0; round < kRounds; ++round) {
        Json document = generator.object();
        const QByteArray before = writeJson(document);
        const JsonEdits edits = randomEdits(generator, document, 1 + generator.below(12));
        const auto undo = applyEdits(document, edits);
        VERIFY_OK(undo);
        const QByteArray changed = writeJson(document);
        const auto redo = applyEdits(document, *undo);
        QVERIFY2(redo, writeJson(editsToJson(*undo)).constData());
        QCOMPARE(writeJson(document), before);
        VERIFY_OK(applyEdits(document, *redo));
        QCOMPARE(writeJson(document), changed);
    }
}

void JsonEditsTest::differenceLeadsToTheSameBytes()
{
    JsonGenerator generator(m_seed + 1);
    for (int round = 0; round < kRounds; ++round) {
        const Json a = generator.object();
        Json b = a;
        const bool shared = generator.chance(50);
        if (!shared)
            b = *parseJson(writeJson(a), JsonLimits::forFiles());
        VERIFY_OK(applyEdits(b, randomEdits(generator, b, generator.below(15))));
        Json result = a;
        const JsonEdits edits = diffJson(a, b);
        const QByteArray told = writeJson(editsToJson(edits));
        QVERIFY2(applyEdits(result, edits), told.constData());
        QVERIFY2(writeJson(result) == writeJson(b), told.constData());
        QVERIFY(diffJson(result, b).isEmpty());
        QCOMPARE(edits.isEmpty(), writeJson(a) == writeJson(b));
    }
}

void JsonEditsTest::differenceBetweenStrangersLeadsToTheSameBytes()
{
    JsonGenerator generator(m_seed + 2);
    for (int round = 0; round < kRounds; ++round) {
        const Json a = generator.value();
        const Json b = generator.value();
        Json result = a;
        VERIFY_OK(applyEdits(result, diffJson(a, b)));
        QCOMPARE(writeJson(result), writeJson(b));
    }
}

void JsonEditsTest::failingBatchLeavesTheDocumentUntouched()
{
    JsonGenerator generator(m_seed + 3);
    for (int round = 0; round < kRounds; ++round) {
        Json document = generator.object();
        const QByteArray before = writeJson(document);
        JsonEdits edits = randomEdits(generator, document, generator.below(10));
        const JsonEdit misfit = JsonEdit::remove(JsonPointer("/no such/place"));
        edits.append(misfit);
        const auto applied = applyEdits(document, edits);
        COMPARE_ERROR(applied, "edit_does_not_apply"_ba);
        QCOMPARE(applied.error().pointer, misfit.at.text());
        QCOMPARE(writeJson(document), before);
    }
}

void JsonEditsTest::copyIsNotChangedWithTheOriginal()
{
    JsonGenerator generator(m_seed + 4);
    for (int round = 0; round < kRounds; ++round) {
        const Json original = generator.object();
        const QByteArray before = writeJson(original);
        Json copy = original;
        Json part = original.isEmpty() ? Json() : original.members().front().value;
        const QByteArray partBefore = writeJson(part);
        VERIFY_OK(applyEdits(copy, randomEdits(generator, copy, 6)));
        QCOMPARE(writeJson(original), before);
        QCOMPARE(writeJson(part), partBefore);
    }
}

void JsonEditsTest::editsSurviveTheJournal()
{
    JsonGenerator generator(m_seed + 5);
    for (int round = 0; round < kRounds; ++round) {
        const JsonEdits edits = randomEdits(generator, generator.object(), 8);
        const auto stored = parseJson(writeJson(editsToJson(edits)));
        VERIFY_OK(stored);
        const auto read = editsFromJson(*stored);
        VERIFY_OK(read);
        QCOMPARE(*read, edits);
        QCOMPARE(writeJson(editsToJson(*read)), writeJson(*stored));
    }
}

void JsonEditsTest::writtenValuesReadBackAlike()
{
    JsonGenerator generator(m_seed + 6);
    const JsonStyle styles[] = {{}, {.indent = 4, .finalNewline = false}, {.indent = 1, .tabs = true}, {.indent = 0}};
    for (int round = 0; round < kRounds; ++round) {
        const Json document = generator.object();
        const QByteArray text = writeJson(document, styles[round % std::ssize(styles)]);
        const auto read = parseJson(text, JsonLimits::forFiles());
        QVERIFY2(read, text.constData());
        QVERIFY(read->isWrittenLike(document));
        QCOMPARE(writeJson(*read, styles[round % std::ssize(styles)]), text);
    }
}

void JsonEditsTest::insertIntoTenThousandItemsIsOneEdit()
{
    JsonGenerator generator(m_seed + 7);
    const Json a = Json::object({member("nodes", generator.items(10'000))});
    Json b = *parseJson(writeJson(a));
    b.memberRef(0).insertItem(5'000, generator.items(1, "new").at(0));
    const JsonEdits edits = diffJson(a, b);
    QCOMPARE(edits.size(), 1);
    QCOMPARE(edits.first().operation, JsonEdit::Operation::Insert);
    QCOMPARE(edits.first().at.text(), "/nodes/5000"_ba);
}

void JsonEditsTest::differenceOfSharedPartsIsQuick()
{
    JsonGenerator generator(m_seed + 8);
    const Json a = Json::object({member("nodes", generator.items(20'000))});
    Json b = a;
    VERIFY_OK(applyEdits(b, {JsonEdit::set(JsonPointer("/nodes/9000/data"), Json())}));
    const CpuTimer timer;
    const JsonEdits edits = diffJson(a, b);
    QVERIFY(timer.milliseconds() < 100);
    QCOMPARE(edits, (JsonEdits{JsonEdit::set(JsonPointer("/nodes/9000/data"), Json())}));
}

JACKFIELD_TEST(JsonEditsTest)

} // namespace jackfield::json_edits_test

#include "json_edits_test.moc"
