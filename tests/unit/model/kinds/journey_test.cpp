// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/json_reader.h"
#include "model/json/json_writer.h"
#include "model/kinds/kind_registry.h"
#include "tests/support/flows/plain_json.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QFile>
#include <QTest>

namespace jackfield::journey_test {

using namespace Qt::Literals::StringLiterals;

class JourneyTest : public QObject
{
    Q_OBJECT

    const KindRegistry m_kinds;
    const Kind &m_kind = *m_kinds.find("journey");

private slots:
    void livesAsChatbotsDoUnderItsOwnName()
    {
        QCOMPARE(m_kind.info().title, u"Journey"_s);
        QVERIFY(
            m_kind.info().lifecycle.publishes && m_kind.info().lifecycle.keepsVersions
            && m_kind.info().lifecycle.activates);
        QVERIFY(m_kind.info().parentKind.isEmpty());
        QVERIFY(m_kind.catalog().find("delay") && !m_kind.catalog().find("question"));
    }

    void stepsAreShownInTheWordsOfJourneys()
    {
        const FlowState state{
            .content = plainJson(
                "{'nodes':[{'id':'s','type':'start','data':{'trigger':'event','audience':'All'}},"
                "{'id':'w','type':'delay','data':{'amount':2,'unit':'days'}},{'id':'q','type':'question','data':{}}],"
                "'edges':[{'id':'e','source':'s','target':'w'}]}")};
        const Graph graph = m_kind.lens().project(state);
        QCOMPARE(graph.node(NodeId("s"))->summary, QStringList({u"event"_s, u"All"_s}));
        QCOMPARE(graph.node(NodeId("w"))->title, u"Wait"_s);
        QCOMPARE(graph.node(NodeId("w"))->summary, QStringList({u"2"_s, u"days"_s}));
        QCOMPARE(graph.node(NodeId("q"))->family, Family::Unknown); // a chatbot's word, kept and shown as a plain box
        QCOMPARE(graph.edges().first().to, NodeId("w"));
    }

    void copiesBelongToJourneys()
    {
        FlowState state{.content = m_kind.files().blank()};
        const Graph graph = m_kind.lens().project(state);
        const Json fragment = m_kind.lens().copyFragment(state, graph, {graph.nodes().first().id});
        QCOMPARE(fragment["kind"].utf8(), QByteArrayView("journey"));
        VERIFY_OK(m_kind.lens().compile(state, graph, Paste{.fragment = fragment, .position = {}}));
        const Kind &chatbots = *m_kinds.find("chatbot");
        const Result<FlowEdits> refused = chatbots.lens().compile(
            state, chatbots.lens().project(state), Paste{.fragment = fragment, .position = {}});
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains(u"another kind"_s));
    }

    void filesAreToldFromThoseOfChatbots_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QString>("name");
        const QByteArray graph = "{'nodes':[{'id':'s','type':'start'}],'edges':[]}";
        QTest::newRow("bare graph") << graph << "chatbot"_ba << QString();
        QTest::newRow("version of a chatbot") << "{'id':'v','definition':" + graph + "}"
                                              << "chatbot"_ba << QString();
        QTest::newRow("entry mode") << "{'name':'N','entryMode':'once','definition':" + graph + "}"
                                    << "journey"_ba << u"N"_s;
        QTest::newRow("trigger") << "{'triggerConfig':{},'definition':" + graph + ",'x':1}"
                                 << "journey"_ba << QString();
        QTest::newRow("id") << "{'id':'jrn_1','name':'N','definition':" + graph + "}"
                            << "journey"_ba << u"N"_s;
        QTest::newRow("no definition yet") << "{'id':'jrn_1','name':'N','status':'draft'}"_ba
                                           << "journey"_ba << u"N"_s;
    }
    void filesAreToldFromThoseOfChatbots()
    {
        QFETCH(const QByteArray, file);
        const Json json = plainJson(file);
        const Result<KindRegistry::Recognised> found = m_kinds.recognise(json);
        VERIFY_OK(found);
        QTEST(found->kind->info().id, "kind");
        QCOMPARE(found->flows.size(), size_t(1));
        QTEST(found->flows.front().name, "name");
        QVERIFY(found->flows.front().content["nodes"].isArray());
        QCOMPARE(
            writeJson(found->kind->files().restore(found->flows.front().surround, found->flows.front().content)),
            writeJson(json));
    }

    void bareGraphIsAJourneyForWhoAsksForOne()
    {
        const Json file = plainJson("{'nodes':[],'edges':[]}");
        const Result<KindRegistry::Recognised> found = m_kinds.recognise(file, "journey");
        VERIFY_OK(found);
        QVERIFY(found->flows.front().surround.isNull());
        QVERIFY(!m_kinds.recognise(plainJson("{'entryMode':'once','name':'N'}"), "journey"));
    }

    void firstDefinitionGoesWhereThePlatformHasIt()
    {
        const Json file = plainJson("{'id':'jrn_1','name':'N'}");
        const ExtractedFlow flow = m_kind.files().extract(file).front();
        const Json content = plainJson("{'nodes':[1],'edges':[]}");
        QCOMPARE(
            writeJson(m_kind.files().restore(flow.surround, content)),
            R"({"id":"jrn_1","name":"N","definition":{"nodes":[1],"edges":[]}})"_ba);
    }

    void sampleIsRecognisedAndHasNoProblems()
    {
        QFile file(u":/samples/journey_cart_left_behind.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Result<KindRegistry::Recognised> found = m_kinds.recognise(*parseJson(file.readAll()));
        VERIFY_OK(found);
        QCOMPARE(found->kind, &m_kind);
        const FlowState state{.content = found->flows.front().content};
        const Graph graph = m_kind.lens().project(state);
        QVERIFY(graph.nodes().size() > 15);
        for (const Problem &problem : m_kind.rules().check(state, graph))
            QFAIL(qPrintable(problem.message));
    }
};

JACKFIELD_TEST(JourneyTest)

} // namespace jackfield::journey_test

#include "journey_test.moc"
