// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/json_reader.h"
#include "model/json/json_writer.h"
#include "model/kinds/kind_registry.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QTest>

namespace jackfield::chatbot_files_test {

using namespace Qt::Literals::StringLiterals;

class ChatbotFilesTest : public QObject
{
    Q_OBJECT

    const KindRegistry m_kinds;
    const Kind &m_kind = *m_kinds.find("chatbot");

    static Json parsed(const QByteArray &text)
    {
        const Result<Json> json = parseJson(text);
        return json ? *json : Json();
    }

private slots:
    void graphsAreFoundWhereToolsPutThem_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("surround");
        QTest::addColumn<QString>("name");
        const QByteArray graph = R"({"nodes":[{"id":"s","type":"start"}],"edges":[]})";

        QTest::newRow("bare") << graph << graph << "null"_ba << QString();
        QTest::newRow("bare with members around")
            << R"({"description":"d","nodes":[{"id":"a"}],"x":1,"edges":[],"name":"N"})"_ba
            << R"({"nodes":[{"id":"a"}],"edges":[]})"_ba
            << R"({"at":"","file":{"description":"d","nodes":null,"x":1,"edges":null,"name":"N"}})"_ba << u"N"_s;
        QTest::newRow("draft of the API")
            << R"({"id":"bot_1","name":"Support","draft":)"_ba + graph + R"(,"activeVersion":{"definition":)" + graph
                + "}}"
            << graph
            << R"({"at":"/draft","file":{"id":"bot_1","name":"Support","draft":{"nodes":null,"edges":null},"activeVersion":{"definition":)"_ba
                + graph + "}}}"
            << u"Support"_s;
        QTest::newRow("draft without edges")
            << R"({"name":"a","draft":{"nodes":[]}})"_ba
            << R"({"nodes":[]})"_ba
            << R"({"at":"/draft","file":{"name":"a","draft":{"nodes":null}}})"_ba << u"a"_s;
        QTest::newRow("version")
            << R"({"id":"v","definition":)"_ba + graph + "}" << graph
            << R"({"at":"/definition","file":{"id":"v","definition":{"nodes":null,"edges":null}}})"_ba << QString();
        QTest::newRow("data with a viewport between")
            << R"({"name":"L","data":{"edges":[],"viewport":{"zoom":1.50},"nodes":[]}})"_ba
            << R"({"edges":[],"nodes":[]})"_ba
            << R"({"at":"/data","file":{"name":"L","data":{"edges":null,"viewport":{"zoom":1.50},"nodes":null}}})"_ba
            << u"L"_s;
        QTest::newRow("flowData in a chatflow")
            << R"({"chatflow":{"name":"C","flowData":)"_ba + graph + "}}" << graph
            << R"({"at":"/chatflow/flowData","file":{"chatflow":{"name":"C","flowData":{"nodes":null,"edges":null}}}})"_ba
            << u"C"_s;
        QTest::newRow("chatbot that has no draft yet")
            << R"({"id":"bot_1","name":"New","teamIds":[]})"_ba
            << R"({"nodes":[],"edges":[]})"_ba
            << R"({"at":"/draft","file":{"id":"bot_1","name":"New","teamIds":[]},"absent":true})"_ba << u"New"_s;
    }
    void graphsAreFoundWhereToolsPutThem()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const QByteArray, content);
        QFETCH(const QByteArray, surround);
        QFETCH(const QString, name);
        const std::vector<ExtractedFlow> flows = m_kind.files().extract(parsed(file));
        QCOMPARE(flows.size(), size_t(1));
        const ExtractedFlow &flow = flows.front();
        QCOMPARE(writeJson(flow.content), content);
        QCOMPARE(writeJson(flow.surround), surround);
        QCOMPARE(flow.name, name);
        QCOMPARE(writeJson(m_kind.files().restore(flow.surround, flow.content)), file);
    }

    void whatIsNoFlowIsNotTakenForOne_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("nothing") << "{}"_ba;
        QTest::newRow("list") << "[1]"_ba;
        QTest::newRow("text") << R"("nodes")"_ba;
        QTest::newRow("versions")
            << R"({"chatbotVersions":[{"id":"v","definition":{"nodes":[],"edges":[]}}],"totalSize":1})"_ba;
        QTest::newRow("nodes without edges") << R"({"nodes":[{"id":"a"}],"connections":{}})"_ba;
        QTest::newRow("maps instead of lists") << R"({"nodes":{},"edges":{}})"_ba;
        QTest::newRow("request without draft") << R"({"name":"Support","teamIds":[]})"_ba;
        QTest::newRow("error of the API") << R"({"type":"x","title":"t","status":409})"_ba;
    }
    void whatIsNoFlowIsNotTakenForOne()
    {
        QFETCH(const QByteArray, file);
        QVERIFY(m_kind.files().extract(parsed(file)).empty());
        const Result<KindRegistry::Recognised> found = m_kinds.recognise(parsed(file), "chatbot");
        COMPARE_ERROR(found, "not_recognised"_ba);
        QCOMPARE(found.error().message, u"This file holds no flow of the kind \"chatbot\"."_s);
    }

    void editedContentGoesBackToItsPlace_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("in the middle of others") << R"({"a":1,"nodes":[],"b":2,"edges":[],"c":3})"_ba
                                                 << R"({"nodes":[1],"edges":[2],"own":true})"_ba
                                                 << R"({"a":1,"nodes":[1],"b":2,"edges":[2],"c":3,"own":true})"_ba;
        QTest::newRow("a list that is gone") << R"({"draft":{"nodes":[],"edges":[]}})"_ba
                                             << R"({"nodes":[1]})"_ba
                                             << R"({"draft":{"nodes":[1]}})"_ba;
        QTest::newRow("the first draft") << R"({"id":"bot_1","name":"n"})"_ba
                                         << R"({"nodes":[1],"edges":[]})"_ba
                                         << R"({"id":"bot_1","name":"n","draft":{"nodes":[1],"edges":[]}})"_ba;
    }
    void editedContentGoesBackToItsPlace()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const QByteArray, content);
        QFETCH(const QByteArray, expected);
        const std::vector<ExtractedFlow> flows = m_kind.files().extract(parsed(file));
        QCOMPARE(flows.size(), size_t(1));
        QCOMPARE(writeJson(m_kind.files().restore(flows.front().surround, parsed(content))), expected);
    }

    void knownTypesMakeAReadingSurer()
    {
        const auto certainty
            = [this](const QByteArray &file) { return m_kind.files().extract(parsed(file)).front().certainty; };
        const int ours = certainty(R"({"nodes":[{"id":"a","type":"message"}],"edges":[]})");
        const int foreign = certainty(R"({"nodes":[{"id":"a","type":"llm"}],"edges":[]})");
        const int strange = certainty(R"({"nodes":[1,2],"edges":[]})");
        QVERIFY(ours > foreign);
        QVERIFY(foreign > strange);
        QVERIFY(certainty(R"({"draft":{"nodes":[],"edges":[]}})") > ours);
    }
};

JACKFIELD_TEST(ChatbotFilesTest)

} // namespace jackfield::chatbot_files_test

#include "chatbot_files_test.moc"
