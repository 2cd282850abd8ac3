// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/json_reader.h"
#include "model/json/json_writer.h"
#include "model/kinds/kind_registry.h"
#include "tests/support/flows/flow_generator.h"
#include "tests/support/flows/plain_json.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <ctime>
#include <limits>

namespace jackfield::call_flow_test {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Two steps, a place for each and one of another form; startNodeId names the first.
const QByteArray kTwo
    = "{'promptType':'simple','prompt':'p','flowData':{'nodes':[{'id':'a','type':'start','data':{'prompt':'Hi'}},"
      "{'id':'b','type':'end','data':{}}],'edges':[{'id':'e1','source':'a','target':'b'}]},'startNodeId':'a',"
      "'locations':[{'nodeId':'a','x':1,'y':2,'z':3},'pin',{'nodeId':'b','x':5,'y':6}]}";

} // namespace

class CallFlowTest : public QObject
{
    Q_OBJECT

    const KindRegistry m_kinds;
    const Kind &m_kind = *m_kinds.find("call-flow");

    QByteArray checked(const Json &content) const
    {
        const FlowState state{.content = content};
        QByteArrayList found;
        for (const Problem &problem : m_kind.rules().check(state, m_kind.lens().project(state)))
            found.append(problem.code + '@' + problem.pointer.text());
        std::ranges::sort(found);
        return found.join(' ');
    }

    /// The content after a gesture; what it was refused for when it was.
    QByteArray after(const QByteArray &content, const GraphEdit &edit) const
    {
        FlowState state{.content = plainJson(content)};
        const Result<FlowEdits> edits = m_kind.lens().compile(state, m_kind.lens().project(state), edit);
        if (!edits)
            return edits.error().code + '@' + edits.error().pointer;
        if (!edits->sidecar.isEmpty() || !applyFlowEdits(state, *edits))
            return "not applied";
        return writeJson(state.content).replace('"', '\'');
    }

private slots:
    void graphIsThatOfFlowData()
    {
        const FlowState state{.content = plainJson(kTwo)};
        const Graph graph = m_kind.lens().project(state);
        QCOMPARE(graph.nodes().size(), 2);
        const Node &first = graph.nodes().first();
        QCOMPARE(first.pointer.text(), "/flowData/nodes/0"_ba);
        QCOMPARE(first.data.text(), "/flowData/nodes/0/data"_ba);
        QCOMPARE(first.summary, QStringList{u"Hi"_s});
        QCOMPARE(first.position, QPointF(1, 2));
        QVERIFY(first.start && !graph.nodes().last().start);
        QCOMPARE(graph.edges().first().pointer.text(), "/flowData/edges/0"_ba);
        QCOMPARE(graph.edges().first().to, NodeId("b"));
    }

    void startIsWhatTheFlowNames_data()
    {
        QTest::addColumn<QByteArray>("named");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("null") << "null"_ba
                              << "a"_ba;
        QTest::newRow("empty") << "''"_ba
                               << "a"_ba;
        QTest::newRow("a node of another type") << "'b'"_ba
                                                << "b"_ba;
        QTest::newRow("no node") << "'gone'"_ba
                                 << "a"_ba;
    }
    void startIsWhatTheFlowNames()
    {
        QFETCH(const QByteArray, named);
        const Graph graph = m_kind.lens().project(
            {.content = plainJson(QByteArray(kTwo).replace("'startNodeId':'a'", "'startNodeId':" + named))});
        QByteArrayList starts;
        for (const Node &node : graph.nodes()) {
            if (node.start)
                starts.append(node.id.utf8);
        }
        QTEST(starts.join(' '), "start");
    }

    void flowsWithoutAGraphAreEmpty()
    {
        for (const char *content :
             {"{}", "{'flowData':null}", "{'flowData':{}}", "{'flowData':'x','locations':5}", "[]",
              "{'promptType':'simple'}"})
            QVERIFY2(m_kind.lens().project({.content = plainJson(content)}).nodes().isEmpty(), content);
        QVERIFY(m_kind.info().startHint.contains(u"prompt"_s));
        QVERIFY(!m_kind.info().lifecycle.publishes);
    }

    void gesturesChangeFlowDataAndLocations_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<int>("gesture");
        const auto row = [](const char *name, int gesture, const QByteArray &before, const QByteArray &expected) {
            QTest::newRow(name) << before << expected << gesture;
        };
        const QByteArray places = "'locations':[{'nodeId':'a','x':1,'y':2,'z':3},'pin',{'nodeId':'b','x':5,'y':6}]";
        const auto with = [&](const QByteArray &locations) { return QByteArray(kTwo).replace(places, locations); };
        row("move", 0, kTwo, with("'locations':[{'nodeId':'a','x':7,'y':8,'z':3},'pin',{'nodeId':'b','x':5,'y':6}]"));
        row("move without a place", 0, with("'locations':['pin']"),
            with("'locations':['pin',{'nodeId':'a','x':7,'y':8}]"));
        row("move without places", 0, with("'x':1"), with("'x':1,'locations':[{'nodeId':'a','x':7,'y':8}]"));
        row("move where places are null", 0, with("'locations':null"),
            with("'locations':[{'nodeId':'a','x':7,'y':8}]"));
        row("move where places are no list", 0, with("'locations':{}"), "not_a_list@/locations");
        row("move of two places", 0, with("'locations':[{'nodeId':'a','x':1,'y':2},{'nodeId':'a','x':3,'y':4}]"),
            with("'locations':[{'nodeId':'a','x':7,'y':8},{'nodeId':'a','x':3,'y':4}]"));
        row("rename", 1, kTwo,
            QByteArray(kTwo)
                .replace("'id':'a'", "'id':'n'")
                .replace("'source':'a'", "'source':'n'")
                .replace("Id':'a'", "Id':'n'"));
        row("rename onto a stale place", 1, with("'locations':[{'nodeId':'n','x':9,'y':9},{'nodeId':'a','x':1,'y':2}]"),
            with("'locations':[{'nodeId':'n','x':1,'y':2}]")
                .replace("'id':'a'", "'id':'n'")
                .replace("'source':'a'", "'source':'n'")
                .replace("Id':'a'", "Id':'n'"));
        row("remove", 2, kTwo,
            "{'promptType':'simple','prompt':'p','flowData':{'nodes':[{'id':'b','type':'end','data':{}}],'edges':[]},'"
            "startNodeId':null,"
            "'locations':['pin',{'nodeId':'b','x':5,'y':6}]}");
        row("add", 3, "{'flowData':{'nodes':[],'edges':[]},'locations':[]}",
            "{'flowData':{'nodes':[{'id':'new','type':'end','data':{}}],'edges':[]},'locations':[{'nodeId':'new','x':7,"
            "'y':8}]}");
        row("add to nothing", 3, "{'prompt':'p'}",
            "{'prompt':'p','flowData':{'nodes':[{'id':'new','type':'end','data':{}}],'edges':[]},'locations':[{'nodeId'"
            ":'new','x':7,'y':8}]}");
        row("add to null", 3, "{'flowData':null,'locations':[]}",
            "{'flowData':{'nodes':[{'id':'new','type':'end','data':{}}],'edges':[]},'locations':[{'nodeId':'new','x':7,"
            "'y':8}]}");
        row("add where lists are missing", 3, "{'flowData':{},'locations':[]}",
            "{'flowData':{'nodes':[{'id':'new','type':'end','data':{}}]},'locations':[{'nodeId':'new','x':7,'y':8}]}");
        row("add where nodes are no list", 3, "{'flowData':{'nodes':{}}}", "not_a_list@/flowData/nodes");
        row("add to a text", 3, "'text'", "not_a_flow@");
        row("set", 4, kTwo, QByteArray(kTwo).replace("'Hi'", "'Ho'"));
        row("disconnect", 5, kTwo, QByteArray(kTwo).replace("{'id':'e1','source':'a','target':'b'}", ""));
    }
    void gesturesChangeFlowDataAndLocations()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const int, gesture);
        const QList<GraphEdit> gestures{
            MoveNodes{{{NodeId("a"), QPointF(7, 8)}}},
            RenameNode{NodeId("a"), "n"_ba},
            RemoveNodes{{NodeId("a")}},
            AddNode{.type = "end"_ba, .position = {7, 8}, .id = NodeId("new")},
            SetData{NodeId("a"), JsonPointer("/prompt"_ba), Json::string("Ho")},
            RemoveEdges{{EdgeId("e1")}}};
        QTEST(after(before, gestures.at(gesture)), "expected");
    }

    void nodesThatCarryTheirPlaceKeepIt()
    {
        const QByteArray content
            = "{'flowData':{'nodes':[{'id':'a','position':{'x':1,'y':2}}],'edges':[]},'locations':[]}";
        QCOMPARE(
            after(content, MoveNodes{{{NodeId("a"), QPointF(7, 8)}}}),
            QByteArray(content).replace("'x':1,'y':2", "'x':7,'y':8"));
    }

    void reprojectionSeesWhatTheJsonPaneChanges_data()
    {
        QTest::addColumn<JsonEdits>("edits");
        const auto row = [](const char *name, const JsonEdits &edits) { QTest::newRow(name) << edits; };
        const Json node = plainJson("{'id':'c','type':'start','data':{}}");
        row("a prompt", {JsonEdit::set(JsonPointer("/flowData/nodes/0/data/prompt"), Json::string("Ho"))});
        row("another node", {JsonEdit::insert(JsonPointer("/flowData/nodes/0"), node)});
        row("the node that may be the start", {JsonEdit::remove(JsonPointer("/flowData/nodes/0"))});
        row("another type", {JsonEdit::set(JsonPointer("/flowData/nodes/1/type"), Json::string("start"))});
        row("an edge", {JsonEdit::remove(JsonPointer("/flowData/edges/0"))});
        row("a member of its own", {JsonEdit::set(JsonPointer("/prompt"), Json::string("q"))});
        row("a place", {JsonEdit::set(JsonPointer("/locations/0/x"), Json::number(qint64(9)))});
        row("a place that is none any more", {JsonEdit::remove(JsonPointer("/locations/0/y"))});
        row("a place of another node", {JsonEdit::set(JsonPointer("/locations/0/nodeId"), Json::string("b"))});
        row("a place before another",
            {JsonEdit::insert(JsonPointer("/locations/0"), plainJson("{'nodeId':'b','x':0,'y':0}"))});
        row("a place less", {JsonEdit::remove(JsonPointer("/locations/0"))});
        row("the places", {JsonEdit::remove(JsonPointer("/locations"))});
        row("places of another name", {JsonEdit::rename(JsonPointer("/locations"), Json::string("places"))});
        row("a start of another name", {JsonEdit::rename(JsonPointer("/startNodeId"), Json::string("start"))});
        row("another start",
            {JsonEdit::remove(JsonPointer("/startNodeId")),
             JsonEdit::rename(JsonPointer("/prompt"), Json::string("startNodeId"))});
        row("another graph",
            {JsonEdit::remove(JsonPointer("/flowData")),
             JsonEdit::rename(JsonPointer("/prompt"), Json::string("flowData"))});
        row("the start", {JsonEdit::set(JsonPointer("/startNodeId"), Json::string("b"))});
        row("no graph", {JsonEdit::remove(JsonPointer("/flowData"))});
        row("another list", {JsonEdit::set(JsonPointer("/flowData/nodes"), Json::array({node}))});
        row("all", {JsonEdit::set(JsonPointer(), Json::object())});
    }
    void reprojectionSeesWhatTheJsonPaneChanges()
    {
        QFETCH(const JsonEdits, edits);
        for (const QByteArray &start : {"'a'"_ba, "null"_ba, "'b'"_ba}) {
            FlowState state{
                .content = plainJson(QByteArray(kTwo).replace("'startNodeId':'a'", "'startNodeId':" + start))};
            Graph graph = m_kind.lens().project(state);
            const Graph before = graph;
            const FlowEdits applied{.content = edits};
            VERIFY_OK(applyFlowEdits(state, applied));
            const GraphDelta delta = m_kind.lens().reproject(graph, state, applied);
            QCOMPARE(describe(graph), describe(m_kind.lens().project(state)));
            QVERIFY(graph == m_kind.lens().project(state));
            QVERIFY(delta == compareGraphs(before, graph));
        }
    }

    void gesturesOfALargeFlowCostWhatTheyTouch_data()
    {
        QTest::addColumn<GraphEdit>("gesture");
        const NodeId middle("n1000");
        QTest::newRow("move") << GraphEdit(MoveNodes{{{middle, QPointF(7, 8)}}});
        QTest::newRow("set") << GraphEdit(SetData{middle, JsonPointer("/prompt"_ba), Json::string("Ho")});
        QTest::newRow("add") << GraphEdit(AddNode{.type = "end"_ba, .position = {}, .id = {}});
        QTest::newRow("disconnect") << GraphEdit(RemoveEdges{{EdgeId("e1000")}});
    }
    /// Less than half of looking at the whole flow: processor time, the best of three, both in the same moment.
    void gesturesOfALargeFlowCostWhatTheyTouch()
    {
        QFETCH(const GraphEdit, gesture);
        Lcg random;
        Json content = m_kind.files().blank();
        content.set("flowData", generatedChatbot(2000, random));
        content.set("startNodeId", Json::string("n0"));
        for (qsizetype i = 0; i < 2000; ++i) {
            const Json node = content["flowData"]["nodes"].at(i)["id"];
            const Json number = Json::number(qint64(i));
            content.memberRef(content.indexOf("locations"))
                .append(Json::object({member("nodeId", node), member("x", number), member("y", number)}));
        }
        std::clock_t whole = std::numeric_limits<std::clock_t>::max();
        std::clock_t edited = whole;
        for (int round = 0; round < 3; ++round) {
            FlowState state{.content = content};
            std::clock_t started = std::clock();
            Graph graph = m_kind.lens().project(state);
            whole = std::min(whole, std::clock() - started);
            started = std::clock();
            const Result<FlowEdits> edits = m_kind.lens().compile(state, graph, gesture);
            std::clock_t spent = std::clock() - started;
            QVERIFY(edits && applyFlowEdits(state, *edits));
            started = std::clock();
            QVERIFY(!m_kind.lens().reproject(graph, state, *edits).isEmpty());
            spent += std::clock() - started;
            edited = std::min(edited, spent);
        }
        qInfo() << "processor time, of the whole flow" << whole << "of the gesture" << edited;
        QVERIFY(edited < whole / 2);
    }

    void copiesArePastedWithTheirPlaces()
    {
        FlowState state{.content = plainJson(kTwo)};
        const Graph graph = m_kind.lens().project(state);
        const Json fragment = m_kind.lens().copyFragment(state, graph, {NodeId("a"), NodeId("b")});
        QCOMPARE(fragment["kind"].utf8(), QByteArrayView("call-flow"));
        QCOMPARE(fragment["edges"].size(), 1);
        const Result<FlowEdits> edits
            = m_kind.lens().compile(state, graph, Paste{.fragment = fragment, .position = {100, 200}});
        QVERIFY(edits && edits->sidecar.isEmpty());
        VERIFY_OK(applyFlowEdits(state, *edits));
        const Graph now = m_kind.lens().project(state);
        QCOMPARE(now.nodes().size(), 4);
        QCOMPARE(now.nodes().at(2).position, QPointF(100, 200));
        QCOMPARE(now.nodes().at(3).position, QPointF(104, 204));
        QCOMPARE(state.content["locations"].size(), 5);
        QCOMPARE(now.edges().size(), 2);
    }

    void problemsAreFound_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const QByteArray &content, const char *expected) {
            QTest::newRow(name) << content << QByteArray(expected);
        };
        row("whole", kTwo, "");
        row("led by its prompt", "{'promptType':'simple','prompt':'p'}", "");
        row("led by its prompt, with lists that are missing", "{'prompt':'p','flowData':{}}", "");
        row("led by a graph that is not there", "{'promptType':'flow'}", "missing-start@");
        row("led by an empty graph", "{'promptType':'flow','flowData':{'nodes':[],'edges':[]}}",
            "missing-start@/flowData");
        row("no object", "[]", "not-a-flow@");
        row("no prompt", "{}", "blank-prompt@");
        row("choices", "{'prompt':'p','direction':'up','promptType':'both','welcomeMessage':'hi'}",
            "unknown-value@/direction unknown-value@/promptType unknown-value@/welcomeMessage");
        row("types", "{'prompt':'p','isActive':1,'settings':{'callSettings':{'maxCallDuration':-1}},'webhooks':{}}",
            "too-small@/settings/callSettings/maxCallDuration wrong-type@/isActive wrong-type@/webhooks");
        row("own first words", "{'prompt':'p','welcomeMessage':'ai_custom','customWelcomeMessage':''}",
            "welcome-message-missing@/customWelcomeMessage");
        row("addresses",
            "{'prompt':'p','agentWebhookUrl':'ftp://x','inboundWebhookUrl':'','settings':{'webhooks':{'agent':'https://"
            "','inbound':'http://a'}},"
            "'webhooks':[{'name':'w','url':'javascript:x'},{'url':'HTTPS://b/{{id}}'}]}",
            "invalid-url@/agentWebhookUrl invalid-url@/settings/webhooks/agent invalid-url@/webhooks/0/url");
        row("start that is not there", "{'prompt':'p','startNodeId':'x'}", "start-node-missing@/startNodeId");
        row("place of nothing", "{'prompt':'p','locations':[1,{'nodeId':'x','x':1,'y':1}]}",
            "location-of-unknown-node@/locations/1");
        row("two starts",
            "{'prompt':'p','flowData':{'nodes':[{'id':'a','type':'start','data':{}},{'id':'b','type':'start','data':{}}"
            "],"
            "'edges':[{'source':'a','target':'gone'},{'source':'b','target':'a'}]}}",
            "edge-target-missing@/flowData/edges/0 several-starts@/flowData/nodes/1");
        row("flow data of another form", "{'prompt':'p','flowData':[]}",
            "missing-start@/flowData not-a-flow@/flowData");
        row("lists of another form", "{'prompt':'p','flowData':{'nodes':{}}}",
            "missing-start@/flowData not-a-list@/flowData/nodes");
    }
    void problemsAreFound()
    {
        QFETCH(const QByteArray, content);
        QTEST(checked(plainJson(content)), "expected");
    }

    void problemsOfNodesAreMarked()
    {
        const FlowState state{
            .content
            = plainJson("{'prompt':'p','flowData':{'nodes':[{'id':'a','type':'start','data':{}},"
                        "{'id':'w','type':'webhook','data':{}}],'edges':[{'id':'e','source':'a','target':'w'}]}}")};
        const Problems problems = m_kind.rules().check(state, m_kind.lens().project(state));
        const auto found = std::ranges::find(problems, "data-missing"_ba, &Problem::code);
        QVERIFY(found != problems.end());
        QCOMPARE(found->node, NodeId("w"));
        QCOMPARE(found->pointer.text(), "/flowData/nodes/1/data/webhook"_ba);
    }

    void filesAreReadAndGivenBack_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("as returned") << "{'_id':'1','folderId':null,'name':'N','promptType':'simple','prompt':'p','"
                                        "currentPromptId':'c','promptVersions':[],"
                                        "'gemini_prompt':'p','own':1,'createdAt':'t'}"_ba
                                     << "{'promptType':'simple','prompt':'p','own':1}"_ba;
        QTest::newRow("as sent") << "{'name':'N','promptType':'simple','isGlobal':false,'webhooks':[]}"_ba
                                 << "{'promptType':'simple','webhooks':[]}"_ba;
        QTest::newRow("without a prompt type") << "{'direction':'inbound','flowData':{'nodes':[],'edges':[]}}"_ba
                                               << "{'direction':'inbound','flowData':{'nodes':[],'edges':[]}}"_ba;
    }
    void filesAreReadAndGivenBack()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const QByteArray, content);
        const Json json = plainJson(file);
        const Result<KindRegistry::Recognised> found = m_kinds.recognise(json);
        VERIFY_OK(found);
        QCOMPARE(found->kind, &m_kind);
        const ExtractedFlow &flow = found->flows.front();
        QCOMPARE(writeJson(flow.content), writeJson(plainJson(content)));
        QCOMPARE(flow.name, json["name"].toString());
        QCOMPARE(writeJson(m_kind.files().restore(flow.surround, flow.content)), writeJson(json));
    }

    void exportsOfOtherToolsAreNotTakenForCallFlows()
    {
        for (const char *file :
             {"{}", "{'flowData':{'nodes':[],'edges':[]}}",
              "{'name':'n','flowData':{'nodes':[],'edges':[]},'chatbotConfig':null}", "{'nodes':[],'edges':[]}",
              "{'promptType':1}", "{'direction':'inbound','messageChannel':'SMS','settings':{}}"})
            QVERIFY2(m_kind.files().extract(plainJson(file)).empty(), file);
    }

    void everyPublicFlowIsReadWhole()
    {
        const QDir corpus(QStringLiteral(JACKFIELD_CORPUS_DIR "/trillet"));
        if (!corpus.exists())
            QSKIP("The corpus is not there.");
        int flows = 0;
        for (const QString &name : corpus.entryList({u"*call_flow*.json"_s}, QDir::Files)) {
            QFile file(corpus.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const Json json = parseJson(file.readAll()).value();
            const Result<KindRegistry::Recognised> found = m_kinds.recognise(json);
            QVERIFY2(found && found->kind == &m_kind, qPrintable(name));
            const ExtractedFlow &flow = found->flows.front();
            QVERIFY(m_kind.files().restore(flow.surround, flow.content) == json);
            QCOMPARE(m_kind.lens().project({.content = flow.content}).nodes().size(), json["flowData"]["nodes"].size());
            ++flows;
        }
        QVERIFY(flows >= 3);
    }

    void samplesHaveNoErrors_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("ours") << u"call_flow_dental_reception"_s << QByteArray();
        QTest::newRow("the platform's") << u"seed_call_flow"_s << "dead-end@/flowData/nodes/0"_ba;
    }
    void samplesHaveNoErrors()
    {
        QFETCH(const QString, name);
        QFile file(u":/samples/%1.json"_s.arg(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Result<KindRegistry::Recognised> found = m_kinds.recognise(*parseJson(file.readAll()));
        VERIFY_OK(found);
        QCOMPARE(found->kind, &m_kind);
        QTEST(checked(found->flows.front().content), "expected");
    }
};

JACKFIELD_TEST(CallFlowTest)

} // namespace jackfield::call_flow_test

#include "call_flow_test.moc"
