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

#include <algorithm>

namespace jackfield::message_flow_test {

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray codes(const Problems &problems)
{
    QByteArray text;
    for (const Problem &problem : problems)
        text += (text.isEmpty() ? "" : " ") + problem.code + '@' + problem.pointer.text();
    return text;
}

const QByteArray kWhole
    = "{'direction':'bidirectional','initiationMessage':'Hello','settings':{'responseSettings':{'workingHours':"
      "{'enabled':true,'start':'09:00','end':'17:00','timezone':'UTC','outOfHoursMessage':'Later'}}},"
      "'prompt':'Be kind','autopilot':true,'messageChannel':'SMS'}";

} // namespace

class MessageFlowTest : public QObject
{
    Q_OBJECT

    const KindRegistry m_kinds;
    const Kind &m_kind = *m_kinds.find("message-flow");

    QByteArray checked(const QByteArray &content) const
    {
        const FlowState state{.content = plainJson(content)};
        return codes(m_kind.rules().check(state, m_kind.lens().project(state)));
    }

private slots:
    void pictureSaysHowTheFlowRuns_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("steps");
        QTest::addColumn<QByteArray>("ways");
        const auto row = [](const char *name, const QByteArray &content, const char *steps, const char *ways) {
            QTest::newRow(name) << content << QByteArray(steps) << QByteArray(ways);
        };
        row("whole", kWhole, "opening* incoming* hours agent closed",
            "opening[]incoming incoming[]hours hours[inside]agent hours[outside]closed");
        row("outbound", QByteArray(kWhole).replace("bidirectional", "outbound"), "opening* incoming hours agent closed",
            "opening[]incoming incoming[]hours hours[inside]agent hours[outside]closed");
        row("without hours", "{'prompt':'p','messageChannel':'SMS','settings':{}}", "incoming* agent",
            "incoming[]agent");
        row("without words for outside",
            "{'messageChannel':'SMS','prompt':'p','settings':{'responseSettings':{'workingHours':{'start':'09:00'}}}}",
            "incoming* hours agent", "incoming[]hours hours[inside]agent");
        row("flat hours",
            "{'messageChannel':'SMS','prompt':'p','settings':{'responseSettings':{'enabled':false,'outOfHoursMessage':'"
            "'}}}",
            "incoming* hours agent closed", "incoming[]hours hours[inside]agent hours[outside]closed");
        row("agent alone", "{'prompt':'p'}", "agent", "");
        row("nothing", "{}", "", "");
        row("no object", "[1]", "", "");
    }
    void pictureSaysHowTheFlowRuns()
    {
        QFETCH(const QByteArray, content);
        const FlowState state{.content = plainJson(content)};
        const Graph graph = m_kind.lens().project(state);
        QByteArrayList steps;
        for (const Node &node : graph.nodes()) {
            steps.append(node.id.utf8 + (node.start ? "*" : ""));
            QVERIFY2(node.pointer.in(state.content), node.pointer.text().constData());
            QVERIFY(node.data.in(state.content));
        }
        QByteArrayList ways;
        for (const Edge &edge : graph.edges()) {
            ways.append(edge.from.utf8 + '[' + edge.port + ']' + edge.to.utf8);
            QVERIFY(graph.port(edge.from, edge.port) && edge.pointer.in(state.content));
        }
        QTEST(steps.join(' '), "steps");
        QTEST(ways.join(' '), "ways");
    }

    void stepsShowWhatTheySay()
    {
        const Graph graph = m_kind.lens().project({.content = plainJson(kWhole)});
        QCOMPARE(graph.node(NodeId("hours"))->summary, QStringList({u"09:00 \u2013 17:00"_s, u"UTC"_s}));
        QCOMPARE(graph.node(NodeId("agent"))->summary, QStringList{u"Be kind"_s});
        QCOMPARE(graph.node(NodeId("incoming"))->summary, QStringList({u"SMS"_s, u"bidirectional"_s}));
        const Graph open = m_kind.lens().project({.content = m_kind.files().blank()});
        QCOMPARE(open.node(NodeId("hours"))->summary, QStringList{u"Always open"_s});
    }

    void gesturesChangeTheirMember_data()
    {
        QTest::addColumn<QByteArray>("step");
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QByteArray>("changed");
        QTest::newRow("prompt") << "agent"_ba
                                << "/prompt"_ba
                                << "/prompt"_ba;
        QTest::newRow("channel") << "incoming"_ba
                                 << "/messageChannel"_ba
                                 << "/messageChannel"_ba;
        QTest::newRow("start") << "hours"_ba
                               << "/start"_ba
                               << "/settings/responseSettings/workingHours/start"_ba;
        QTest::newRow("words for outside") << "closed"_ba
                                           << "/outOfHoursMessage"_ba
                                           << "/settings/responseSettings/workingHours/outOfHoursMessage"_ba;
        QTest::newRow("first message") << "opening"_ba
                                       << "/initiationMessage"_ba
                                       << "/initiationMessage"_ba;
    }
    void gesturesChangeTheirMember()
    {
        QFETCH(const QByteArray, step);
        QFETCH(const QByteArray, member);
        QFETCH(const QByteArray, changed);
        const FlowState state{.content = plainJson(kWhole)};
        const Result<FlowEdits> edits = m_kind.lens().compile(
            state, m_kind.lens().project(state), SetData{NodeId(step), JsonPointer(member), Json::string("new")});
        VERIFY_OK(edits);
        QCOMPARE(edits->content, JsonEdits{JsonEdit::set(JsonPointer(changed), Json::string("new"))});
        QVERIFY(edits->sidecar.isEmpty());
        QVERIFY(m_kind.catalog().find(step)->schema["properties"].contains(member.sliced(1)));
    }

    void movesGoToTheSidecarAndStepsAreFixed()
    {
        const FlowState state{.content = plainJson(kWhole)};
        const Graph graph = m_kind.lens().project(state);
        const Result<FlowEdits> moved
            = m_kind.lens().compile(state, graph, MoveNodes{{{NodeId("agent"), QPointF(3, 4)}}});
        QVERIFY(moved && moved->content.isEmpty() && !moved->sidecar.isEmpty());
        const Result<FlowEdits> removed = m_kind.lens().compile(state, graph, RemoveNodes{{NodeId("agent")}});
        COMPARE_ERROR(removed, "not_supported"_ba);
        QVERIFY(removed.error().message.contains(u"inspector"_s));
    }

    void problemsAreFound_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const QByteArray &content, const char *expected) {
            QTest::newRow(name) << content << QByteArray(expected);
        };
        const auto hours = [](const QByteArray &members) {
            return "{'prompt':'p','settings':{'responseSettings':{'workingHours':{" + members + "}}}}";
        };
        row("whole", kWhole, "");
        row("no object", "[]", "not-a-flow@");
        row("no prompt", "{}", "blank-prompt@");
        row("white prompt", "{'prompt':' \\n'}", "blank-prompt@/prompt");
        row("types", "{'prompt':1,'isActive':'yes','settings':[]}",
            "wrong-type@/prompt wrong-type@/isActive wrong-type@/settings");
        row("deeper type", "{'prompt':'p','settings':{'security':{'hipaaCompliance':1}}}",
            "wrong-type@/settings/security/hipaaCompliance");
        row("direction", "{'prompt':'p','direction':'sideways'}", "unknown-value@/direction");
        row("channel", "{'prompt':'p','messageChannel':'sms'}", "unknown-value@/messageChannel");
        row("delay", "{'prompt':'p','settings':{'responseSettings':{'delay':-1}}}",
            "too-small@/settings/responseSettings/delay");
        row("agent in full", "{'prompt':'p','agent':{'_id':'a','name':'n'}}", "");
        row("time", hours("'start':'9:00','end':'24:00'"),
            "invalid-time@/settings/responseSettings/workingHours/start "
            "invalid-time@/settings/responseSettings/workingHours/end");
        row("blank times of hours that are off", hours("'enabled':false,'start':'','end':'','timezone':''"), "");
        row("no times", hours("'enabled':true,'timezone':'UTC','outOfHoursMessage':'x'"),
            "invalid-time@/settings/responseSettings/workingHours "
            "invalid-time@/settings/responseSettings/workingHours");
        row("nothing said outside", hours("'enabled':true,'start':'09:00','end':'17:00','outOfHoursMessage':' '"),
            "out-of-hours-message-missing@/settings/responseSettings/workingHours/outOfHoursMessage");
        row("end before start", hours("'enabled':true,'start':'17:00','end':'09:00','outOfHoursMessage':'x'"),
            "hours-end-before-start@/settings/responseSettings/workingHours/end");
        row("hours that are off may be unwise",
            hours("'enabled':false,'start':'17:00','end':'09:00','outOfHoursMessage':''"), "");
        row("flat hours",
            "{'prompt':'p','settings':{'responseSettings':{'enabled':true,'start':'x','end':'10:00','outOfHoursMessage'"
            ":5}}}",
            "invalid-time@/settings/responseSettings/start wrong-type@/settings/responseSettings/outOfHoursMessage");
    }
    void problemsAreFound()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QByteArray, expected);
        QByteArrayList found = checked(content).split(' ');
        QByteArrayList wanted = expected.split(' ');
        std::ranges::sort(found);
        std::ranges::sort(wanted);
        QCOMPARE(found.join(' '), wanted.join(' '));
    }

    void zonesAreThoseOfTheSystem()
    {
        const QByteArray content
            = "{'prompt':'p','settings':{'responseSettings':{'workingHours':{'timezone':'ZONE'}}}}";
        QCOMPARE(checked(QByteArray(content).replace("ZONE", "UTC")), QByteArray());
        if (checked(QByteArray(content).replace("ZONE", "Africa/Atlantis")).isEmpty())
            QSKIP("This system has no list of time zones.");
        QCOMPARE(checked(QByteArray(content).replace("ZONE", "Africa/Nairobi")), QByteArray());
        QCOMPARE(
            checked(QByteArray(content).replace("ZONE", "../../etc")),
            "unknown-time-zone@/settings/responseSettings/workingHours/timezone"_ba);
    }

    void problemsAreMarkedOnTheirStep()
    {
        const FlowState state{
            .content = plainJson(QByteArray(kWhole).replace("'Be kind'", "''").replace("'09:00'", "'9'"))};
        QHash<QByteArray, QByteArray> steps;
        for (const Problem &problem : m_kind.rules().check(state, m_kind.lens().project(state)))
            steps.insert(problem.code, problem.node.utf8);
        QCOMPARE(steps.value("blank-prompt"), "agent"_ba);
        QCOMPARE(steps.value("invalid-time"), "hours"_ba);
    }

    void filesAreReadAndGivenBack_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("as returned")
            << "{'_id':'1','name':'N','direction':'inbound','x':1,'settings':{},'messageChannel':'SMS','createdAt':'t'}"_ba
            << "{'direction':'inbound','x':1,'settings':{},'messageChannel':'SMS'}"_ba;
        QTest::newRow("as sent") << "{'name':'N','messageChannel':'Email','autopilot':false}"_ba
                                 << "{'messageChannel':'Email','autopilot':false}"_ba;
        QTest::newRow("content alone") << "{'messageChannel':'Email','autopilot':false}"_ba
                                       << "{'messageChannel':'Email','autopilot':false}"_ba;
    }
    void filesAreReadAndGivenBack()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const QByteArray, content);
        const Json json = plainJson(file);
        const Result<KindRegistry::Recognised> found = m_kinds.recognise(json);
        VERIFY_OK(found);
        QCOMPARE(found->kind, &m_kind);
        const ExtractedFlow &flow = found->flows.front();
        QCOMPARE(writeJson(flow.content), writeJson(plainJson(content)));
        QCOMPARE(flow.name, json["name"].toString());
        QCOMPARE(flow.surround.isNull(), json == flow.content);
        QCOMPARE(writeJson(m_kind.files().restore(flow.surround, flow.content)), writeJson(json));
    }

    void editedContentGoesBackAmongTheRecord()
    {
        const ExtractedFlow flow
            = m_kind.files()
                  .extract(plainJson("{'_id':'1','autopilot':true,'name':null,'messageChannel':'SMS','updatedAt':'t'}"))
                  .front();
        const Json content = plainJson("{'messageChannel':'Email','prompt':'p'}");
        QCOMPARE(
            writeJson(m_kind.files().restore(flow.surround, content)),
            R"({"_id":"1","name":null,"messageChannel":"Email","updatedAt":"t","prompt":"p"})"_ba);
    }

    void otherFilesAreNotTakenForMessageFlows()
    {
        for (const char *file :
             {"{}", "[]", "{'messageChannel':'SMS'}", "{'messageChannel':5,'settings':{}}", "{'settings':{}}"})
            QVERIFY2(m_kind.files().extract(plainJson(file)).empty(), file);
    }

    void samplesAreWhole_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("ours") << u"message_flow_winter_clearance"_s;
        QTest::newRow("the platform's") << u"seed_message_flow"_s;
    }
    void samplesAreWhole()
    {
        QFETCH(const QString, name);
        QFile file(u":/samples/%1.json"_s.arg(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Result<KindRegistry::Recognised> found = m_kinds.recognise(*parseJson(file.readAll()));
        VERIFY_OK(found);
        QCOMPARE(found->kind, &m_kind);
        const FlowState state{.content = found->flows.front().content};
        QCOMPARE(codes(m_kind.rules().check(state, m_kind.lens().project(state))), QByteArray());
        QVERIFY(m_kind.lens().project(state).nodes().size() >= 4);
    }
};

JACKFIELD_TEST(MessageFlowTest)

} // namespace jackfield::message_flow_test

#include "message_flow_test.moc"
