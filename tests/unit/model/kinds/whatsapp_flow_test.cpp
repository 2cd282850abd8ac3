// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/json_reader.h"
#include "model/kinds/kind_registry.h"
#include "tests/support/flows/plain_json.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QDir>
#include <QFile>
#include <QTest>

namespace jackfield::whatsapp_flow_test {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray codes(const Problems &problems)
{
    QByteArray text;
    for (const Problem &problem : problems)
        text += (text.isEmpty() ? "" : " ") + problem.code;
    return text;
}

} // namespace

class WhatsappFlowTest : public QObject
{
    Q_OBJECT

    const KindRegistry m_kinds;
    const Kind &kind() const { return *m_kinds.find("whatsapp-flow"); }

private slots:
    void screensAreNodesAndNavigateActionsEdges()
    {
        const FlowState state{
            plainJson("{'version': '7.1', 'screens': ["
                      "{'id': 'A', 'title': 'First', 'layout': {'children': [{'type': 'Form', 'children': ["
                      "{'on-click-action': {'name': 'navigate', 'next': {'type': 'screen', 'name': 'B'}}}]}]}},"
                      "{'id': 'B', 'title': 'Last', 'terminal': true}]}"),
            plainJson("{'positions': {'B': {'x': 3, 'y': 4}}}")};
        const Graph graph = kind().lens().project(state);
        QCOMPARE(graph.nodes().size(), 2);
        QCOMPARE(graph.node(NodeId("A"))->title, u"First"_s);
        QVERIFY(graph.node(NodeId("A"))->start);
        QVERIFY(!graph.node(NodeId("B"))->start);
        QVERIFY(graph.node(NodeId("B"))->terminal);
        QCOMPARE(graph.node(NodeId("B"))->position, QPointF(3, 4));
        QCOMPARE(graph.edges().size(), 1);
        QCOMPARE(graph.edges().first().to, NodeId("B"));
        QCOMPARE(graph.edges().first().pointer.text(), "/screens/0/layout/children/0/children/0/on-click-action"_ba);
        QVERIFY(kind().rules().check(state, graph).isEmpty());
    }

    void structureIsChecked_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *content, const char *expected) {
            QTest::newRow(name) << QByteArray(content) << QByteArray(expected);
        };
        row("empty", "{}", "missing-version no-screens");
        row("one screen", "{'version': '7.1', 'screens': [{'id': 'A', 'terminal': true}]}", "");
        row("no terminal screen", "{'version': '7.1', 'screens': [{'id': 'A'}]}", "no-terminal-screen");
        row("same id twice", "{'version': '7.1', 'screens': [{'id': 'A', 'terminal': true}, {'id': 'A'}]}",
            "duplicate-screen");
        row("no id", "{'version': '7.1', 'screens': [{'terminal': true}, 5]}", "missing-id missing-id");
        row("circle",
            "{'version': '7.1', 'routing_model': {'A': ['B'], 'B': ['A']},"
            "'screens': [{'id': 'A', 'terminal': true}, {'id': 'B'}]}",
            "routing-cycle");
        row("itself", "{'version': '7.1', 'routing_model': {'A': ['A']}, 'screens': [{'id': 'A', 'terminal': true}]}",
            "routing-cycle");
        row("route to nowhere",
            "{'version': '7.1', 'routing_model': {'A': ['Z']}, 'screens': [{'id': 'A', 'terminal': true}]}",
            "routing-target-missing");
        row("action to nowhere",
            "{'version': '7.1', 'screens': [{'id': 'A', 'terminal': true,"
            "'layout': {'on-click-action': {'name': 'navigate', 'next': {'name': 'Z'}}}}]}",
            "navigation-target-missing");
    }

    void structureIsChecked()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, expected);
        const FlowState state{plainJson(content)};
        QCOMPARE(codes(kind().rules().check(state, kind().lens().project(state))), expected);
    }

    void movesGoToTheSidecarAndDataToTheScreen()
    {
        FlowState state{plainJson("{'version': '7.1', 'screens': [{'id': 'A', 'terminal': true}]}")};
        Graph graph = kind().lens().project(state);
        for (const GraphEdit &edit :
             {GraphEdit(MoveNodes{{{NodeId("A"), QPointF(5, 6)}}}),
              GraphEdit(SetData{NodeId("A"), JsonPointer("/title"), Json::string("Hi")})}) {
            const Result<FlowEdits> edits = kind().lens().compile(state, graph, edit);
            VERIFY_OK(edits);
            VERIFY_OK(applyFlowEdits(state, *edits));
            kind().lens().reproject(graph, state, *edits);
            QCOMPARE(describe(graph), describe(kind().lens().project(state)));
        }
        QCOMPARE(graph.nodes().first().title, u"Hi"_s);
        QCOMPARE(graph.nodes().first().position, QPointF(5, 6));
    }

    void drawingSaysWhereToEdit()
    {
        const FlowState state{plainJson("{'version': '7.1', 'screens': [{'id': 'A', 'terminal': true}]}")};
        const Result<FlowEdits> edits
            = kind().lens().compile(state, kind().lens().project(state), AddNode{"screen"_ba, {}, {}});
        QVERIFY(!edits);
        QVERIFY(edits.error().message.contains(u"JSON pane"_s));
    }

    void everyPublicFlowIsShownWhole()
    {
        const QDir corpus(QStringLiteral(JACKFIELD_CORPUS_DIR "/whatsapp-flow"));
        if (!corpus.exists())
            QSKIP("the corpus is not here");
        int screens = 0;
        for (const QString &name : corpus.entryList({u"*.json"_s}, QDir::Files)) {
            QFile file(corpus.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const Result<Json> content = parseJson(file.readAll(), JsonLimits::forFiles());
            if (!content || !(*content)["screens"].isArray())
                continue;
            const Graph graph = kind().lens().project({*content});
            QCOMPARE(graph.nodes().size(), (*content)["screens"].size());
            screens += int(graph.nodes().size());
        }
        QVERIFY(screens > 100);
    }
};

JACKFIELD_TEST(WhatsappFlowTest)

} // namespace jackfield::whatsapp_flow_test

#include "whatsapp_flow_test.moc"
