// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/flows/conversation_flows.h"

#include "model/json/json_reader.h"
#include "model/json/json_writer.h"
#include "tests/support/flows/plain_json.h"
#include "tests/support/test_program.h"

#include <QDirIterator>
#include <QFile>
#include <QtTest>

namespace jackfield::conversation_extract_test {

using namespace testing;
using namespace Qt::Literals::StringLiterals;

class ConversationExtractTest : public QObject
{
    Q_OBJECT

private slots:
    void fileHoldsFlows_data();
    void fileHoldsFlows();
    void changedFlowGoesBackWhereItWas();
    void corpusFileKeepsEveryStateAndEdge_data();
    void corpusFileKeepsEveryStateAndEdge();
    void otherFormatsAreNotTaken();
};

namespace {

const QString kCorpus = QStringLiteral(JACKFIELD_CORPUS_DIR);

std::optional<Json> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const Result<Json> json = parseJson(file.readAll(), JsonLimits::forFiles());
    return json ? std::optional(*json) : std::nullopt;
}

} // namespace

void ConversationExtractTest::fileHoldsFlows_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArrayList>("flows");
    const QByteArray flow = "{\"a\":{\"message\":\"A\",\"transitions\":{}}}";
    QTest::newRow("bare map") << flow << QByteArrayList{flow};
    QTest::newRow("wrapper") << "{\"states\":" + flow + "}" << QByteArrayList{"{\"states\":" + flow + "}"};
    QTest::newRow("empty wrapper") << "{\"states\":[]}"_ba << QByteArrayList{"{\"states\":[]}"};
    QTest::newRow("blank") << "{}"_ba << QByteArrayList{"{}"};
    QTest::newRow("stored flow") << "{\"name\":\"N\",\"type\":\"conversation\",\"flow\":" + flow + "}"
                                 << QByteArrayList{flow};
    QTest::newRow("stored blank flow") << "{\"name\":\"N\",\"type\":\"conversation\",\"flow\":{}}"_ba
                                       << QByteArrayList{"{}"};
    QTest::newRow("stored flow of another type") << "{\"type\":\"meta\",\"flow\":" + flow + "}" << QByteArrayList{};
    QTest::newRow("list of stored flows")
        << "[{\"flow\":" + flow + "},{\"id\":1},{\"flow\":{\"states\":[]}}]" << QByteArrayList{flow, "{\"states\":[]}"};
    QTest::newRow("old bot")
        << "{\"id\":1,\"flows\":{\"a\":{\"message\":[\"A\"],\"next_state\":\"end\"}},\"intents\":{\"a\":[\"x\"]}}"_ba
        << QByteArrayList{"{\"a\":{\"message\":[\"A\"],\"next_state\":\"end\"}}"};
    QTest::newRow("intents") << "{\"a\":[\"x\"],\"b\":[\"y\"]}"_ba << QByteArrayList{};
    QTest::newRow("one state") << "{\"a\":null,\"message\":[\"x\"],\"next_state\":\"b\"}"_ba << QByteArrayList{};
    QTest::newRow("one action") << "{\"type\":\"LLM_AGENT\",\"name\":\"x\",\"tools\":[{\"name\":\"mcp\"}]}"_ba
                                << QByteArrayList{};
    QTest::newRow("an error answer") << "{\"error\":{\"code\":\"x\",\"message\":\"y\"}}"_ba << QByteArrayList{};
    QTest::newRow("states of another format")
        << "{\"states\":[{\"name\":\"a\",\"transitions\":[{\"event\":\"x\"}]}]}"_ba << QByteArrayList{};
    QTest::newRow("a number") << "7"_ba << QByteArrayList{};
}

void ConversationExtractTest::fileHoldsFlows()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArrayList, flows);
    const Json parsed = plainJson(file);
    QByteArrayList found;
    for (const ExtractedFlow &flow : conversationKind().files().extract(parsed)) {
        found.append(writeJson(flow.content));
        QVERIFY(flow.certainty > 0 && flow.certainty <= 100);
        QCOMPARE(writeJson(conversationKind().files().restore(flow.surround, flow.content)), writeJson(parsed));
    }
    QCOMPARE(found, flows);
}

void ConversationExtractTest::changedFlowGoesBackWhereItWas()
{
    const Json file
        = plainJson("{'id':7,'flows':{'a':{'message':['A'],'next_state':'end'}},'name':'Bot','intents':{'a':['x']}}");
    const std::vector<ExtractedFlow> flows = conversationKind().files().extract(file);
    QCOMPARE(flows.size(), size_t(1));
    QCOMPARE(flows.front().name, u"Bot"_s);
    QVERIFY(!flows.front().surround["file"]["flows"].isObject());
    QCOMPARE(
        writeJson(conversationKind().files().restore(flows.front().surround, plainJson("{'b':{}}"))),
        writeJson(plainJson("{'id':7,'flows':{'b':{}},'name':'Bot','intents':{'a':['x']}}")));
}

void ConversationExtractTest::corpusFileKeepsEveryStateAndEdge_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("flows");
    QTest::addColumn<int>("nodes");
    QTest::addColumn<int>("edges");
    const auto row = [](const char *path, int flows, int nodes, int edges) {
        QTest::newRow(path) << kCorpus + u'/' + QString::fromLatin1(path) << flows << nodes << edges;
    };
    // Counted by hand in the files: an edge is a target that is not the built-in end.
    row("sarufi/Bulalu__getResponse.json", 1, 3, 0);
    row("sarufi/Bulalu__postResponse.json", 1, 3, 0);
    row("sarufi/Neurotech-HQ__insuarance-flow.json", 1, 25, 23);
    row("sarufi/trixa-tz__weledi-flow.json", 1, 17, 15);
    row("sarufi-api/constructed_v1_plain_choice_map.json", 1, 4, 3);
    row("sarufi-api/constructed_v2_broken_targets.json", 1, 2, 3);
    row("sarufi-api/constructed_v2_wrapped_states_array.json", 1, 2, 1);
    row("sarufi-api/constructed_v2_wrapped_states_object.json", 1, 5, 6);
    row("sarufi-api/flows_api_samples.json", 1, 0, 0);
    row("sarufi-api/seed_flow_api_objects.json", 2, 0, 0);
    row("sarufi-api/v1_insuarance_flow.json", 1, 25, 23);
    row("sarufi-api/v1_kibeti_flow.json", 1, 11, 10);
    row("sarufi-api/v1_pizza_buttons_1.json", 1, 3, 0);
    row("sarufi-api/v1_pizza_validators_1.json", 1, 7, 4);
    row("sarufi-api/v1_pizza_variable_placement_1.json", 1, 9, 8);
    row("sarufi-api/v2_how_flows_work_map.json", 1, 2, 3);
    for (const char *none :
         {"sarufi-api/v1_insuarance_intents.json", "sarufi-api/v1_kibeti_intents.json",
          "sarufi-api/v1_pizza_validators_2.json", "sarufi-api/v2_api_call_actions.json",
          "sarufi-api/v2_llm_agent_action.json", "sarufi-api/chat_api_samples.json",
          "sarufi-api/conversations_api_samples.json", "sarufi-api/constructed_meta_flow_booking.json",
          "sarufi-api/constructed_validate_response_invalid.json"})
        row(none, 0, 0, 0);
}

void ConversationExtractTest::corpusFileKeepsEveryStateAndEdge()
{
    QFETCH(QString, path);
    QFETCH(int, flows);
    QFETCH(int, nodes);
    QFETCH(int, edges);
    if (!QFile::exists(path))
        QSKIP(qPrintable(u"corpus file absent: "_s + path));
    const std::optional<Json> file = readFile(path);
    QVERIFY(file);
    const std::vector<ExtractedFlow> found = conversationKind().files().extract(*file);
    QCOMPARE(int(found.size()), flows);
    qsizetype seenNodes = 0;
    qsizetype seenEdges = 0;
    for (const ExtractedFlow &flow : found) {
        const Graph graph = conversationKind().lens().project({.content = flow.content});
        seenNodes += graph.nodes().size();
        seenEdges += graph.edges().size();
        QCOMPARE(writeJson(conversationKind().files().restore(flow.surround, flow.content)), writeJson(*file));
    }
    QCOMPARE(int(seenNodes), nodes);
    QCOMPARE(int(seenEdges), edges);
}

void ConversationExtractTest::otherFormatsAreNotTaken()
{
    if (!QFile::exists(kCorpus))
        QSKIP(qPrintable(u"corpus absent: "_s + kCorpus));
    int seen = 0;
    QDirIterator files(kCorpus, {u"*.json"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (path.contains(u"/sarufi"_s) || path.contains(u"/nasty/s_sf_"_s) || QFileInfo(path).size() > 2'000'000)
            continue;
        if (const std::optional<Json> file = readFile(path)) {
            QVERIFY2(conversationKind().files().extract(*file).empty(), qPrintable(path));
            ++seen;
        }
    }
    QVERIFY(seen > 100);
}

JACKFIELD_TEST(ConversationExtractTest)

} // namespace jackfield::conversation_extract_test

#include "conversation_extract_test.moc"
