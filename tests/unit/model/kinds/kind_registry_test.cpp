// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/json_reader.h"
#include "model/json/json_writer.h"
#include "model/kinds/kind_registry.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QTest>

namespace jackfield::kind_registry_test {

using namespace Qt::Literals::StringLiterals;

class KindRegistryTest : public QObject
{
    Q_OBJECT

    const KindRegistry m_kinds;

private slots:
    void everyKindIsWhole_data()
    {
        QTest::addColumn<QByteArray>("id");
        for (const auto &kind : m_kinds.all())
            QTest::newRow(kind->info().id.constData()) << kind->info().id;
    }
    void everyKindIsWhole()
    {
        QFETCH(const QByteArray, id);
        const Kind *kind = m_kinds.find(id);
        QVERIFY(kind);
        QVERIFY(!kind->info().title.isEmpty() && !kind->info().plural.isEmpty() && !kind->info().startHint.isEmpty());
        QVERIFY(!kind->catalog().types().isEmpty());
        const FlowState blank{.content = kind->files().blank()};
        for (const Problem &problem : kind->rules().check(blank, kind->lens().project(blank)))
            QVERIFY(!problem.code.isEmpty() && !problem.message.isEmpty());
        if (kind->files().extract(blank.content).empty())
            QSKIP("A blank flow of this kind says nothing that a file could be told by.");
        const Result<KindRegistry::Recognised> found = m_kinds.recognise(blank.content, id);
        VERIFY_OK(found);
        QCOMPARE(found->kind, kind);
    }

    void everyTypeCanBePlaced_data() { everyKindIsWhole_data(); }
    void everyTypeCanBePlaced()
    {
        QFETCH(const QByteArray, id);
        const Kind &kind = *m_kinds.find(id);
        for (const NodeType &type : kind.catalog().types()) {
            FlowState state{.content = kind.files().blank()};
            Graph graph = kind.lens().project(state);
            const Result<FlowEdits> edits
                = kind.lens().compile(state, graph, AddNode{.type = type.id, .position = {1, 2}, .id = {}});
            QCOMPARE(!edits && edits.error().code == "not_supported", !kind.info().drawnElsewhere.isEmpty());
            if (!kind.info().drawnElsewhere.isEmpty())
                QSKIP("The nodes of this kind are made in the JSON, not on the canvas.");
            VERIFY_OK(edits);
            VERIFY_OK(applyFlowEdits(state, *edits));
            const GraphDelta delta = kind.lens().reproject(graph, state, *edits);
            QCOMPARE(delta.addedNodes.size(), 1);
            const Node &node = *graph.node(delta.addedNodes.first());
            QVERIFY(!node.typeTitle.isEmpty() && !node.title.isEmpty() && !node.icon.isEmpty());
            QCOMPARE(node.position, std::optional(QPointF(1, 2)));
        }
    }

    void schemasDescribeTheirFields_data() { everyKindIsWhole_data(); }
    void schemasDescribeTheirFields()
    {
        QFETCH(const QByteArray, id);
        for (const NodeType &type : m_kinds.find(id)->catalog().types()) {
            const Json &properties = type.schema["properties"];
            for (const Json::Member &property : properties.members())
                QVERIFY2(
                    property.value["title"].isString(), (type.id + ' ' + property.key().toByteArray()).constData());
            for (const Json::Member &part : type.blank.members())
                QVERIFY2(properties.contains(part.key()), (type.id + ' ' + part.key().toByteArray()).constData());
        }
    }

    void editsOfBothHalvesApplyTogetherOrNotAtAll()
    {
        FlowState state{.content = *parseJson(R"({"a":1})"), .sidecar = *parseJson(R"({"b":1})")};
        const FlowState before = state;
        const Json two = Json::number(qint64(2));
        const Result<FlowEdits> failed = applyFlowEdits(
            state,
            {.content = {JsonEdit::set(JsonPointer("/a"), two)},
             .sidecar = {JsonEdit::set(JsonPointer("/gone"), two)}});
        COMPARE_ERROR(failed, "edit_does_not_apply"_ba);
        QVERIFY(state == before);
        const Result<FlowEdits> done = applyFlowEdits(
            state,
            {.content = {JsonEdit::set(JsonPointer("/a"), two)}, .sidecar = {JsonEdit::set(JsonPointer("/b"), two)}});
        VERIFY_OK(done);
        QCOMPARE(writeJson(state.content) + writeJson(state.sidecar), R"({"a":2}{"b":2})"_ba);
        VERIFY_OK(applyFlowEdits(state, *done));
        QVERIFY(state == before);
    }

    void unknownKindsAndFilesSaySo()
    {
        QVERIFY(!m_kinds.find("teleporter"));
        const Result<KindRegistry::Recognised> kind = m_kinds.recognise(Json::object(), "teleporter");
        QVERIFY(!kind);
        QCOMPARE(kind.error().message, u"There is no kind of flow called \"teleporter\"."_s);
        const Result<KindRegistry::Recognised> file = m_kinds.recognise(Json::array());
        QVERIFY(!file);
        QCOMPARE(file.error().message, u"This file holds no flow of a kind that is known here."_s);
    }
};

JACKFIELD_TEST(KindRegistryTest)

} // namespace jackfield::kind_registry_test

#include "kind_registry_test.moc"
