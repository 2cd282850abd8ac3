// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/flows/conversation_flows.h"

#include "model/kinds/conversation_flow/shape/platform_path.h"
#include "tests/support/flows/plain_json.h"
#include "tests/support/test_program.h"

#include <QFile>
#include <QtTest>

#include <ctime>

namespace jackfield::conversation_rules_test {

using namespace testing;
using namespace Qt::Literals::StringLiterals;

class ConversationRulesTest : public QObject
{
    Q_OBJECT

private slots:
    void flowHasProblems_data();
    void flowHasProblems();
    void fallbackWarningReadsAsThePlatformPrintsIt();
    void problemNamesNodeAndEdge();
    void placeReadsTheSameInEveryShape();
    void pathOfAPlace_data();
    void pathOfAPlace();
    void sampleHasNoErrors();
    void timeGrowsWithTheFlow();
};

namespace {

Problems problemsOf(const Json &content)
{
    const FlowState state{.content = content};
    return conversationKind().rules().check(state, conversationKind().lens().project(state));
}

/// "error code path" for each problem.
QStringList listed(const Json &content)
{
    QStringList lines;
    for (const Problem &problem : problemsOf(content)) {
        lines.append(
            (problem.severity == Severity::Error ? u"error "_s : u"warning "_s) + QString::fromUtf8(problem.code) + u' '
            + QString::fromUtf8(conversationflow::platformPath(content, problem.pointer)));
    }
    return lines;
}

} // namespace

void ConversationRulesTest::flowHasProblems_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const char *content, const QStringList &expected) {
        QTest::newRow(name) << QByteArray(content) << expected;
    };
    row("nothing", "{'a':{'message':'A','transitions':{'default':'a'}}}", {});
    row("no state", "{}", {u"error no-state states"_s});
    row("no state in an array", "{'states':[]}", {u"error no-state states"_s});
    row("not an object", "[]", {u"error no-state states"_s});
    row("target missing", "{'a':{'message':'A','transitions':{'yes':'z','default':'a'}}}",
        {u"error edge-target-missing states.a.transitions.yes"_s});
    row("target of a condition missing", "{'a':{'message':'A','transitions':{'yes':{'target':'z'},'default':'a'}}}",
        {u"error edge-target-missing states.a.transitions.yes.target"_s});
    row("targets of a call missing",
        "{'a':{'message':'A','actions':[{'type':'API_CALL','url':'https://"
        "x','success_transition':'y','failure_transition':'z'}]}}",
        {u"error edge-target-missing states.a.actions[0].success_transition"_s,
         u"error edge-target-missing states.a.actions[0].failure_transition"_s});
    row("target empty", "{'a':{'message':'A','transitions':{'yes':'','no':null,'default':'a'}}}",
        {u"error transition-target-empty states.a.transitions.yes"_s,
         u"error transition-target-empty states.a.transitions.no"_s});
    row("initial state missing", "{'initial_state':'z','states':{'a':{'message':'A','transitions':{'default':'a'}}}}",
        {u"error initial-state-missing initial_state"_s});
    row("state says and does nothing", "{'a':{'message':' ','actions':[],'transitions':{'default':'a'}}}",
        {u"error state-empty states.a"_s});
    row("message of another type", "{'a':{'message':7,'transitions':{'default':'a'}}}",
        {u"error message-invalid states.a.message"_s});
    row("state of another type", "{'states':{'a':'text'}}", {u"error state-invalid states.a"_s});
    row("transitions of another type", "{'a':{'message':'A','transitions':['a']}}",
        {u"error transitions-invalid states.a.transitions"_s, u"warning no-fallback states.a.transitions"_s});
    row("actions of another type", "{'a':{'message':'A','actions':7,'transitions':{'default':'a'}}}",
        {u"error actions-invalid states.a.actions"_s});
    row("actions that cannot run",
        "{'a':{'transitions':{'default':'a'},'actions':[7,{},{'type':'JUMP'},{'type':'API_CALL'},"
        "{'type':'API_CALL','integration':'i','url':'u'},{'type':'API_CALL','integration':'i'},"
        "{'type':'API_CALL','integration':'','path':'/"
        "'},{'type':'API_CALL','url':''},{'type':'API_CALL','url':'u','method':'get'},"
        "{'type':'SEND_MESSAGE'},{'type':'CONDITION'}]}}",
        {u"error action-invalid states.a.actions[0]"_s, u"error action-type-missing states.a.actions[1]"_s,
         u"error action-type-unknown states.a.actions[2].type"_s, u"error call-target-missing states.a.actions[3]"_s,
         u"error call-target-twice states.a.actions[4]"_s, u"error path-missing states.a.actions[5]"_s,
         u"error integration-missing states.a.actions[6].integration"_s, u"error url-missing states.a.actions[7].url"_s,
         u"error method-unknown states.a.actions[8].method"_s, u"error message-missing states.a.actions[9]"_s,
         u"error condition-missing states.a.actions[10]"_s});
    row("actions that run",
        "{'a':{'transitions':{'default':'a'},'actions':[{'type':'API_CALL','integration':'i','path':'/"
        "x','method':'PATCH'},"
        "{'type':'API_CALL','url':'https://x'},{'type':'LLM_AGENT','system_prompt':'Be "
        "kind.'},{'type':'SEND_MESSAGE','message':'x'},"
        "{'type':'CONDITION','expression':'x'}]}}",
        {});
    row("agent without instructions", "{'a':{'transitions':{'default':'a'},'actions':[{'type':'LLM_AGENT'}]}}",
        {u"warning agent-prompt-missing states.a.actions[0]"_s});
    row("no fallback", "{'a':{'message':'A','transitions':{'yes':'a'}}}",
        {u"warning no-fallback states.a.transitions"_s});
    row("no way on from the start", "{'a':{'message':'A','transitions':{}}}",
        {u"warning no-fallback states.a.transitions"_s});
    row("no way on later", "{'a':{'message':'A','transitions':{'default':'b'}},'b':{'message':'B','transitions':{}}}",
        {u"warning dead-end states.b"_s});
    row("call with both ways needs no fallback",
        "{'a':{'message':'A','actions':[{'type':'API_CALL','url':'u','success_transition':'a','failure_transition':'a'}"
        "]}}",
        {});
    row("call with one way needs a fallback",
        "{'a':{'message':'A','actions':[{'type':'API_CALL','url':'u','success_transition':'a'}]}}",
        {u"warning no-fallback states.a.transitions"_s});
    row("agent stays", "{'a':{'message':'A','actions':[{'type':'LLM_AGENT','system_prompt':'x'}]}}", {});
    row("unreachable",
        "{'a':{'message':'A','transitions':{'default':'a'}},'b':{'message':'B','transitions':{'default':'b'}}}",
        {u"warning unreachable-node states.b"_s});
    row("reached by an intent",
        "{'intents':{'b':['stop']},'states':{'a':{'message':'A','transitions':{'default':'a'}},"
        "'b':{'message':'B','transitions':{'default':'b'}}}}",
        {});
    row("unusual name", "{'Hello you':{'message':'A','transitions':{'default':'Hello you'}}}",
        {u"warning state-name-unusual states[\"Hello you\"]"_s});
    row("name missing", "{'states':[{'message':'A','transitions':{'default':'#1'}}]}",
        {u"error state-name-missing states[0]"_s});
    row("name repeated",
        "{'states':[{'name':'a','message':'A','transitions':{'default':'a'}},{'name':'a','message':'A','transitions':{'"
        "default':'a'}}]}",
        {u"error state-name-repeated states.a.name"_s, u"warning unreachable-node states.a"_s});
    row("variable never set",
        "{'a':{'message':'{{ variables.x.y[0] }} {{variables.x}} {{variables.z}}','transitions':{'default':'a'}}}",
        {u"warning variable-never-set states.a.message"_s, u"warning variable-never-set states.a.message"_s});
    row("variables that are set",
        "{'a':{'message':'{{variables.order.id}} {{variables.response}} {{variables.contact_name}} {{variables.a}} "
        "{{name}}',"
        "'actions':[{'type':'API_CALL','url':'u','save_to':'order'}],'transitions':{'default':'a'}}}",
        {});
    row("old format in order",
        "{'hi':{'message':['Hi'],'next_state':'choice_a'},'choice_a':{'1':'bye','2':'end'},'bye':{'message':[['Bye'],['"
        "Ciao']],"
        "'next_state':'end'},'other_entry':{'message':['{{x}}'],'next_state':'end'}}",
        {});
    row("old format with faults",
        "{'hi':{'message':[[' ']],'next_state':'gone'},'choice_a':{'1':'nowhere'},'bye':{'message':['Bye']}}",
        {u"error state-empty states.hi"_s, u"error edge-target-missing states.hi.next_state"_s,
         u"error edge-target-missing states.choice_a.1"_s, u"warning dead-end states.bye"_s});
    row("end is no state in the current format", "{'a':{'message':'A','transitions':{'default':'end'}}}",
        {u"error edge-target-missing states.a.transitions.default"_s});
}

void ConversationRulesTest::flowHasProblems()
{
    QFETCH(QByteArray, content);
    QFETCH(QStringList, expected);
    QCOMPARE(listed(plainJson(content)).join(u'\n'), expected.join(u'\n'));
}

void ConversationRulesTest::fallbackWarningReadsAsThePlatformPrintsIt()
{
    const Json map = plainJson("{'greeting':{'message':'Hi','transitions':{'order':'greeting'}}}");
    for (const Json &content : {map, wrappedStates(map), listedStates(map)}) {
        const Problems problems = problemsOf(content);
        QCOMPARE(problems.size(), 1);
        QVERIFY(!hasErrors(problems));
        QCOMPARE(conversationflow::platformPath(content, problems.first().pointer), "states.greeting.transitions"_ba);
        QCOMPARE(problems.first().message, u"No fallback transition defined - users may get stuck."_s);
    }
}

void ConversationRulesTest::problemNamesNodeAndEdge()
{
    const Problems problems = problemsOf(plainJson("{'a':{'message':'A','transitions':{'default':'z'}}}"));
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().node, NodeId("a"));
    QCOMPARE(problems.first().edge, EdgeId("a/transitions/default"));
    QCOMPARE(problems.first().message, u"Target state 'z' does not exist: add it, or lead to another state."_s);
}

void ConversationRulesTest::placeReadsTheSameInEveryShape()
{
    const Json map
        = plainJson("{'a':{'message':'','transitions':{'yes':'z'}},'b':{'actions':[{'type':'API_CALL'},{'type':'"
                    "X'}],'transitions':{}}}");
    const QStringList expected = listed(map);
    QVERIFY(expected.size() > 5);
    QCOMPARE(listed(wrappedStates(map)), expected);
    QCOMPARE(listed(listedStates(map)), expected);
}

void ConversationRulesTest::pathOfAPlace_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *content, const char *pointer, const char *expected) {
        QTest::addRow("%s in %s", pointer, content)
            << QByteArray(content) << QByteArray(pointer) << QByteArray(expected);
    };
    row("{'fetch':{'actions':[{}]}}", "/fetch/actions/0/success_transition",
        "states.fetch.actions[0].success_transition");
    row("{'states':[{'name':'fetch','actions':[{}]}]}", "/states/0/actions/0/url", "states.fetch.actions[0].url");
    row("{'states':[{}]}", "/states/0/message", "states[0].message");
    row("{'states':{'a':{}}}", "/states/a/transitions", "states.a.transitions");
    row("{'states':{'a':{}}}", "/initial_state", "initial_state");
    row("{'a':{},'intents':{'x':['y']}}", "/intents/x/0", "intents.x[0]");
    row("{'a':{}}", "", "states");
    row("{'states':{}}", "/states", "states");
    row("{'a':{'transitions':{'Book a \\'table\\'':1}}}", "/a/transitions/Book a \"table\"",
        "states.a.transitions[\"Book a \\\"table\\\"\"]");
    row("{'1':{'2':'x'}}", "/1/2", "states.1.2");
}

void ConversationRulesTest::pathOfAPlace()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, expected);
    QCOMPARE(conversationflow::platformPath(plainJson(content), JsonPointer(pointer)), expected);
}

void ConversationRulesTest::sampleHasNoErrors()
{
    QFile file(u":/samples/conversation_salon_booking.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Json sample = plainJson(file.readAll());
    const auto flows = conversationKind().files().extract(sample);
    QCOMPARE(flows.size(), size_t(1));
    QCOMPARE(listed(flows.front().content), QStringList{u"warning dead-end states.goodbye"_s});
    const qsizetype states = conversationKind().lens().project({.content = flows.front().content}).nodes().size();
    QVERIFY(states >= 15 && states <= 40);
}

/// A chain is the worst case of a walk that recurses; ten times the states may not take a hundred times as long.
void ConversationRulesTest::timeGrowsWithTheFlow()
{
    const auto seconds = [](int states) {
        const FlowState state{.content = largeConversation(states)};
        const Graph graph = conversationKind().lens().project(state);
        const std::clock_t started = std::clock();
        const Problems problems = conversationKind().rules().check(state, graph);
        return problems.isEmpty() ? double(std::clock() - started) / CLOCKS_PER_SEC : -1;
    };
    const double small = seconds(3'000);
    const double large = seconds(30'000);
    qInfo() << "3 000 states" << small << "s, 100 000 states" << large << "s";
    QVERIFY(small >= 0 && large >= 0);
    QVERIFY(large < 40 * std::max(small, 0.005));
}

JACKFIELD_TEST(ConversationRulesTest)

} // namespace jackfield::conversation_rules_test

#include "conversation_rules_test.moc"
