// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/flows/conversation_flows.h"
#include "tests/support/flows/plain_json.h"
#include "tests/support/test_program.h"

#include <QtTest>

namespace jackfield::conversation_projection_test {

using namespace testing;

class ConversationProjectionTest : public QObject
{
    Q_OBJECT

private slots:
    void flowShowsStatesAndTransitions_data();
    void flowShowsStatesAndTransitions();
    void stateLooksLikeWhatItDoes_data();
    void stateLooksLikeWhatItDoes();
    void positionsComeFromTheSidecar();
    void summaryStaysShortForALongMessage();
};

void ConversationProjectionTest::flowShowsStatesAndTransitions_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *content, const char *expected) {
        QTest::newRow(name) << QByteArray(content) << QByteArray(expected);
    };
    row("blank", "{}", "");
    row("no flow at all", "[1,2]", "");
    row("bare map", "{'hi':{'message':'Hello','transitions':{'order':'bye','default':'hi'}},'bye':{'message':'Bye'}}",
        R"(node hi (state) ask "hi" | Hello -> ["order", "option_1"=+ option, else "default"] start /hi
node bye (state) end "bye" | Bye -> ["option_1"=+ option, else "default"] terminal /bye
edge hi/transitions/order: hi[order] -> bye /hi/transitions/order
edge hi/transitions/default: hi[default] -> hi /hi/transitions/default
)");
    row("states object, initial state",
        "{'initial_state':'b','states':{'a':{'message':'A','transitions':{'default':'b'}},'b':{'message':'B'}}}",
        R"(node a (state) say "a" | A -> ["option_1"=+ option, else "default"] /states/a
node b (state) end "b" | B -> ["option_1"=+ option, else "default"] start terminal /states/b
edge a/transitions/default: a[default] -> b /states/a/transitions/default
)");
    row("states array",
        "{'states':[{'name':'a','message':'A','transitions':{'default':'b'}},{'name':'b','message':'B'}]}",
        R"(node a (state) say "a" | A -> ["option_1"=+ option, else "default"] start /states/0
node b (state) end "b" | B -> ["option_1"=+ option, else "default"] terminal /states/1
edge a/transitions/default: a[default] -> b /states/0/transitions/default
)");
    row("array with repeated and missing names",
        "{'states':[{'name':'a','message':'1'},{'name':'a','message':'2','transitions':{'default':'a'}},{'message':'3'}"
        "]}",
        R"(node a (state) end "a" | 1 -> ["option_1"=+ option, else "default"] start terminal /states/0
node a#2 (state) say "a#2" | 2 -> ["option_1"=+ option, else "default"] /states/1
node #3 (state) end "#3" | 3 -> ["option_1"=+ option, else "default"] terminal /states/2
edge a#2/transitions/default: a#2[default] -> a /states/1/transitions/default
)");
    row("a bare state named states", "{'states':{'message':'Which state?','transitions':{'default':'states'}}}",
        R"(node states (state) say "states" | Which state? -> ["option_1"=+ option, else "default"] start /states
edge states/transitions/default: states[default] -> states /states/transitions/default
)");
    row("actions lead on",
        "{'a':{'message':'A','actions':[{'type':'API_CALL','url':'https://x','success_transition':'b'},"
        "{'type':'CONDITION','expression':'x','true_transition':'b'},"
        "{'type':'CONDITION','conditions':[{'variable':'age','operator':'>','value':17,'target':'b'},{'target':'c'}]},"
        "{'type':'API_CALL','url':'https://y','fire_and_forget':true}]},'b':{'message':'B'}}",
        R"(node a (state) act "a" | A | API_CALL GET https://x | CONDITION x | CONDITION | API_CALL GET https://y -> ["option_1"=+ option, else "default", "actions/0/success_transition"=success (action 1), "actions/0/failure_transition"=failure (action 1), "actions/1/true_transition"=true (action 2), "actions/1/false_transition"=false (action 2), "actions/2/conditions/0/target"=age > 17 (action 3), "actions/2/conditions/1/target"=condition (action 3)] start /a
node b (state) end "b" | B -> ["option_1"=+ option, else "default"] terminal /b
edge a/actions/0/success_transition: a[actions/0/success_transition] -> b /a/actions/0/success_transition
edge a/actions/1/true_transition: a[actions/1/true_transition] -> b /a/actions/1/true_transition
edge a/actions/2/conditions/0/target: a[actions/2/conditions/0/target] -> b /a/actions/2/conditions/0/target
edge a/actions/2/conditions/1/target: a[actions/2/conditions/1/target] -> nowhere (c) /a/actions/2/conditions/1/target
)");
    row("transitions with conditions",
        "{'a':{'message':'A','transitions':{'yes':{'target':'b','condition':{'type':'regex','value':'^y'}},'odd':{'"
        "target':3},"
        "'none':null,'default':''}},'b':{'message':'B'}}",
        R"(node a (state) ask "a" | A -> ["yes", "odd", "none", "option_1"=+ option, else "default"] start /a
node b (state) end "b" | B -> ["option_1"=+ option, else "default"] terminal /b
edge a/transitions/yes: a[yes] -> b "regex: ^y" /a/transitions/yes/target
)");
    row("triggers that could be other ports",
        "{'a':{'message':'A','transitions':{'':'a','new':'a','next_state':'a','actions/0/x':'a','option_1':'a'}}}",
        R"(node a (state) ask "a" | A -> ["transitions/"=, "transitions/new"=new, "transitions/next_state"=next_state, "transitions/actions/0/x"=actions/0/x, "option_1", "option_2"=+ option, else "default"] start /a
edge a/transitions/: a[transitions/] -> a /a/transitions/
edge a/transitions/new: a[transitions/new] -> a /a/transitions/new
edge a/transitions/next_state: a[transitions/next_state] -> a /a/transitions/next_state
edge a/transitions/actions~10~1x: a[transitions/actions/0/x] -> a /a/transitions/actions~10~1x
edge a/transitions/option_1: a[option_1] -> a /a/transitions/option_1
)");
    row("old format",
        "{'a':{'message':['Hi','there'],'next_state':'choice_a','buttons':[{'1':'Yes'}],'validators':[{'type':'date_"
        "validation'}]},"
        "'choice_a':{'1':'b','2':'end','fallback_message':['1 or "
        "2']},'b':{'message':[['One'],['Other']],'next':'end'}}",
        R"(node a (state) say "a" | Hi | there | [1] Yes | date_validation -> [else "default"] start /a
node choice_a (state) decide "choice_a" | 1 or 2 -> ["1", "2", "3"=+ option] /choice_a
node b (state) end "b" | One | or: | Other -> [else "default"] terminal /b
edge a/next_state: a[default] -> choice_a /a/next_state
edge choice_a/1: choice_a[1] -> b /choice_a/1
)");
    row("old format with a state named end", "{'a':{'message':['A'],'next_state':'end'},'end':{'message':['Bye']}}",
        R"(node a (state) say "a" | A -> [else "default"] start /a
node end (state) end "end" | Bye -> [else "default"] terminal /end
edge a/next_state: a[default] -> end /a/next_state
)");
    row("next_state beside transitions",
        "{'a':{'message':'A','next_state':'b','transitions':{'default':'a'}},'b':{'message':'B'}}",
        R"(node a (state) say "a" | A -> ["option_1"=+ option, else "default", "next_state"] start /a
node b (state) end "b" | B -> ["option_1"=+ option, else "default"] terminal /b
edge a/transitions/default: a[default] -> a /a/transitions/default
edge a/next_state: a[next_state] -> b /a/next_state
)");
    row("states that are no objects", "{'states':{'a':'text','b':null,'c':{'message':'C'}}}",
        R"(node a (state) unknown "a" -> [] start /states/a
node b (state) unknown "b" -> [] /states/b
node c (state) end "c" | C -> ["option_1"=+ option, else "default"] terminal /states/c
)");
    row("names that need escapes", "{'x/y~z':{'message':'m','transitions':{'a/b':'x/y~z'}}}",
        R"(node x/y~z (state) say "x/y~z" | m -> ["a/b", "option_1"=+ option, else "default"] start /x~1y~0z
edge x~1y~0z/transitions/a~1b: x/y~z[a/b] -> x/y~z /x~1y~0z/transitions/a~1b
)");
}

void ConversationProjectionTest::flowShowsStatesAndTransitions()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, expected);
    const Graph graph = conversationKind().lens().project({.content = plainJson(content)});
    QCOMPARE(describe(graph), QString::fromUtf8(expected));
}

void ConversationProjectionTest::stateLooksLikeWhatItDoes_data()
{
    QTest::addColumn<QByteArray>("state");
    QTest::addColumn<QByteArray>("family");
    QTest::addColumn<QByteArray>("icon");
    const auto row = [](const char *name, const char *state, const char *family, const char *icon) {
        QTest::newRow(name) << QByteArray(state) << QByteArray(family) << QByteArray(icon);
    };
    row("one way on", "{'message':'x','transitions':{'default':'s'}}", "say", "message");
    row("several ways on", "{'message':'x','transitions':{'a':'s','default':'s'}}", "ask", "question");
    row("no way on", "{'message':'x','transitions':{}}", "end", "end");
    row("old end", "{'message':['x'],'next_state':'end'}", "end", "end");
    row("call", "{'message':'x','actions':[{'type':'API_CALL'}],'transitions':{'a':'s','b':'s'}}", "act", "http");
    row("agent", "{'actions':[{'type':'LLM_AGENT'}]}", "handOver", "agent");
    row("condition", "{'actions':[{'type':'CONDITION'}]}", "decide", "question");
    row("choice", "{'1':'s'}", "decide", "question");
    row("not an object", "7", "unknown", "message");
}

void ConversationProjectionTest::stateLooksLikeWhatItDoes()
{
    QFETCH(QByteArray, state);
    QFETCH(QByteArray, family);
    QFETCH(QByteArray, icon);
    const Graph graph = conversationKind().lens().project({.content = plainJson("{'states':{'s':" + state + "}}")});
    const Node &node = graph.nodes().first();
    QCOMPARE(familyName(node.family).toByteArray(), family);
    QCOMPARE(node.icon, icon);
}

void ConversationProjectionTest::positionsComeFromTheSidecar()
{
    const Graph graph = conversationKind().lens().project(
        {.content = plainJson("{'a':{'message':'A'},'b':{'message':'B'}}"),
         .sidecar = plainJson("{'positions':{'b':{'x':8,'y':-16}}}")});
    QVERIFY(!graph.node(NodeId("a"))->position);
    QCOMPARE(*graph.node(NodeId("b"))->position, QPointF(8, -16));
}

void ConversationProjectionTest::summaryStaysShortForALongMessage()
{
    const Json state
        = Json::object({member("message", Json::string(QByteArray(1'000'000, 'x') + QByteArray(1000, '\n')))});
    const Graph graph = conversationKind().lens().project({.content = Json::object({member("a", state)})});
    QCOMPARE(graph.nodes().first().summary.size(), 1);
    QCOMPARE(graph.nodes().first().summary.first().size(), 200);
}

JACKFIELD_TEST(ConversationProjectionTest)

} // namespace jackfield::conversation_projection_test

#include "conversation_projection_test.moc"
