// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/json_reader.h"
#include "model/json/json_writer.h"
#include "model/kinds/kind_registry.h"
#include "tests/support/flows/plain_json.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QDir>
#include <QFile>
#include <QTest>

namespace jackfield::workflow_test {

using namespace Qt::Literals::StringLiterals;

namespace {

Json fileAt(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return parseJson(file.readAll(), JsonLimits::forFiles()).value();
}

/// "error missing-prompt /system_prompt prompt", one a line.
QByteArray report(const Problems &problems)
{
    QByteArrayList lines;
    for (const Problem &problem : problems) {
        lines.append(
            (problem.severity == Severity::Error ? "error " : "warning ") + problem.code + ' ' + problem.pointer.text()
            + ' ' + problem.node.utf8);
    }
    return lines.join('\n');
}

constexpr const char kTwoFlows[]
    = "{'system_prompt': 'You help.', 'rules': [{'id': 'r', 'name': 'Refund', 'trigger': 'money back',"
      "'condition': 'above 50', 'response': 'A colleague looks.', 'action': 'escalate', 'enabled': false}],"
      "'flows': [{'name': 'Orders', 'priority': 5, 'is_active': true, 'trigger_keywords': [{'keyword': 'order', "
      "'weight': 'high'},"
      "{'keyword': 'late', 'weight': 'low'}], 'conversation_steps': [{'type': 'text_response', 'content': 'Number?',"
      "'followup': 'It begins with A.'}, {'type': 'text_response', 'content': 'Thanks.', 'action': 'lookup'}]},"
      "{'name': 'Hours', 'is_active': false, 'trigger_keywords': [{'keyword': 'open', 'weight': 'high'}],"
      "'conversation_steps': []}]}";

} // namespace

class WorkflowTest : public QObject
{
    Q_OBJECT

    const KindRegistry m_kinds;
    const Kind &kind() const { return *m_kinds.find("workflow"); }

private slots:
    void thePromptLeadsToFlowsAndTheirSteps()
    {
        const Graph graph = kind().lens().project({plainJson(kTwoFlows)});
        QStringList nodes;
        for (const Node &node : graph.nodes())
            nodes.append(
                node.id.toString() + u" | "_s + node.title + u" | "_s + node.summary.join(u" / "_s) + u" | "_s
                + QString::fromUtf8(node.pointer.text()) + (node.start ? u" start"_s : QString())
                + (node.terminal ? u" end"_s : QString()));
        QCOMPARE(
            nodes.join(u'\n'),
            u"prompt | System prompt | You help. | /system_prompt start\n"
            "rule 1 | Refund | Disabled / When: money back / If: above 50 / Say: A colleague looks. / Do: escalate | "
            "/rules/0 end\n"
            "flow 1 | Orders | order, late / Priority 5 | /flows/0\n"
            "flow 1 step 1 | Text response | Number? / Then: It begins with A. | /flows/0/conversation_steps/0\n"
            "flow 1 step 2 | Text response | Thanks. / Do: lookup | /flows/0/conversation_steps/1 end\n"
            "flow 2 | Hours | Inactive / open | /flows/1 end"_s);
        QStringList edges;
        for (const Edge &edge : graph.edges()) {
            QVERIFY2(graph.port(edge.from, edge.port) != nullptr, edge.id.utf8.constData());
            edges.append(edge.from.toString() + u" -> "_s + edge.to.toString());
        }
        QCOMPARE(
            edges.join(u'\n'),
            u"prompt -> flow 1\nflow 1 -> flow 1 step 1\nflow 1 step 1 -> flow 1 step 2\nprompt -> flow 2"_s);
        QVERIFY(!graph.node(NodeId("prompt"))->acceptsInput);
        QVERIFY(!graph.node(NodeId("rule 1"))->acceptsInput);
    }

    void placeholdersKeepTheirPlaceAndAreNotShown()
    {
        const FlowState state{
            plainJson("{'system_prompt': null, 'rules': [[], {'name': 'Partial'}], 'flows': [[], {'name': "
                      "'Menu', 'conversation_steps':"
                      "[[], {'type': 'custom_card'}, []]}, []], 'faq': [[]], 'setup_steps': [[], []]}")};
        const Graph graph = kind().lens().project(state);
        QStringList nodes;
        for (const Node &node : graph.nodes())
            nodes.append(node.id.toString() + u' ' + node.title);
        QCOMPARE(nodes.join(u'\n'), u"prompt System prompt\nrule 2 Partial\nflow 2 Menu\nflow 2 step 2 Custom card"_s);
        QCOMPARE(graph.node(NodeId("flow 2 step 2"))->pointer.text(), "/flows/1/conversation_steps/1"_ba);
        QVERIFY(!report(kind().rules().check(state, graph)).contains("wrong-type"));
    }

    void anyJsonIsShown_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("nodes");
        QTest::newRow("nothing") << "{}"_ba << 1;
        QTest::newRow("no object") << "[1]"_ba << 0;
        QTest::newRow("wrong lists") << "{'rules': 5, 'flows': {'a': 1}}"_ba << 1;
        QTest::newRow("wrong items") << "{'rules': [1, 'x', null], 'flows': [true]}"_ba << 1;
        QTest::newRow("wrong members")
            << "{'flows': [{'name': 7, 'trigger_keywords': 'x', 'conversation_steps': {'a': []}}]}"_ba << 2;
    }
    void anyJsonIsShown()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const int, nodes);
        const FlowState state{plainJson(content)};
        const Graph graph = kind().lens().project(state);
        QCOMPARE(graph.nodes().size(), nodes);
        for (const Node &node : graph.nodes())
            QVERIFY(node.pointer.in(state.content) != nullptr);
        QVERIFY(!kind().rules().check(state, graph).isEmpty());
    }

    void rulesAreChecked_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *content, const char *expected) {
            QTest::newRow(name) << QByteArray(content) << QByteArray(expected);
        };
        const QByteArray ok = "{'name': 'A', 'trigger_keywords': [{'keyword': 'a', 'weight': 'high'}],"
                              "'conversation_steps': [{'type': 'text_response', 'content': 'Hi'}]}";
        row("good", "{'system_prompt': 'Hi'}", "");
        row("blank prompt", "{'system_prompt': '  '}", "error missing-prompt /system_prompt prompt");
        row("no prompt", "{}", "error missing-prompt /system_prompt prompt");
        row("rule without anything", "{'system_prompt': 'Hi', 'rules': [{}]}",
            "error missing-name /rules/0 rule 1\nerror missing-trigger /rules/0 rule 1\nerror missing-response "
            "/rules/0 rule 1");
        row("rule with blanks", "{'system_prompt': 'Hi', 'rules': [{'name': 'A', 'trigger': ' ', 'response': ''}]}",
            "error missing-trigger /rules/0/trigger rule 1\nerror missing-response /rules/0/response rule 1");
        row("the same id",
            "{'system_prompt': 'Hi', 'rules': [{'id': 'x', 'name': 'A', 'trigger': 'a', 'response': 'b'}, [],"
            "{'id': 'x', 'name': 'B', 'trigger': 'a', 'response': 'b'}]}",
            "error duplicate-rule /rules/2/id rule 3");
        row("no ids",
            "{'system_prompt': 'Hi', 'rules': [{'name': 'A', 'trigger': 'a', 'response': 'b'},"
            "{'name': 'B', 'trigger': 'a', 'response': 'b'}]}",
            "");
        row("empty flow", "{'system_prompt': 'Hi', 'flows': [{'name': ''}]}",
            "error missing-name /flows/0/name flow 1\nwarning no-keywords /flows/0 flow 1\nwarning no-steps /flows/0 "
            "flow 1");
        row("empty lists",
            "{'system_prompt': 'Hi', 'flows': [{'name': 'A', 'trigger_keywords': [[]], 'conversation_steps': []}]}",
            "warning no-keywords /flows/0/trigger_keywords flow 1\nwarning no-steps /flows/0/conversation_steps flow "
            "1");
        row("weight and word",
            "{'system_prompt': 'Hi', 'flows': [{'name': 'A', 'trigger_keywords': [{'keyword': '', 'weight': 'huge'}],"
            "'conversation_steps': [{'content': 'Hi'}]}]}",
            "error missing-keyword /flows/0/trigger_keywords/0/keyword flow 1\n"
            "error unknown-weight /flows/0/trigger_keywords/0/weight flow 1");
        row("empty step",
            "{'system_prompt': 'Hi', 'flows': [{'name': 'A', 'trigger_keywords': [{'keyword': 'a'}],"
            "'conversation_steps': [{'type': 'text_response', 'content': ' '}, {'action': 'x'}]}]}",
            "warning empty-step /flows/0/conversation_steps/0 flow 1 step 1");
        row("not objects", "{'system_prompt': 'Hi', 'rules': 1, 'flows': ['x']}",
            "error wrong-type /rules \nerror wrong-type /flows/0 ");
        QTest::newRow("the same word twice")
            << QByteArray(
                   "{'system_prompt': 'Hi', 'flows': [" + ok + ", " + QByteArray(ok).replace("'a'", "' A '") + "]}")
            << "warning duplicate-keyword /flows/1/trigger_keywords/0/keyword flow 2"_ba;
        QTest::newRow("another weight") << QByteArray(
            "{'system_prompt': 'Hi', 'flows': [" + ok + ", " + QByteArray(ok).replace("high", "low") + "]}")
                                        << ""_ba;
        QTest::newRow("inactive") << QByteArray(
            "{'system_prompt': 'Hi', 'flows': [" + ok + ", "
            + QByteArray(ok).replace("'name'", "'is_active': false, 'name'") + "]}")
                                  << ""_ba;
    }
    void rulesAreChecked()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QByteArray, expected);
        const FlowState state{plainJson(content)};
        const Problems problems = kind().rules().check(state, kind().lens().project(state));
        QCOMPARE(report(problems), expected);
        for (const Problem &problem : problems)
            QVERIFY(!problem.message.isEmpty());
    }

    void dataIsSetWhereItLives_data()
    {
        QTest::addColumn<QByteArray>("node");
        QTest::addColumn<QByteArray>("inside");
        QTest::addColumn<QByteArray>("at");
        QTest::newRow("prompt") << "prompt"_ba
                                << "/system_prompt"_ba
                                << "/system_prompt"_ba;
        QTest::newRow("rule") << "rule 1"_ba
                              << "/response"_ba
                              << "/rules/0/response"_ba;
        QTest::newRow("flow") << "flow 2"_ba
                              << "/name"_ba
                              << "/flows/1/name"_ba;
        QTest::newRow("step") << "flow 1 step 2"_ba
                              << "/content"_ba
                              << "/flows/0/conversation_steps/1/content"_ba;
    }
    void dataIsSetWhereItLives()
    {
        QFETCH(const QByteArray, node);
        QFETCH(const QByteArray, inside);
        QFETCH(const QByteArray, at);
        FlowState state{plainJson(kTwoFlows)};
        Graph graph = kind().lens().project(state);
        const Result<FlowEdits> edits
            = kind().lens().compile(state, graph, SetData{NodeId(node), JsonPointer(inside), Json::string("New")});
        VERIFY_OK(edits);
        QCOMPARE(edits->content, (JsonEdits{JsonEdit::set(JsonPointer(at), Json::string("New"))}));
        VERIFY_OK(applyFlowEdits(state, *edits));
        kind().lens().reproject(graph, state, *edits);
        QCOMPARE(describe(graph), describe(kind().lens().project(state)));
    }

    void drawingSaysWhereToEdit()
    {
        const FlowState state{plainJson(kTwoFlows)};
        const Result<FlowEdits> edits
            = kind().lens().compile(state, kind().lens().project(state), AddNode{"flow"_ba, {}, {}});
        QVERIFY(!edits);
        QVERIFY(edits.error().message.contains(u"inspector"_s));
    }

    void filesAreRead_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("contents");
        const auto row = [](const char *name, const char *file, const char *contents) {
            QTest::newRow(name) << QByteArray(file) << QByteArray(contents);
        };
        row("bare", "{'system_prompt': 'A', 'rules': [], 'flows': [], 'x-own': 1.50}",
            "{'system_prompt':'A','rules':[],'flows':[],'x-own':1.50}");
        row("as the API shows it",
            "{'system_prompt': 'A', 'rules': [], 'flows': [[]], 'tags': null, 'id': 'c', 'name': 'N', 'visibility': "
            "'private',"
            "'is_owner': true, 'created_at': 't', 'updated_at': 't', 'more': {}}",
            "{'system_prompt':'A','rules':[],'flows':[[]],'tags':null,'more':{}}");
        row("in an envelope",
            "{'message': 'Success', 'data': {'id': 'c', 'name': 'N', 'system_prompt': null, 'rules': [], 'flows': []}}",
            "{'system_prompt':null,'rules':[],'flows':[]}");
        row("a list",
            "{'message': 'Success', 'meta': {}, 'data': [{'system_prompt': 'A', 'rules': [], 'flows': []}, 5,"
            "{'name': 'N', 'system_prompt': 'B'}]}",
            "{'system_prompt':'A','rules':[],'flows':[]} {'system_prompt':'B'}");
        row("a request", "{'name': 'N', 'system_prompt': 'A'}", "{'system_prompt':'A'}");
        row("something else", "{'message': 'Success', 'data': {'id': 1}}", "");
        row("a prompt alone", "{'system_prompt': 'A'}", "");
        row("a list of texts", "['system_prompt']", "");
    }
    void filesAreRead()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const QByteArray, contents);
        const Json whole = plainJson(file);
        QByteArrayList found;
        for (const ExtractedFlow &flow : kind().files().extract(whole)) {
            found.append(writeJson(flow.content).replace('"', '\''));
            QVERIFY(kind().files().restore(flow.surround, flow.content).isWrittenLike(whole));
            QVERIFY(file.contains("'N'") || flow.name.isEmpty());
        }
        QCOMPARE(found.join(' '), contents);
    }

    void changesGoBackIntoTheFile()
    {
        const Json file = plainJson("{'message': 'Success', 'data': {'id': 'c', 'tags': ['a'], 'name': 'N', "
                                    "'system_prompt': 'A', 'rules': [], 'flows': []}}");
        const std::vector<ExtractedFlow> flows = kind().files().extract(file);
        QCOMPARE(flows.size(), size_t(1));
        Json content = flows.front().content;
        content.set("system_prompt", Json::string("B"));
        content.takeMember(content.indexOf("tags"));
        content.set("setup_time", Json::numberText("5.0"));
        QCOMPARE(
            writeJson(kind().files().restore(flows.front().surround, content)).replace('"', '\''),
            "{'message':'Success','data':{'id':'c','name':'N','system_prompt':'B','rules':[],'flows':[],'setup_time':5.0}}"_ba);
    }

    void whatComesWithTheProgramIsInOrder_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("nodes");
        QTest::newRow("sample") << u":/samples/workflow_repair_shop.json"_s << 15;
        const QDir templates(u":/templates/console"_s);
        for (const QString &name : templates.entryList({u"*.json"_s}, QDir::Files))
            QTest::newRow(qPrintable(name)) << templates.filePath(name) << 15;
        QTest::newRow("example of the page") << u":/samples/seed_workflow.json"_s << 4;
    }
    void whatComesWithTheProgramIsInOrder()
    {
        QFETCH(const QString, path);
        QFETCH(const int, nodes);
        const Result<KindRegistry::Recognised> found = m_kinds.recognise(fileAt(path));
        VERIFY_OK(found);
        QCOMPARE(found->kind->info().id, "workflow"_ba);
        const FlowState state{found->flows.front().content};
        const Graph graph = kind().lens().project(state);
        QVERIFY(graph.nodes().size() >= nodes && graph.nodes().size() <= 40);
        QCOMPARE(report(kind().rules().check(state, graph)), ""_ba);
    }

    void everyPublicFileIsRead()
    {
        const QDir corpus(QStringLiteral(JACKFIELD_CORPUS_DIR "/bimpe"));
        if (!corpus.exists())
            QSKIP("the corpus is not here");
        int flows = 0;
        for (const QString &name : corpus.entryList({u"*workflow*.json"_s}, QDir::Files)) {
            const Json file = fileAt(corpus.filePath(name));
            const Result<KindRegistry::Recognised> found = m_kinds.recognise(file);
            QVERIFY2(found && found->kind == &kind(), qPrintable(name));
            for (const ExtractedFlow &flow : found->flows)
                QVERIFY2(kind().files().restore(flow.surround, flow.content).isWrittenLike(file), qPrintable(name));
            flows += int(found->flows.size());
        }
        QVERIFY(flows >= 6);
    }
};

JACKFIELD_TEST(WorkflowTest)

} // namespace jackfield::workflow_test

#include "workflow_test.moc"
