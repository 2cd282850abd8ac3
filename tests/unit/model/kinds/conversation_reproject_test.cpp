// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/flows/conversation_flows.h"

#include "model/json/json_writer.h"
#include "tests/support/flows/plain_json.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QRandomGenerator>
#include <QtTest>

#include <algorithm>
#include <ctime>
#include <limits>

namespace jackfield::conversation_reproject_test {

using namespace testing;
using namespace Qt::Literals::StringLiterals;

class ConversationReprojectTest : public QObject
{
    Q_OBJECT

private slots:
    void reprojectEqualsProjectAfterAnyGesture_data();
    void reprojectEqualsProjectAfterAnyGesture();
    void reprojectEqualsProjectAfterRawEdits_data();
    void reprojectEqualsProjectAfterRawEdits();
    void oneEditOfALargeFlowIsQuick_data();
    void oneEditOfALargeFlowIsQuick();
};

namespace {

constexpr char kCurrent[]
    = "{'a':{'message':'A','transitions':{'yes':'b','no':'nowhere','default':'a'}},"
      "'b':{'message':'B','actions':[{'type':'API_CALL','url':'https://x','success_transition':'c'},"
      "{'type':'CONDITION','conditions':[{'variable':'v','operator':'==','value':1,'target':'a'}]}]},"
      "'c':{'message':'C','transitions':{'default':{'target':'a','condition':{'type':'regex','value':'x'}}}},"
      "'d':{'message':'D','transitions':{}},'e':{'message':'E'}}";
constexpr char kOld[]
    = "{'a':{'message':['A'],'next_state':'choice_x'},'choice_x':{'1':'b','2':'end','fallback_message':['?']},"
      "'b':{'message':[['B'],['BB']],'next_state':'end'},'c':{'message':['C']},'d':{'message':['D'],'next':'c'}}";

void addFlows()
{
    QTest::addColumn<Json>("content");
    QTest::newRow("bare map") << plainJson(kCurrent);
    QTest::newRow("states object") << wrappedStates(plainJson(kCurrent));
    QTest::newRow("states array") << listedStates(plainJson(kCurrent));
    QTest::newRow("old format") << plainJson(kOld);
    QTest::newRow("old format, states array") << listedStates(plainJson(kOld));
    QTest::newRow("initial state") << plainJson("{'initial_state':'b','states':" + QByteArray(kCurrent) + "}");
    QTest::newRow("names repeat") << plainJson("{'states':[{'name':'a','message':'1'},{'name':'a','message':'2','"
                                               "transitions':{'default':'a'}},{'message':'3'}]}");
    QTest::newRow("odd values") << plainJson(
        "{'a':{'message':3,'transitions':[1]},'b':{'actions':{},'transitions':{'x':"
        "null,'y':{'target':''},'':'a','new':'b'}},"
        "'intents':{'cancel':['stop']},'initial_state':'b','version':'2','':{'message':"
        "'no name','transitions':{'default':'a'}},"
        "'x/y~z':{'message':'m','transitions':{'default':'x/y~z','a/b':'a'}}}");
}

/// Random gestures that mostly fit; those that do not are refused by compile().
class Gestures
{
public:
    explicit Gestures(quint32 seed) : m_random(seed) { }

    GraphEdit next(const FlowState &state, const Graph &graph)
    {
        switch (below(10)) {
        case 0:
            return AddNode{"state", QPointF(below(900), below(900)), {}};
        case 1:
            return RemoveNodes{{node(graph), node(graph)}};
        case 2:
            return RemoveEdges{{edge(graph)}};
        case 3:
            return MoveNodes{{{node(graph), QPointF(below(900), 8)}}};
        case 4:
        case 5: {
            const NodeId from = node(graph);
            return Connect{from, port(graph, from), node(graph)};
        }
        case 6: {
            const NodeId from = node(graph);
            return Reconnect{edge(graph), from, port(graph, from), node(graph)};
        }
        case 7:
            return SetData{node(graph), JsonPointer(below(2) ? "/message"_ba : "/note"_ba), Json::string(word())};
        case 8:
            return RenameNode{node(graph), word()};
        default:
            return Paste{
                conversationKind().lens().copyFragment(state, graph, {node(graph), node(graph)}), QPointF(8, 8)};
        }
    }

    int below(int limit) { return int(m_random.bounded(limit)); }
    QByteArray word() { return "w" + QByteArray::number(below(1000)); }

private:
    NodeId node(const Graph &graph)
    {
        return graph.nodes().isEmpty() ? NodeId() : graph.nodes()[below(int(graph.nodes().size()))].id;
    }
    EdgeId edge(const Graph &graph)
    {
        return graph.edges().isEmpty() ? EdgeId() : graph.edges()[below(int(graph.edges().size()))].id;
    }
    QByteArray port(const Graph &graph, const NodeId &id)
    {
        const Node *found = graph.node(id);
        const int count = found ? int(found->outputs.size()) : 0;
        const int at = below(count + 1);
        return at == count ? QByteArray() : found->outputs[at].id;
    }

    QRandomGenerator m_random;
};

/// Of processor time, so that a busy machine does not count.
double millisecondsSince(std::clock_t started)
{
    return 1000.0 * double(std::clock() - started) / CLOCKS_PER_SEC;
}

QString changes(const GraphDelta &delta)
{
    QStringList words;
    const auto add = [&words](const QString &what, const auto &ids) {
        for (const auto &id : ids)
            words.append(what + id.toString());
    };
    add(u"+"_s, delta.addedNodes);
    add(u"~"_s, delta.changedNodes);
    add(u"-"_s, delta.removedNodes);
    add(u"+>"_s, delta.addedEdges);
    add(u"~>"_s, delta.changedEdges);
    add(u"->"_s, delta.removedEdges);
    return words.join(u' ');
}

} // namespace

void ConversationReprojectTest::reprojectEqualsProjectAfterAnyGesture_data()
{
    addFlows();
}

void ConversationReprojectTest::reprojectEqualsProjectAfterAnyGesture()
{
    QFETCH(Json, content);
    const Kind &kind = conversationKind();
    const quint32 seed = QRandomGenerator::global()->generate();
    int done = 0;
    for (quint32 round = 0; round < 8; ++round) {
        Gestures gestures(seed + round);
        FlowState state{content};
        Graph graph = kind.lens().project(state);
        for (int step = 0; step < 25; ++step) {
            const Result<FlowEdits> edits = kind.lens().compile(state, graph, gestures.next(state, graph));
            if (!edits)
                continue;
            const FlowState before = state;
            const Graph graphBefore = graph;
            const Result<FlowEdits> inverse = applyFlowEdits(state, *edits);
            const QByteArray context = "seed " + QByteArray::number(seed + round) + ", step " + QByteArray::number(step)
                + "\n" + writeJson(before.content) + "\n" + writeJson(editsToJson(edits->content)) + "\n"
                + writeJson(editsToJson(edits->sidecar));
            QVERIFY2(inverse, context.constData());
            const GraphDelta delta = kind.lens().reproject(graph, state, *edits);
            const Graph fresh = kind.lens().project(state);
            QVERIFY2(
                graph == fresh,
                (context + "\n" + describe(graph).toUtf8() + "\n" + describe(fresh).toUtf8()).constData());
            QVERIFY2(
                delta == compareGraphs(graphBefore, fresh),
                (context + changes(delta).toUtf8() + "\n" + changes(compareGraphs(graphBefore, fresh)).toUtf8())
                    .constData());
            FlowState undone = state;
            QVERIFY2(applyFlowEdits(undone, *inverse), context.constData());
            QCOMPARE(writeJson(undone.content), writeJson(before.content));
            Graph back = graph;
            (void)kind.lens().reproject(back, undone, *inverse);
            QVERIFY2(
                back == graphBefore,
                (context + "\n" + describe(back).toUtf8() + "\n" + describe(graphBefore).toUtf8()).constData());
            ++done;
        }
    }
    QVERIFY(done > 40);
}

void ConversationReprojectTest::reprojectEqualsProjectAfterRawEdits_data()
{
    QTest::addColumn<Json>("content");
    QTest::addColumn<QByteArray>("edits");
    const Json map = plainJson(kCurrent);
    const auto row = [](const char *name, const Json &content, const char *edits) {
        QTest::newRow(name) << content << QByteArray(edits);
    };
    row("whole document", map, "[{'op':'set','at':'','value':{}}]");
    row("becomes a wrapper", map, "[{'op':'insert','at':'/states','value':{'z':{'message':'Z'}}}]");
    row("no longer an object", map, "[{'op':'set','at':'','value':[1]}]");
    row("a state named states", map, "[{'op':'insert','at':'/states','value':{'message':'Z'}}]");
    row("state becomes a text", map, "[{'op':'set','at':'/b','value':'text'}]");
    row("state replaced", map, "[{'op':'set','at':'/b','value':{'message':'new','transitions':{'default':'e'}}}]");
    row("states swapped", map, "[{'op':'move','at':'/b','to':3}]");
    row("end appears", plainJson(kOld), "[{'op':'insert','at':'/end','value':{'message':['bye']}}]");
    row("initial state set", wrappedStates(map), "[{'op':'insert','at':'/initial_state','value':'c'}]");
    row("initial state unknown", wrappedStates(map), "[{'op':'insert','at':'/initial_state','value':'zz'}]");
    row("dangling target appears", map, "[{'op':'insert','at':'/nowhere','value':{'message':'here'},'to':0}]");
    row("item moved", listedStates(map), "[{'op':'move','at':'/states/0','to':2}]");
    row("item in front", listedStates(map), "[{'op':'insert','at':'/states/0','value':{'name':'z','message':'Z'}}]");
    row("item edited, then one before it removed", listedStates(map),
        "[{'op':'set','at':'/states/3/message','value':'DD'},{'op':'remove','at':'/states/0'}]");
    row("name taken away", listedStates(map), "[{'op':'remove','at':'/states/1/name'}]");
    row("name repeated", listedStates(map), "[{'op':'set','at':'/states/1/name','value':'a'}]");
    row("intents beside", wrappedStates(map), "[{'op':'insert','at':'/intents','value':{'a':['x']}}]");
    row("a wrapped state named message", wrappedStates(map),
        "[{'op':'insert','at':'/states/message','value':'hello'}]");
    row("nameless state edited", plainJson("{'':{'message':'1'},'a':{'message':'2'}}"),
        "[{'op':'set','at':'//message','value':'3'}]");
    row("order of transitions", map, "[{'op':'move','at':'/a/transitions/yes','to':2}]");
    row("action removed", map, "[{'op':'remove','at':'/b/actions/0'}]");
}

void ConversationReprojectTest::reprojectEqualsProjectAfterRawEdits()
{
    QFETCH(Json, content);
    QFETCH(QByteArray, edits);
    const Kind &kind = conversationKind();
    FlowState state{content};
    Graph graph = kind.lens().project(state);
    const Graph before = graph;
    const Result<JsonEdits> list = editsFromJson(plainJson(edits));
    VERIFY_OK(list);
    const FlowEdits applied{.content = *list, .sidecar = {}};
    const Result<FlowEdits> inverse = applyFlowEdits(state, applied);
    VERIFY_OK(inverse);
    const GraphDelta delta = kind.lens().reproject(graph, state, applied);
    QCOMPARE(describe(graph), describe(kind.lens().project(state)));
    QCOMPARE(changes(delta), changes(compareGraphs(before, graph)));
    VERIFY_OK(applyFlowEdits(state, *inverse));
    (void)kind.lens().reproject(graph, state, *inverse);
    QCOMPARE(describe(graph), describe(before));
}

void ConversationReprojectTest::oneEditOfALargeFlowIsQuick_data()
{
    QTest::addColumn<Json>("content");
    const Json map = largeConversation(10'000);
    QTest::newRow("bare map") << map;
    QTest::newRow("states object") << wrappedStates(map);
    QTest::newRow("states array") << listedStates(map);
}

/// An edit costs less than half of looking at the whole flow again: processor time, the best of three, both in the same
/// moment.
void ConversationReprojectTest::oneEditOfALargeFlowIsQuick()
{
    QFETCH(Json, content);
    const Kind &kind = conversationKind();
    const NodeId middle("state_5001");
    const QList<std::pair<QString, GraphEdit>> gestures{
        {u"set data"_s, SetData{middle, JsonPointer("/message"_ba), Json::string("Changed")}},
        {u"move"_s, MoveNodes{{{middle, QPointF(8, 8)}}}},
        {u"connect"_s, Connect{middle, {}, NodeId("state_1")}},
        {u"remove edge"_s, RemoveEdges{{EdgeId("state_5000/transitions/back")}}},
        {u"add"_s, AddNode{"state", {}, {}}},
        {u"rename"_s, RenameNode{middle, "renamed"}},
        {u"remove"_s, RemoveNodes{{middle}}}};
    for (const auto &[name, gesture] : gestures) {
        double whole = std::numeric_limits<double>::max();
        double edited = whole;
        for (int round = 0; round < 3; ++round) {
            FlowState state{content};
            std::clock_t started = std::clock();
            Graph graph = kind.lens().project(state);
            whole = std::min(whole, millisecondsSince(started));
            started = std::clock();
            const Result<FlowEdits> edits = kind.lens().compile(state, graph, gesture);
            const double compiled = millisecondsSince(started);
            VERIFY_OK(edits);
            VERIFY_OK(applyFlowEdits(state, *edits));
            started = std::clock();
            const GraphDelta delta = kind.lens().reproject(graph, state, *edits);
            edited = std::min(edited, compiled + millisecondsSince(started));
            QVERIFY(!delta.isEmpty());
        }
        qInfo().noquote() << name << edited << "ms, the whole flow" << whole << "ms";
        QVERIFY(edited < whole / 2);
    }
}

JACKFIELD_TEST(ConversationReprojectTest)

} // namespace jackfield::conversation_reproject_test

#include "conversation_reproject_test.moc"
