// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/json_reader.h"
#include "model/kinds/kind_registry.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace jackfield::chatbot_projection_test {

using namespace Qt::Literals::StringLiterals;

class ChatbotProjectionTest : public QObject
{
    Q_OBJECT

    const KindRegistry m_kinds;

    QString described(const QByteArray &content, const QByteArray &sidecar = "{}"_ba)
    {
        const Result<Json> json = parseJson(content);
        const Result<Json> beside = parseJson(sidecar);
        if (!json || !beside)
            return json ? beside.error().message : json.error().message;
        return describe(m_kinds.find("chatbot")->lens().project({.content = *json, .sidecar = *beside}));
    }

private slots:
    void everyNodeAndEdgeIsShown_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("expected");

        QTest::newRow("blank flow") << R"({"nodes":[{"id":"start","type":"start","data":{}}],"edges":[]})"_ba
                                    << uR"(node start (start) entry "Start" -> [""] start no-input /nodes/0
)"_s;
        QTest::newRow("message with text and name")
            << R"({"nodes":[{"id":"m","type":"message","data":{"label":"Greet","text":"Hi\n{{name}}"}}],"edges":[]})"_ba
            << uR"(node m (message) say "Greet" | Hi {{name}} -> [""] /nodes/0
)"_s;
        QTest::newRow("question has an output per option and one for the rest")
            << R"({"nodes":[{"id":"q","type":"question","data":{"text":"?","options":["Sales",{"id":"s","label":"Support"},{"value":"v"},""]}}],
                   "edges":[{"id":"e","source":"q","sourceHandle":"Sales","target":"q","label":"again"}]})"_ba
            << uR"(node q (question) ask "Question" | ? -> ["Sales", "s"=Support, "v", "4", else ""=Any other answer] /nodes/0
edge e: q[Sales] -> q "again" /edges/0
)"_s;
        QTest::newRow("condition has an output per rule and Otherwise")
            << R"({"nodes":[{"id":"c","type":"condition","data":{"rules":[
                   {"id":"r1","variable":"topic","operator":"equals","value":"Sales"},{"id":"r2","label":"Old","variable":"age"},{"variable":"x"}]}}]})"_ba
            << uR"(node c (condition) decide "Condition" -> ["r1"=topic equals Sales, "r2"=Old, "3"=x, else ""=Otherwise] /nodes/0
)"_s;
        QTest::newRow("request can fail")
            << R"({"nodes":[{"id":"h","type":"httpRequest","data":{"method":"GET","url":"https://a.example"}}],"edges":[]})"_ba
            << uR"(node h (httpRequest) act "HTTP request" | GET | https://a.example -> ["success"=Found, else "failure"=Failed] /nodes/0
)"_s;
        QTest::newRow("unknown type is a box with the handles of its edges")
            << R"({"nodes":[{"id":"a","type":"llm","data":{"label":"Ask the model","prompt":"Be kind"}},{"id":"b","type":"x"}],
                   "edges":[{"source":"a","sourceHandle":"out","target":"b"},{"source":"a","sourceHandle":"out","target":"zz"}]})"_ba
            << uR"(node a (llm) unknown "Ask the model" | Be kind -> ["out"] /nodes/0
node b (x) unknown "b" -> [""] /nodes/1
edge a:out>b: a[out] -> b /edges/0
edge a:out>zz: a[out] -> nowhere (zz) /edges/1
)"_s;
        QTest::newRow("output that only an edge knows is added to a known type")
            << R"({"nodes":[{"id":"e","type":"end","data":{}}],"edges":[{"id":"1","source":"e","sourceHandle":"late","target":"e"}]})"_ba
            << uR"(node e (end) end "End" -> ["late"] terminal /nodes/0
edge 1: e[late] -> e /edges/0
)"_s;
        QTest::newRow("repeated, absent and numeric ids, and what is no node")
            << R"({"nodes":[{"id":"a","type":"end"},{"id":"a","type":"end"},{"type":"end"},null,7,{"id":5,"type":"end"}],
                   "edges":[{"source":5,"target":"a"},{"source":"5","target":"a"},{},{}]})"_ba
            << uR"(node a (end) end "End" -> [] terminal /nodes/0
node a#2 (end) end "End" -> [] terminal /nodes/1
node #1 (end) end "End" -> [] terminal /nodes/2
node #2 () unknown "#2" -> [""] /nodes/3
node #3 () unknown "#3" -> [""] /nodes/4
node 5 (end) end "End" -> [""] terminal /nodes/5
edge 5>a: 5 -> a /edges/0
edge 5>a#2: 5 -> a /edges/1
edge >:  -> nowhere () /edges/2
edge >#2:  -> nowhere () /edges/3
)"_s;
        QTest::newRow("handles of other tools get readable names")
            << R"j({"nodes":[{"id":"p_0","type":"customNode"},{"id":"l","type":"genericNode"},{"id":"c_0","type":"agentFlow"}],
                   "edges":[{"id":"1","source":"p_0","sourceHandle":"p_0-output-prompt-A|B","target":"l"},
                            {"id":"2","source":"l","sourceHandle":"{œbaseClassesœ:[œToolœ],œdataTypeœ:œCalculatorœ}","target":"p_0"},
                            {"id":"3","source":"c_0","sourceHandle":"c_0-output-0","target":"l","data":{"edgeLabel":"Refund"}}]})j"_ba
            << uR"(node p_0 (customNode) unknown "p_0" -> ["p_0-output-prompt-A|B"=prompt] /nodes/0
node l (genericNode) unknown "l" -> ["{œbaseClassesœ:[œToolœ],œdataTypeœ:œCalculatorœ}"=Calculator] /nodes/1
node c_0 (agentFlow) unknown "c_0" -> ["c_0-output-0"=Refund] /nodes/2
edge 1: p_0[p_0-output-prompt-A|B] -> l /edges/0
edge 2: l[{œbaseClassesœ:[œToolœ],œdataTypeœ:œCalculatorœ}] -> p_0 /edges/1
edge 3: c_0[c_0-output-0] -> l /edges/2
)"_s;
        QTest::newRow("no graph at all") << "[1, 2]"_ba << QString();
        QTest::newRow("lists that are no lists") << R"({"nodes":{"a":1},"edges":"x"})"_ba << QString();
    }
    void everyNodeAndEdgeIsShown()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QString, expected);
        QCOMPARE(described(content), expected);
    }

    void positionOfTheNodeComesBeforeTheSidecar()
    {
        const QByteArray content
            = R"({"nodes":[{"id":"a","type":"end","position":{"x":1,"y":2.5}},{"id":"b","type":"end"},
            {"id":"c","type":"end","position":{"x":"1","y":null}},{"id":"d","type":"end"}]})"_ba;
        const QByteArray sidecar = R"({"positions":{"a":{"x":9,"y":9},"b":{"x":-3,"y":4},"c":{"x":5,"y":6},"d":7}})"_ba;
        QCOMPARE(described(content, sidecar), uR"(node a (end) end "End" -> [] terminal at 1,2.5 /nodes/0
node b (end) end "End" -> [] terminal at -3,4 /nodes/1
node c (end) end "End" -> [] terminal at 5,6 /nodes/2
node d (end) end "End" -> [] terminal /nodes/3
)"_s);
    }
};

JACKFIELD_TEST(ChatbotProjectionTest)

} // namespace jackfield::chatbot_projection_test

#include "chatbot_projection_test.moc"
