// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/json_reader.h"
#include "model/json/json_writer.h"
#include "model/kinds/kind_registry.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QTest>

namespace jackfield::chatbot_compile_test {

using namespace Qt::Literals::StringLiterals;

namespace {

Json parsed(const QByteArray &text)
{
    const Result<Json> json = parseJson(text);
    if (!json)
        qFatal("%s: %s", text.constData(), qPrintable(json.error().message));
    return *json;
}

NodeId n(const char *id)
{
    return NodeId(id);
}

const QByteArray kSmall
    = R"({"nodes":[{"id":"s","type":"start","data":{}},{"id":"q","type":"question","data":{"text":"?","options":["Yes","No"]}},)"
      R"({"id":"m","type":"message","data":{"text":"Hi"}},{"id":"e","type":"end","data":{}}],)"
      R"("edges":[{"id":"e1","source":"s","target":"q"},{"id":"e2","source":"q","sourceHandle":"Yes","target":"m"},)"
      R"({"id":"e3","source":"q","sourceHandle":"No","target":"e","label":"no","x":1}]})"_ba;

} // namespace

class ChatbotCompileTest : public QObject
{
    Q_OBJECT

    const KindRegistry m_kinds;
    const Kind &m_kind = *m_kinds.find("chatbot");

    static void
    row(const char *name, const QByteArray &content, const QByteArray &sidecar, GraphEdit edit,
        const QByteArray &expected, const QByteArray &beside)
    {
        QTest::newRow(name) << content << sidecar << edit << expected << beside;
    }

    static QByteArray changed(QByteArray text, const char *before, const char *after)
    {
        if (!text.contains(before))
            qFatal("%s is not in %s", before, text.constData());
        return text.replace(before, after);
    }

private slots:
    void gestureBecomesTheLeastChange_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("sidecar");
        QTest::addColumn<GraphEdit>("edit");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<QByteArray>("beside");
        const QByteArray none = "{}";
        const QByteArray carried
            = R"({"nodes":[{"id":"a","type":"end","position":{"x":1,"y":2,"z":3},"data":{}}],"edges":[]})";

        row("a new node is placed in the sidecar where nodes have no position", kSmall, none,
            AddNode{.type = "message", .position = {8, 16}, .id = {}},
            changed(
                kSmall, R"("type":"end","data":{}}])",
                R"("type":"end","data":{}},{"id":"message_2","type":"message","data":{"text":""}}])"),
            R"({"positions":{"message_2":{"x":8,"y":16}}})");
        row("and by itself where they have", carried, none,
            AddNode{.type = "delay", .position = {0.5, -3}, .id = n("d")},
            changed(
                carried, "}],", R"(},{"id":"d","type":"delay","position":{"x":0.5,"y":-3},"data":{"seconds":1}}],)"),
            none);
        row("lists that are not there are made", none, none, AddNode{.type = "end", .position = {}, .id = {}},
            R"({"nodes":[{"id":"end_1","type":"end","data":{}}]})", R"({"positions":{"end_1":{"x":0,"y":0}}})");
        row("a move changes the node's own place and keeps the rest of it", carried, none,
            MoveNodes{{{.node = n("a"), .position = {4, 5}}}}, changed(carried, R"("x":1,"y":2)", R"("x":4,"y":5)"),
            none);
        row("a move to where it is changes nothing", carried, none, MoveNodes{{{.node = n("a"), .position = {1, 2}}}},
            carried, none);
        row("a move of others goes to the sidecar", kSmall, R"({"notes":[],"positions":{"m":{"x":1,"y":1}}})",
            MoveNodes{{{.node = n("m"), .position = {2, 2}}, {.node = n("e"), .position = {3, 3}}}}, kSmall,
            R"({"notes":[],"positions":{"m":{"x":2,"y":2},"e":{"x":3,"y":3}}})");
        row("removal takes the edges and the place along", kSmall,
            R"({"positions":{"s":{"x":1,"y":1},"q":{"x":1,"y":1},"e":{"x":0,"y":0}}})", RemoveNodes{{n("q"), n("s")}},
            R"({"nodes":[{"id":"m","type":"message","data":{"text":"Hi"}},{"id":"e","type":"end","data":{}}],"edges":[]})",
            R"({"positions":{"e":{"x":0,"y":0}}})");
        row("an edge goes alone", kSmall, none, RemoveEdges{{EdgeId("e2")}},
            changed(kSmall, R"({"id":"e2","source":"q","sourceHandle":"Yes","target":"m"},)", ""), none);
        row("an edge names its output", kSmall, none, Connect{.from = n("q"), .port = "", .to = n("q")},
            changed(kSmall, R"("x":1})", R"("x":1},{"id":"e4","source":"q","target":"q"})"), none);
        row("edges are written as the others are",
            R"({"nodes":[{"id":"c","type":"condition","data":{"rules":[{"id":"r"}]}},{"id":7,"type":"end"}],"edges":[{"from":"c","to":"c","type":"smooth"}]})",
            none, Connect{.from = n("c"), .port = "r", .to = n("7")},
            R"({"nodes":[{"id":"c","type":"condition","data":{"rules":[{"id":"r"}]}},{"id":7,"type":"end"}],"edges":[{"from":"c","to":"c","type":"smooth"},{"from":"c","sourceHandle":"r","to":7,"type":"smooth"}]})",
            none);
        row("an edge that moves keeps id, label and what we do not know", kSmall, none,
            Reconnect{.edge = EdgeId("e3"), .from = n("m"), .port = "", .to = n("q")},
            changed(
                kSmall, R"("source":"q","sourceHandle":"No","target":"e","label")",
                R"("source":"m","target":"q","label")"),
            none);
        row("setting makes the objects on the way", kSmall, none,
            SetData{.node = n("s"), .pointer = JsonPointer("/a/b"), .value = Json::boolean(true)},
            changed(kSmall, R"("type":"start","data":{})", R"("type":"start","data":{"a":{"b":true}})"), none);
        row("and the data itself", R"({"nodes":[{"id":"a","type":"end"}]})", none,
            SetData{.node = n("a"), .pointer = JsonPointer("/text"), .value = Json::string("Bye")},
            R"({"nodes":[{"id":"a","type":"end","data":{"text":"Bye"}}]})", none);
        row("setting what is so changes nothing", kSmall, none,
            SetData{.node = n("m"), .pointer = JsonPointer("/text"), .value = Json::string("Hi")}, kSmall, none);
        row("removing what is not there changes nothing", kSmall, none,
            SetData{.node = n("m"), .pointer = JsonPointer("/label"), .value = {}}, kSmall, none);
        row("the edge of an option follows its new words", kSmall, none,
            SetData{.node = n("q"), .pointer = JsonPointer("/options/0"), .value = Json::string("Sure")},
            changed(
                changed(kSmall, R"(["Yes","No"])", R"(["Sure","No"])"), R"("sourceHandle":"Yes")",
                R"("sourceHandle":"Sure")"),
            none);
        row("also when the whole list is written", kSmall, none,
            SetData{.node = n("q"), .pointer = JsonPointer("/options"), .value = parsed(R"(["Maybe","Yes","Nope"])")},
            changed(
                changed(kSmall, R"(["Yes","No"])", R"(["Maybe","Yes","Nope"])"),
                R"(,{"id":"e3","source":"q","sourceHandle":"No","target":"e","label":"no","x":1})", ""),
            none);
        row("options that change places keep their edges", kSmall, none,
            SetData{.node = n("q"), .pointer = JsonPointer("/options"), .value = parsed(R"(["No","Yes"])")},
            changed(kSmall, R"(["Yes","No"])", R"(["No","Yes"])"), none);
        row("rules without ids are followed by what they say",
            R"({"nodes":[{"id":"c","type":"condition","data":{"rules":[{"variable":"a"},{"variable":"b"}]}}],"edges":[{"source":"c","sourceHandle":"1","target":"c"},{"source":"c","sourceHandle":"2","target":"c"}]})",
            none, SetData{.node = n("c"), .pointer = JsonPointer("/rules/0"), .value = {}},
            R"({"nodes":[{"id":"c","type":"condition","data":{"rules":[{"variable":"b"}]}}],"edges":[{"source":"c","sourceHandle":"1","target":"c"}]})",
            none);
        row("the edge of an option that goes, goes too", kSmall, none,
            SetData{.node = n("q"), .pointer = JsonPointer("/options/0"), .value = {}},
            changed(
                changed(kSmall, R"(["Yes","No"])", R"(["No"])"),
                R"({"id":"e2","source":"q","sourceHandle":"Yes","target":"m"},)", ""),
            none);
        row("a new id is written wherever edges name the old one", kSmall, R"({"positions":{"q":{"x":1,"y":2}}})",
            RenameNode{.node = n("q"), .name = "ask"},
            changed(
                changed(
                    changed(changed(kSmall, R"("id":"q")", R"("id":"ask")"), R"("target":"q")", R"("target":"ask")"),
                    R"("source":"q","sourceHandle":"Yes")", R"("source":"ask","sourceHandle":"Yes")"),
                R"("source":"q","sourceHandle":"No")", R"("source":"ask","sourceHandle":"No")"),
            R"({"positions":{"ask":{"x":1,"y":2}}})");
        row("a node without id gets one in front", R"({"nodes":[{"type":"end"}]})", none,
            RenameNode{.node = n("#1"), .name = "a"}, R"({"nodes":[{"id":"a","type":"end"}]})", none);
        row("a paste gives new ids where they are taken and keeps the edges inside",
            R"({"nodes":[{"id":"a","type":"message","data":{}}],"edges":[{"id":"e1","source":"a","target":"a"}]})",
            none,
            Paste{
                .fragment = parsed(
                    R"({"jackfield":1,"kind":"chatbot","nodes":[{"id":"a","type":"message","data":{}},{"id":"b","type":"end","position":{"x":9,"y":9}}],)"
                    R"("edges":[{"id":"e1","source":"a","target":"b"}],"positions":{"a":{"x":10,"y":10},"b":{"x":30,"y":5}}})"),
                .position = {100, 200}},
            R"({"nodes":[{"id":"a","type":"message","data":{}},{"id":"message_2","type":"message","data":{}},{"id":"b","type":"end"}],)"
            R"("edges":[{"id":"e1","source":"a","target":"a"},{"id":"e2","source":"message_2","target":"b"}]})",
            R"({"positions":{"message_2":{"x":100,"y":205},"b":{"x":120,"y":200}}})");
    }
    void gestureBecomesTheLeastChange()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QByteArray, sidecar);
        QFETCH(const GraphEdit, edit);
        QFETCH(const QByteArray, expected);
        QFETCH(const QByteArray, beside);
        FlowState state{.content = parsed(content), .sidecar = parsed(sidecar)};
        const Result<FlowEdits> edits = m_kind.lens().compile(state, m_kind.lens().project(state), edit);
        VERIFY_OK(edits);
        const Result<FlowEdits> inverse = applyFlowEdits(state, *edits);
        VERIFY_OK(inverse);
        QCOMPARE(writeJson(state.content), expected);
        QCOMPARE(writeJson(state.sidecar), beside);
        QCOMPARE(edits->isEmpty(), expected == content && beside == sidecar);
        VERIFY_OK(applyFlowEdits(state, *inverse));
        QCOMPARE(writeJson(state.content), content);
        QCOMPARE(writeJson(state.sidecar), sidecar);
    }

    void whatCannotBeSaysWhy_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<GraphEdit>("edit");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QString>("message");
        const auto refused = [](const char *name, const QByteArray &content, GraphEdit edit, const QByteArray &code,
                                const QString &message) { QTest::newRow(name) << content << edit << code << message; };
        refused(
            "unknown type", kSmall, AddNode{.type = "teleport", .position = {}, .id = {}}, "unknown_type",
            u"There is no node type \"teleport\": choose one of the palette."_s);
        refused(
            "taken id", kSmall, AddNode{.type = "end", .position = {}, .id = n("s")}, "id_taken",
            u"There is already a node \"s\": choose another id."_s);
        refused(
            "not a flow", "[]", AddNode{.type = "end", .position = {}, .id = {}}, "not_a_flow",
            u"The flow is not an object with nodes and edges: repair it in the JSON pane."_s);
        refused(
            "not a list", R"({"nodes":{}})", AddNode{.type = "end", .position = {}, .id = {}}, "not_a_list",
            u"Member \"nodes\" of the flow is not a list: repair it in the JSON pane."_s);
        refused(
            "node that is gone", kSmall, RemoveNodes{{n("gone")}}, "node_not_found",
            u"There is no node \"gone\" any more."_s);
        refused(
            "edge that is gone", kSmall, RemoveEdges{{EdgeId("gone")}}, "edge_not_found",
            u"There is no edge \"gone\" any more."_s);
        refused(
            "edge to the start", kSmall, Connect{.from = n("m"), .port = "", .to = n("s")}, "takes_no_input",
            u"\"Start\" begins the flow: nothing can lead to it."_s);
        refused(
            "edge from the end", kSmall, Connect{.from = n("e"), .port = "", .to = n("m")}, "no_output",
            u"\"End\" ends the conversation: nothing can follow it."_s);
        refused(
            "output that is not there", kSmall, Connect{.from = n("q"), .port = "Later", .to = n("m")},
            "port_not_found", u"\"Question\" has no output \"Later\": choose one that it shows."_s);
        refused(
            "output that is taken", kSmall, Connect{.from = n("q"), .port = "Yes", .to = n("e")}, "port_taken",
            u"Output \"Yes\" of \"Question\" already leads to \"Message\": move that edge, or delete it first."_s);
        refused(
            "the same edge", kSmall, Connect{.from = n("q"), .port = "Yes", .to = n("m")}, "edge_exists",
            u"This edge from \"Question\" to \"Message\" is already there."_s);
        refused(
            "edge to a node without an id of its own", R"({"nodes":[{"id":"a","type":"message"},{"type":"end"}]})",
            Connect{.from = n("a"), .port = "", .to = n("#1")}, "no_own_id",
            u"\"End\" has no id of its own, so edges cannot name it: give it one first."_s);
        refused(
            "empty id", kSmall, RenameNode{.node = n("m"), .name = ""}, "name_empty",
            u"A node needs an id: write at least one character."_s);
        refused(
            "id of another", kSmall, RenameNode{.node = n("m"), .name = "q"}, "id_taken",
            u"There is already a node \"q\": choose another id."_s);
        refused(
            "data of what is no node", R"({"nodes":[null]})",
            SetData{.node = n("#1"), .pointer = JsonPointer("/a"), .value = Json()}, "not_an_object",
            u"\"#1\" is not a node but a bare value: delete it, or make it an object in the JSON pane."_s);
        refused(
            "member of a text", kSmall, SetData{.node = n("m"), .pointer = JsonPointer("/text/a"), .value = Json()},
            "does_not_fit",
            u"\"/nodes/2/data/text\" cannot hold \"a\": remove it first, or change it in the JSON pane."_s);
        refused(
            "clipboard of another kind", kSmall,
            Paste{.fragment = parsed(R"({"jackfield":1,"kind":"workflow","nodes":[]})"), .position = {}},
            "invalid_fragment",
            u"The clipboard holds nodes of another kind of flow (workflow): paste them into one of that kind."_s);
        refused(
            "clipboard of another program", kSmall, Paste{.fragment = parsed("[1]"), .position = {}},
            "invalid_fragment", u"The clipboard holds no nodes: copy some on a canvas first."_s);
    }
    void whatCannotBeSaysWhy()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const GraphEdit, edit);
        QFETCH(const QByteArray, code);
        QFETCH(const QString, message);
        const FlowState state{.content = parsed(content)};
        const Result<FlowEdits> edits = m_kind.lens().compile(state, m_kind.lens().project(state), edit);
        QVERIFY(!edits);
        QCOMPARE(edits.error().message, message);
        QCOMPARE(edits.error().code, code);
    }

    void conditionsAndUnknownTypesMayLeadToSeveralPlaces()
    {
        const FlowState state{
            .content = parsed(
                R"({"nodes":[{"id":"c","type":"condition","data":{}},{"id":"u","type":"agent"},{"id":"a","type":"end"},{"id":"b","type":"end"}],)"
                R"("edges":[{"id":"1","source":"c","target":"a"},{"id":"2","source":"u","target":"a"}]})")};
        const Graph graph = m_kind.lens().project(state);
        VERIFY_OK(m_kind.lens().canConnect(graph, n("c"), "", n("b")));
        VERIFY_OK(m_kind.lens().canConnect(graph, n("u"), "", n("b")));
        VERIFY_OK(m_kind.lens().canConnect(graph, n("u"), "", n("u")));
        QVERIFY(!m_kind.lens().canConnect(graph, n("c"), "", n("a")));
        VERIFY_OK(m_kind.lens().canConnect(graph, n("c"), "", n("a"), EdgeId("1")));
    }

    void copyTakesTheEdgesAmongTheNodesAndTheirPlaces()
    {
        const FlowState state{.content = parsed(kSmall), .sidecar = parsed(R"({"positions":{"m":{"x":5,"y":6}}})")};
        const Json fragment
            = m_kind.lens().copyFragment(state, m_kind.lens().project(state), {n("m"), n("q"), n("gone")});
        QCOMPARE(
            writeJson(fragment),
            R"({"jackfield":1,"kind":"chatbot","nodes":[{"id":"q","type":"question","data":{"text":"?","options":["Yes","No"]}},)"
            R"({"id":"m","type":"message","data":{"text":"Hi"}}],"edges":[{"id":"e2","source":"q","sourceHandle":"Yes","target":"m"}],)"
            R"("positions":{"m":{"x":5,"y":6}}})"_ba);
    }
};

JACKFIELD_TEST(ChatbotCompileTest)

} // namespace jackfield::chatbot_compile_test

#include "chatbot_compile_test.moc"
