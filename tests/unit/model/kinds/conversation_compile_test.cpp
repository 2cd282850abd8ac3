// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/flows/conversation_flows.h"

#include "model/json/json_writer.h"
#include "tests/support/flows/plain_json.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QtTest>

namespace jackfield::conversation_compile_test {

using namespace testing;
using namespace Qt::Literals::StringLiterals;

class ConversationCompileTest : public QObject
{
    Q_OBJECT

private slots:
    void gestureChangesTheDocument_data();
    void gestureChangesTheDocument();
    void shapeAndSpellingAreKept_data();
    void shapeAndSpellingAreKept();
    void sidecarFollows();
    void pasteRenamesWhatIsTaken();
    void copyLosesLinksThatLeave();
    void gestureIsRefused_data();
    void gestureIsRefused();
    void portTakesOneEdge();
};

namespace {

/// The document after the gesture; checks that the inverse gives back every byte.
QByteArray after(const Json &content, const GraphEdit &gesture, Json *sidecar = nullptr)
{
    FlowState state{.content = content, .sidecar = sidecar ? *sidecar : Json::object()};
    const FlowState before = state;
    const Graph graph = conversationKind().lens().project(state);
    const Result<FlowEdits> edits = conversationKind().lens().compile(state, graph, gesture);
    if (!edits)
        return "refused: " + edits.error().message.toUtf8();
    const Result<FlowEdits> inverse = applyFlowEdits(state, *edits);
    if (!inverse)
        return "does not apply: " + inverse.error().message.toUtf8();
    if (sidecar)
        *sidecar = state.sidecar;
    const QByteArray result = writeJson(state.content);
    if (!applyFlowEdits(state, *inverse) || writeJson(state.content) != writeJson(before.content)
        || state.sidecar != before.sidecar)
        return "is not undone";
    return result;
}

QByteArray text(const QByteArray &quoted)
{
    return writeJson(plainJson(quoted));
}

constexpr char kFlow[] = "{'a':{'message':'A','transitions':{'yes':'b','default':'a'}},'b':{'message':'B'}}";
constexpr char kOld[]
    = "{'a':{'message':['A'],'next_state':'choice_a'},'choice_a':{'1':'b'},'b':{'message':['B'],'next_state':'end'}}";
constexpr char kCall[] = "{'a':{'message':'A','actions':[{'type':'API_CALL','url':'https://"
                         "x','success_transition':'b'}]},'b':{'message':'B'}}";
constexpr char kTyped[] = "{'a':{'message':'A','transitions':{'yes':{'target':'b','condition':{'type':'regex','value':'"
                          "y'}}}},'b':{'message':'B'}}";

} // namespace

void ConversationCompileTest::gestureChangesTheDocument_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<GraphEdit>("gesture");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *content, const GraphEdit &gesture, const char *expected) {
        QTest::newRow(name) << QByteArray(content) << gesture << QByteArray(expected);
    };
    const NodeId a("a");
    const NodeId b("b");
    const NodeId choice("choice_a");
    row("add to a blank flow", "{}", AddNode{"state", {}, {}}, "{'state_1':{'message':'','transitions':{}}}");
    row("add with a wanted name", "{}", AddNode{"state", {}, a}, "{'a':{'message':'','transitions':{}}}");
    row("add skips names in use", "{'state_2':{'message':'x'}}", AddNode{"state", {}, {}},
        "{'state_2':{'message':'x'},'state_3':{'message':'','transitions':{}}}");
    row("remove takes what leads there", kFlow, RemoveNodes{{b}},
        "{'a':{'message':'A','transitions':{'default':'a'}}}");
    row("remove everything", kFlow, RemoveNodes{{b, a}}, "{}");
    row("remove the initial state", "{'initial_state':'b','states':{'a':{'message':'A'},'b':{'message':'B'}}}",
        RemoveNodes{{b}}, "{'states':{'a':{'message':'A'}}}");
    row("remove what an old state leads to", kOld, RemoveNodes{{choice}},
        "{'a':{'message':['A'],'next_state':'end'},'b':{'message':['B'],'next_state':'end'}}");
    row("remove what an action leads to", kCall, RemoveNodes{{b}},
        "{'a':{'message':'A','actions':[{'type':'API_CALL','url':'https://x'}]}}");
    row("remove an edge", kFlow, RemoveEdges{{EdgeId("a/transitions/yes")}},
        "{'a':{'message':'A','transitions':{'default':'a'}},'b':{'message':'B'}}");
    row("remove an old edge", kOld, RemoveEdges{{EdgeId("a/next_state"), EdgeId("choice_a/1")}},
        "{'a':{'message':['A'],'next_state':'end'},'choice_a':{},'b':{'message':['B'],'next_state':'end'}}");
    row("connect the fallback makes room", kFlow, Connect{b, "default", a},
        "{'a':{'message':'A','transitions':{'yes':'b','default':'a'}},'b':{'message':'B','transitions':{'default':'a'}}"
        "}");
    row("connect a new trigger before the fallback", kFlow, Connect{a, "", b},
        "{'a':{'message':'A','transitions':{'yes':'b','option_1':'b','default':'a'}},'b':{'message':'B'}}");
    row("connect by the word new", kFlow, Connect{b, "new", b},
        "{'a':{'message':'A','transitions':{'yes':'b','default':'a'}},'b':{'message':'B','transitions':{'option_1':'b'}"
        "}}");
    row("connect the offered trigger", kFlow, Connect{b, "option_1", a},
        "{'a':{'message':'A','transitions':{'yes':'b','default':'a'}},'b':{'message':'B','transitions':{'option_1':'a'}"
        "}}");
    row("connect an action", kCall, Connect{a, "actions/0/failure_transition", b},
        "{'a':{'message':'A','actions':[{'type':'API_CALL','url':'https://"
        "x','success_transition':'b','failure_transition':'b'}]},"
        "'b':{'message':'B'}}");
    row("connect an old state", kOld, Connect{b, "default", a},
        "{'a':{'message':['A'],'next_state':'choice_a'},'choice_a':{'1':'b'},'b':{'message':['B'],'next_state':'a'}}");
    row("connect a choice", kOld, Connect{choice, "", a},
        "{'a':{'message':['A'],'next_state':'choice_a'},'choice_a':{'1':'b','2':'a'},'b':{'message':['B'],'next_state':"
        "'end'}}");
    row("connect an old state that spells next", "{'a':{'message':['A'],'next':'end'}}", Connect{a, "default", a},
        "{'a':{'message':['A'],'next':'a'}}");
    row("reconnect the end", kFlow, Reconnect{EdgeId("a/transitions/yes"), a, "yes", a},
        "{'a':{'message':'A','transitions':{'yes':'a','default':'a'}},'b':{'message':'B'}}");
    row("reconnect the end keeps the condition", kTyped, Reconnect{EdgeId("a/transitions/yes"), a, "yes", a},
        "{'a':{'message':'A','transitions':{'yes':{'target':'a','condition':{'type':'regex','value':'y'}}}},'b':{'"
        "message':'B'}}");
    row("reconnect to another port renames the trigger", kTyped,
        Reconnect{EdgeId("a/transitions/yes"), a, "default", a},
        "{'a':{'message':'A','transitions':{'default':{'target':'a','condition':{'type':'regex','value':'y'}}}},'b':{'"
        "message':'B'}}");
    row("reconnect the beginning takes the trigger along", kTyped,
        Reconnect{EdgeId("a/transitions/yes"), b, "option_1", b},
        "{'a':{'message':'A','transitions':{}},'b':{'message':'B','transitions':{'option_1':{'target':'b','condition':"
        "{'type':'regex','value':'y'}}}}}");
    row("reconnect to an action loses the condition",
        "{'a':{'message':'A','transitions':{'yes':{'target':'a'}},'actions':"
        "[{'type':'API_CALL','url':'https://x'}]}}",
        Reconnect{EdgeId("a/transitions/yes"), a, "actions/0/success_transition", a},
        "{'a':{'message':'A','transitions':{},'actions':[{'type':'API_CALL','url':'https://"
        "x','success_transition':'a'}]}}");
    row("reconnect an old edge", kOld, Reconnect{EdgeId("a/next_state"), b, "default", choice},
        "{'a':{'message':['A'],'next_state':'end'},'choice_a':{'1':'b'},'b':{'message':['B'],'next_state':'choice_a'}"
        "}");
    row("set a text", kFlow, SetData{b, JsonPointer("/message"_ba), Json::string("C")},
        "{'a':{'message':'A','transitions':{'yes':'b','default':'a'}},'b':{'message':'C'}}");
    row("remove a member", kFlow, SetData{b, JsonPointer("/message"_ba), std::nullopt},
        "{'a':{'message':'A','transitions':{'yes':'b','default':'a'}},'b':{}}");
    row("set what is not there yet", "{'a':{}}",
        SetData{a, JsonPointer("/actions"_ba), plainJson("[{'type':'LLM_AGENT'}]")},
        "{'a':{'actions':[{'type':'LLM_AGENT'}]}}");
    row("rename", kFlow, RenameNode{a, "c"},
        "{'c':{'message':'A','transitions':{'yes':'b','default':'c'}},'b':{'message':'B'}}");
    row("rename a target", kTyped, RenameNode{b, "c"},
        "{'a':{'message':'A','transitions':{'yes':{'target':'c','condition':{'type':'regex','value':'y'}}}},'c':{'"
        "message':'B'}}");
    row("rename the target of an action", kCall, RenameNode{b, "c"},
        "{'a':{'message':'A','actions':[{'type':'API_CALL','url':'https://"
        "x','success_transition':'c'}]},'c':{'message':'B'}}");
    row("rename in the old format", kOld, RenameNode{b, "c"},
        "{'a':{'message':['A'],'next_state':'choice_a'},'choice_a':{'1':'c'},'c':{'message':['B'],'next_state':'end'}"
        "}");
    row("rename the initial state", "{'initial_state':'a','states':{'a':{'message':'A'}}}", RenameNode{a, "c"},
        "{'initial_state':'c','states':{'c':{'message':'A'}}}");
    row("rename to the same", kFlow, RenameNode{a, "a"}, kFlow);
    row("rename what repeats a name", "{'states':[{'name':'a'},{'name':'a'}]}", RenameNode{NodeId("a#2"), "c"},
        "{'states':[{'name':'a'},{'name':'c'}]}");
    row("name what has no name", "{'states':[{'message':'x'}]}", RenameNode{NodeId("#1"), "c"},
        "{'states':[{'name':'c','message':'x'}]}");
    row("the name in an array is a name", "{'states':[{'name':'a','transitions':{'default':'a'}}]}",
        SetData{a, JsonPointer("/name"_ba), Json::string("c")},
        "{'states':[{'name':'c','transitions':{'default':'c'}}]}");
}

void ConversationCompileTest::gestureChangesTheDocument()
{
    QFETCH(QByteArray, content);
    QFETCH(GraphEdit, gesture);
    QFETCH(QByteArray, expected);
    QCOMPARE(after(plainJson(content), gesture), text(expected));
}

void ConversationCompileTest::shapeAndSpellingAreKept_data()
{
    QTest::addColumn<GraphEdit>("gesture");
    QTest::addColumn<QByteArray>("bareMap");
    const auto row = [](const char *name, const GraphEdit &gesture, const char *bareMap) {
        QTest::newRow(name) << gesture << QByteArray(bareMap);
    };
    row("add", AddNode{"state", {}, {}},
        "{'a':{'message':'A','transitions':{'yes':'b','default':'a'}},'b':{'message':'B'},'state_3':{'message':'','"
        "transitions':{}}}");
    row("remove", RemoveNodes{{NodeId("a")}}, "{'b':{'message':'B'}}");
    row("remove edge", RemoveEdges{{EdgeId("a/transitions/default")}},
        "{'a':{'message':'A','transitions':{'yes':'b'}},'b':{'message':'B'}}");
    row("connect", Connect{NodeId("b"), "default", NodeId("a")},
        "{'a':{'message':'A','transitions':{'yes':'b','default':'a'}},'b':{'message':'B','transitions':{'default':'a'}}"
        "}");
    row("reconnect", Reconnect{EdgeId("a/transitions/yes"), NodeId("b"), {}, NodeId("a")},
        "{'a':{'message':'A','transitions':{'default':'a'}},'b':{'message':'B','transitions':{'option_1':'a'}}}");
    row("rename", RenameNode{NodeId("b"), "c"},
        "{'a':{'message':'A','transitions':{'yes':'c','default':'a'}},'c':{'message':'B'}}");
    row("set", SetData{NodeId("b"), {}, plainJson("{'message':'new'}")},
        "{'a':{'message':'A','transitions':{'yes':'b','default':'a'}},'b':{'message':'new'}}");
}

void ConversationCompileTest::shapeAndSpellingAreKept()
{
    QFETCH(GraphEdit, gesture);
    QFETCH(QByteArray, bareMap);
    const Json flow = plainJson(kFlow);
    const Json expected = plainJson(bareMap);
    QCOMPARE(after(flow, gesture), writeJson(expected));
    QCOMPARE(after(wrappedStates(flow), gesture), writeJson(wrappedStates(expected)));
    QCOMPARE(after(listedStates(flow), gesture), writeJson(listedStates(expected)));
}

void ConversationCompileTest::sidecarFollows()
{
    Json sidecar = plainJson("{'positions':{'a':{'x':1,'y':2}}}");
    QCOMPARE(after(plainJson(kFlow), MoveNodes{{{NodeId("b"), QPointF(8, 16)}}}, &sidecar), text(kFlow));
    QCOMPARE(writeJson(sidecar), text("{'positions':{'a':{'x':1,'y':2},'b':{'x':8,'y':16}}}"));
    (void)after(plainJson(kFlow), RenameNode{NodeId("a"), "c"}, &sidecar);
    QCOMPARE(writeJson(sidecar), text("{'positions':{'c':{'x':1,'y':2},'b':{'x':8,'y':16}}}"));
    (void)after(plainJson(kFlow), RemoveNodes{{NodeId("b")}}, &sidecar);
    QCOMPARE(writeJson(sidecar), text("{'positions':{'c':{'x':1,'y':2}}}"));
    (void)after(plainJson(kFlow), AddNode{"state", QPointF(24, 32), {}}, &sidecar);
    QCOMPARE(writeJson(sidecar), text("{'positions':{'c':{'x':1,'y':2},'state_3':{'x':24,'y':32}}}"));
}

void ConversationCompileTest::pasteRenamesWhatIsTaken()
{
    const FlowState from{
        .content = plainJson(kFlow), .sidecar = plainJson("{'positions':{'a':{'x':100,'y':50},'b':{'x':300,'y':20}}}")};
    const Json fragment = conversationKind().lens().copyFragment(
        from, conversationKind().lens().project(from), {NodeId("b"), NodeId("a")});
    Json sidecar = Json::object();
    QCOMPARE(
        after(plainJson("{'a':{'message':'here'}}"), Paste{fragment, QPointF(10, 20)}, &sidecar),
        text("{'a':{'message':'here'},'a_2':{'message':'A','transitions':{'yes':'b','default':'a_2'}},'b':{'message':'"
             "B'}}"));
    QCOMPARE(writeJson(sidecar), text("{'positions':{'a_2':{'x':10,'y':50},'b':{'x':210,'y':20}}}"));
    QCOMPARE(
        after(plainJson("{'states':[]}"), Paste{fragment, {}}),
        text("{'states':[{'name':'a','message':'A','transitions':{'yes':'b','default':'a'}},{'name':'b','message':'B'}]"
             "}"));
    QVERIFY(after(plainJson(kFlow), Paste{plainJson("{'kind':'chatbot','nodes':[]}"), {}}).startsWith("refused"));
}

void ConversationCompileTest::copyLosesLinksThatLeave()
{
    const auto copied = [](const Json &content, const char *id) {
        const FlowState state{.content = content};
        const Json fragment
            = conversationKind().lens().copyFragment(state, conversationKind().lens().project(state), {NodeId(id)});
        return writeJson(fragment["nodes"].at(0)["data"]);
    };
    QCOMPARE(copied(plainJson(kFlow), "a"), text("{'message':'A','transitions':{'default':'a'}}"));
    QCOMPARE(copied(listedStates(plainJson(kFlow)), "a"), text("{'message':'A','transitions':{'default':'a'}}"));
    QCOMPARE(copied(plainJson(kOld), "a"), text("{'message':['A'],'next_state':'end'}"));
    QCOMPARE(copied(plainJson(kCall), "a"), text("{'message':'A','actions':[{'type':'API_CALL','url':'https://x'}]}"));
}

void ConversationCompileTest::gestureIsRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<GraphEdit>("gesture");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const char *content, const GraphEdit &gesture, const QString &message) {
        QTest::newRow(name) << QByteArray(content) << gesture << message;
    };
    const NodeId a("a");
    row("name taken", kFlow, RenameNode{a, "b"}, u"There is already a state 'b': choose another name."_s);
    row("name empty", kFlow, RenameNode{a, ""}, u"A state needs a name: type one."_s);
    row("name reserved by the wrapper", kFlow, RenameNode{a, "states"},
        u"'states' means something else in this flow: choose another name for the state."_s);
    row("name reserved by the old format", kOld, RenameNode{a, "end"},
        u"'end' means something else in this flow: choose another name for the state."_s);
    row("wanted name taken", kFlow, AddNode{"state", {}, a}, u"There is already a state 'a': choose another name."_s);
    row("type unknown", kFlow, AddNode{"question", {}, {}}, u"A conversation flow has states only, no 'question'."_s);
    row("state gone", kFlow, RemoveNodes{{NodeId("z")}}, u"There is no state 'z': it may just have been removed."_s);
    row("edge gone", kFlow, RemoveEdges{{EdgeId("z")}}, u"There is no transition 'z' any more."_s);
    row("port taken", kFlow, Connect{a, "yes", a},
        u"'a' already goes to 'b' for 'yes': drag the end of that edge instead"_s);
    row("port unknown", kFlow, Connect{a, "maybe", a},
        u"State 'a' has no way out called 'maybe': add that trigger first."_s);
    row("port of another edge", kFlow, Reconnect{EdgeId("a/transitions/yes"), a, "default", a},
        u"'a' already goes to 'a' for 'default': drag the end of that edge instead"_s);
    row("state as a text", kFlow, SetData{a, {}, Json::string("x")},
        u"State 'a' must stay an object: remove the state if it is no longer wanted."_s);
    row("name in a new object", "{'states':[{'name':'a'}]}", SetData{a, {}, plainJson("{'name':'b'}")},
        u"Rename state 'a' by its title, so that what leads to it follows."_s);
    row("not a flow", "[1]", AddNode{"state", {}, {}},
        u"This document is not a conversation flow: it must be an object of states. Mend it in the JSON pane."_s);
}

void ConversationCompileTest::gestureIsRefused()
{
    QFETCH(QByteArray, content);
    QFETCH(GraphEdit, gesture);
    QFETCH(QString, message);
    QCOMPARE(QString::fromUtf8(after(plainJson(content), gesture)), u"refused: "_s + message);
}

void ConversationCompileTest::portTakesOneEdge()
{
    const Kind &kind = conversationKind();
    const Graph graph = kind.lens().project(
        {.content = plainJson("{'greeting':{'message':'A','transitions':{'default':'bye'}},'bye':{'message':'B'}}")});
    const NodeId greeting("greeting");
    const Result<void> taken = kind.lens().canConnect(graph, greeting, "default", greeting);
    QVERIFY(!taken);
    QCOMPARE(
        taken.error().message, u"'greeting' already goes to 'bye' for 'default': drag the end of that edge instead"_s);
    VERIFY_OK(kind.lens().canConnect(graph, greeting, "default", greeting, EdgeId("greeting/transitions/default")));
    VERIFY_OK(kind.lens().canConnect(graph, greeting, "", greeting));
    VERIFY_OK(kind.lens().canConnect(graph, NodeId("bye"), "default", greeting));
}

JACKFIELD_TEST(ConversationCompileTest)

} // namespace jackfield::conversation_compile_test

#include "conversation_compile_test.moc"
