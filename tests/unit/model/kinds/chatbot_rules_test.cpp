// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/json_reader.h"
#include "model/kinds/kind_registry.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace jackfield::chatbot_rules_test {

using namespace Qt::Literals::StringLiterals;

class ChatbotRulesTest : public QObject
{
    Q_OBJECT

    const KindRegistry m_kinds;
    const Kind &m_kind = *m_kinds.find("chatbot");

    QString report(const QByteArray &content) const
    {
        const Result<Json> json = parseJson(content);
        if (!json)
            return json.error().message;
        const FlowState state{.content = *json};
        QString text;
        for (const Problem &problem : m_kind.rules().check(state, m_kind.lens().project(state))) {
            text += problem.severity == Severity::Error ? u"error "_s : u"warning "_s;
            text += QString::fromUtf8(problem.code + ' ' + problem.pointer.text()) + u": "_s + problem.message + u'\n';
        }
        return text;
    }

private slots:
    void problemsNameTheThingAndTheWayOut_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("expected");
        QTest::newRow("sound flow")
            << R"({"nodes":[{"id":"s","type":"start"},{"id":"q","type":"question","data":{"text":"?","options":["A"]}},{"id":"e","type":"end"}],
            "edges":[{"id":"1","source":"s","target":"q"},{"id":"2","source":"q","sourceHandle":"A","target":"e"},{"id":"3","source":"q","target":"q"}]})"_ba
            << QString();
        QTest::newRow("the seed's edges: [{}]")
            << R"({"nodes":[{"id":"string","type":"start","data":{}}],"edges":[{}]})"_ba
            << uR"(warning dead-end /nodes/0: "Start" (string) leads nowhere: conversations stop there. Connect it to what comes next, or to an end.
error edge-source-missing /edges/0: An edge does not say which node it leaves: delete it or draw it again.
error edge-target-missing /edges/0: An edge of "" does not say where it leads: connect or delete it.
)"_s;
        QTest::newRow("no start")
            << R"({"nodes":[{"id":"e","type":"end"}],"edges":[]})"_ba
            << uR"(error missing-start : The flow has no start: add a start node and connect it to what comes first.
)"_s;
        QTest::newRow("two starts, one of them without a way on")
            << R"({"nodes":[{"id":"a","type":"start"},{"id":"b","type":"start"},{"id":"e","type":"end"}],"edges":[{"id":"1","source":"a","target":"e"}]})"_ba
            << uR"(error several-starts /nodes/1: "Start" (b) is a second start: a flow begins in one place. Delete one of them.
warning dead-end /nodes/1: "Start" (b) leads nowhere: conversations stop there. Connect it to what comes next, or to an end.
)"_s;
        QTest::newRow("ids, and what is no node")
            << R"({"nodes":[{"id":"s","type":"start"},{"id":"e","type":"end"},{"id":"e","type":"end"},{"type":"end"},null],"edges":[{"id":"1","source":"s","target":"e"},7]})"_ba
            << uR"(error duplicate-node-id /nodes/2/id: "End" has the id "e" of another node: give it one of its own.
warning unreachable-node /nodes/2: No conversation reaches "End" (e#2): lead an edge to it, or delete it.
error node-id-missing /nodes/3: "End" has no id, so no edge can lead to it: give it one.
warning unreachable-node /nodes/3: No conversation reaches "End" (#1): lead an edge to it, or delete it.
error node-not-an-object /nodes/4: Item 5 of "nodes" is not a node: delete it, or make it an object with id and type.
warning unreachable-node /nodes/4: No conversation reaches "#2" (#2): lead an edge to it, or delete it.
error edge-not-an-object /edges/1: Item 2 of "edges" is not an edge: delete it.
error edge-source-missing /edges/1: An edge does not say which node it leaves: delete it or draw it again.
error edge-target-missing /edges/1: An edge of "" does not say where it leads: connect or delete it.
)"_s;
        QTest::newRow("edges that lead astray, twice, or by what is not there")
            << R"({"nodes":[{"id":"s","type":"start"},{"id":"m","type":"message","data":{"text":"Hi"}}],"edges":[{"id":"1","source":"s","target":"m"},
                {"id":"1","source":"s","target":"m"},{"id":"2","source":"m","target":"gone"},{"id":"3","source":"void","target":"m"},{"id":"4","source":"m","sourceHandle":"x","target":"m"}]})"_ba
            << uR"(warning duplicate-edge-id /edges/1/id: An edge of "Start" has the id "1" of another edge: give it one of its own.
warning duplicate-edge /edges/1: "Start" leads to "Message" twice by the same output: delete one of the edges.
error edge-target-missing /edges/2: An edge of "Message" leads to "gone", which does not exist: connect or delete it.
error edge-source-missing /edges/3: An edge leaves "void", which does not exist: delete it or draw it again.
warning unknown-output /edges/4: An edge leaves "Message" by "x", which its data does not have: draw it again from another output.
)"_s;
        QTest::newRow("data, options and types")
            << R"({"nodes":[{"id":"s","type":"start"},{"id":"m","type":"message","data":{"text":"  ","label":"Greet"}},{"id":"q","type":"question","data":{"text":"?","options":["A","A"]}},
                {"id":"c","type":"condition","data":{"rules":[]}},{"id":"u","type":"teleport"},{"id":"h","type":"handover","data":{}}],
                "edges":[{"id":"1","source":"s","target":"m"},{"id":"2","source":"m","target":"q"},{"id":"3","source":"q","target":"c"},
                {"id":"4","source":"c","sourceHandle":"true","target":"u"},{"id":"5","source":"u","target":"h"}]})"_ba
            << uR"(warning data-missing /nodes/1/data/text: "Greet" (m) needs "Text": fill it in.
warning option-without-edge /nodes/2/data/options/0: "Question" has no edge for "A": conversations stop there. Connect it to what comes next.
warning duplicate-option /nodes/2/data/options/1: "Question" has "A" twice, so the second is never taken: change or delete it.
warning data-missing /nodes/3/data/rules: "Condition" (c) needs "Rules": fill it in.
warning missing-fallback /nodes/3: "Condition" does not say what happens when no rule is true: connect its last output.
warning unknown-type /nodes/4: "u" (u) is of type "teleport", which is not known here: it is kept as it is.
warning unknown-output /edges/3: An edge leaves "Condition" by "true", which its data does not have: draw it again from another output.
)"_s;
        QTest::newRow("not a flow")
            << R"("text")"_ba
            << uR"(error not-a-flow : The flow is not an object: it needs the lists "nodes" and "edges".
error missing-start : The flow has no start: add a start node and connect it to what comes first.
)"_s;
        QTest::newRow("not a list") << R"({"nodes":[{"id":"s","type":"start"}],"edges":{}})"_ba
                                    << uR"(error not-a-list /edges: Member "edges" has to be a list.
warning dead-end /nodes/0: "Start" (s) leads nowhere: conversations stop there. Connect it to what comes next, or to an end.
)"_s;
    }
    void problemsNameTheThingAndTheWayOut()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QString, expected);
        QCOMPARE(report(content), expected);
    }

    void textOfTheAuthorIsNotTakenForAPattern()
    {
        const QString text = report(R"({"nodes":[{"id":"%1","type":"start","data":{"label":"%2 %3"}}],"edges":[]})");
        QVERIFY2(text.contains(u"\"%2 %3\" (%1) leads nowhere"_s), qPrintable(text));
    }

    void aChainOfTwentyThousandNodesIsWalkedWithoutRecursion()
    {
        std::vector<Json> nodes;
        std::vector<Json> edges;
        constexpr int kNodes = 20'000;
        for (int i = 0; i < kNodes; ++i) {
            const Json id = Json::string(QByteArray::number(i));
            nodes.push_back(Json::object(
                {member("id", id), member("type", Json::string(i == 0 ? "start" : "delay")),
                 member("data", Json::object({member("seconds", Json::number(qint64(1)))}))}));
            if (i > 0)
                edges.push_back(
                    Json::object({member("source", Json::string(QByteArray::number(i - 1))), member("target", id)}));
        }
        const FlowState state{
            .content = Json::object({member("nodes", Json::array(nodes)), member("edges", Json::array(edges))})};
        const Problems problems = m_kind.rules().check(state, m_kind.lens().project(state));
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.first().code, "dead-end"_ba);
        QCOMPARE(problems.first().node, NodeId(QByteArray::number(kNodes - 1)));
    }

    void aLongListOfOptionsIsCheckedInLinearTime()
    {
        std::vector<Json> options;
        for (int i = 0; i < 100'000; ++i)
            options.push_back(Json::string(QByteArray::number(i)));
        const Json data = Json::object({member("text", Json::string("?")), member("options", Json::array(options))});
        const Json question = Json::object(
            {member("id", Json::string("q")), member("type", Json::string("question")), member("data", data)});
        const FlowState state{
            .content = Json::object({member("nodes", Json::array({question})), member("edges", Json::array())})};
        const Graph graph = m_kind.lens().project(state);
        QCOMPARE(graph.nodes().first().outputs.size(), 100'001);
        QVERIFY(m_kind.rules().check(state, graph).size() > 100'000);
    }
};

JACKFIELD_TEST(ChatbotRulesTest)

} // namespace jackfield::chatbot_rules_test

#include "chatbot_rules_test.moc"
