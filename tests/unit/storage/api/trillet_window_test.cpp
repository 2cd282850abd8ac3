// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

// Flows that the window edits between two requests: both change the same content.

#include "model/json/json_reader.h"
#include "storage/api/answers/record_change.h"
#include "storage/api/trillet/flow_access.h"
#include "tests/support/service/api_fixture.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace jackfield::trillet_window_test {

using namespace trillet;
using namespace Qt::Literals::StringLiterals;

namespace {

class Client
{
public:
    explicit Client(ApiFixture &fixture) : m_fixture(&fixture), m_key(fixture.key("trillet")) { }

    Json send(const QByteArray &method, const QByteArray &path, const std::optional<QByteArray> &body = {})
    {
        const RawResponse response = m_fixture->send(
            {method,
             "/v1/api" + path,
             m_key,
             {{"x-workspace-id", m_fixture->service().workspaces().defaultId().utf8}},
             body});
        const Result<Json> json = parseJson(response.body);
        return json ? *json : Json();
    }

    FlowId makeCallFlow()
    {
        const Json made = send(
            "POST", "/call-flows",
            "{\"name\":\"F\",\"direction\":\"inbound\",\"promptType\":\"simple\",\"prompt\":\"A\"}"_ba);
        return FlowId(made["_id"].toUtf8());
    }

private:
    ApiFixture *m_fixture;
    QByteArray m_key;
};

/// As the window does: the whole content becomes another one.
void edit(ApiFixture &fixture, const FlowId &id, const std::function<void(Json &)> &change)
{
    const FlowRecord record = fixture.service().flows().flow(fixture.service().workspaces().defaultId(), id).value();
    Json content = record.state.content;
    change(content);
    Commit commit = commitOf(record, {.content = content}, u"Edit"_s).value();
    commit.author = "editor:test";
    bool done = false;
    fixture.service().flows().commit(
        record.workspace, commit, [&done](const Result<FlowRecord> &made) { done = bool(made); });
    (void)fixture.service().flush();
    QVERIFY(done);
}

} // namespace

class TrilletWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void aPromptOfTheWindowIsShownAndKept()
    {
        ApiFixture fixture;
        Client client(fixture);
        const FlowId id = client.makeCallFlow();
        edit(fixture, id, [](Json &content) { content.set("prompt", Json::string("B")); });
        const Json shown = client.send("GET", "/call-flows/" + id.utf8);
        QCOMPARE(shown["prompt"].toUtf8(), "B"_ba);
        QCOMPARE(shown["gemini_prompt"].toUtf8(), "B"_ba);
        QCOMPARE(shown["promptVersions"].size(), 2);
        QCOMPARE(shown["promptVersions"].at(1)["_id"], shown["currentPromptId"]);
        const Json after
            = client.send("PUT", "/call-flows/" + id.utf8, "{\"promptType\":\"simple\",\"prompt\":\"C\"}"_ba);
        QCOMPARE(after["promptVersions"].size(), 3);
        QCOMPARE(after["promptVersions"].at(1), shown["promptVersions"].at(1));
        QCOMPARE(after["promptVersions"].at(2)["prompt"].toUtf8(), "C"_ba);
    }

    void aFlowOfTheTypeFlowMaySayItAgain()
    {
        ApiFixture fixture;
        Client client(fixture);
        const FlowId id = client.makeCallFlow();
        edit(fixture, id, [](Json &content) {
            content.set("promptType", Json::string("flow"));
            content.set("startNodeId", Json::string("n1"));
        });
        const Json same = client.send("PUT", "/call-flows/" + id.utf8, "{\"promptType\":\"flow\",\"name\":\"G\"}"_ba);
        QCOMPARE(same["promptType"].toUtf8(), "flow"_ba);
        QCOMPARE(same["startNodeId"].toUtf8(), "n1"_ba);
        QCOMPARE(same["name"].toUtf8(), "G"_ba);
        const Json simple = client.send("PUT", "/call-flows/" + id.utf8, "{\"promptType\":\"simple\"}"_ba);
        QCOMPARE(simple["promptType"].toUtf8(), "simple"_ba);
    }

    void whatTheWindowTookAwayIsShownAsInANewFlow()
    {
        ApiFixture fixture;
        Client client(fixture);
        const FlowId id = client.makeCallFlow();
        const Json before = client.send("GET", "/call-flows/" + id.utf8);
        edit(fixture, id, [](Json &content) {
            content = Json::object({member("prompt", Json::string("A")), member("ours", Json::boolean(true))});
        });
        const Json after = client.send("GET", "/call-flows/" + id.utf8);
        for (const Json::Member &expected : before.members())
            QVERIFY2(after.contains(expected.key()), expected.key().toByteArray().constData());
        QVERIFY(after["ours"].toBool()); // the document is shown whole
        QCOMPARE(after["settings"], before["settings"]);
    }

    void aDocumentThatIsNoObjectCanStillBeUpdated()
    {
        ApiFixture fixture;
        Client client(fixture);
        const FlowId id = client.makeCallFlow();
        edit(fixture, id, [](Json &content) { content = Json::array(); });
        QCOMPARE(client.send("GET", "/call-flows/" + id.utf8)["_id"].toUtf8(), id.utf8);
        const Json after
            = client.send("PUT", "/call-flows/" + id.utf8, "{\"promptType\":\"simple\",\"prompt\":\"B\"}"_ba);
        QCOMPARE(after["prompt"].toUtf8(), "B"_ba);
    }

    void aFolderThatIsGoneIsNotShown()
    {
        ApiFixture fixture;
        Client client(fixture);
        const FlowId id = client.makeCallFlow();
        const QByteArray folder
            = client
                  .send(
                      "POST", "/flow-folders",
                      "{\"name\":\"S\",\"color\":\"blue\",\"icon\":\"file\",\"flowType\":\"call\"}"_ba)["_id"]
                  .toUtf8();
        const QByteArray body = "{\"pathwayId\":\"" + id.utf8 + "\",\"pathwayType\":\"call\"}";
        client.send("POST", "/flow-folders/" + folder + "/flows", body);
        QCOMPARE(client.send("GET", "/call-flows/" + id.utf8)["folderId"].toUtf8(), folder);
        // The flow is in the trash while its folder goes.
        client.send("DELETE", "/call-flows/" + id.utf8);
        client.send("DELETE", "/flow-folders/" + folder);
        fixture.service().flows().restore(
            fixture.service().workspaces().defaultId(), id, "test", [](const Result<FlowRecord> &) {});
        (void)fixture.service().flush();
        const Json back = client.send("GET", "/call-flows/" + id.utf8);
        QCOMPARE(back["_id"].toUtf8(), id.utf8);
        QVERIFY(back["folderId"].isNull());
    }

    void aFolderOfSomebodyElseIsNoneOfThisApi()
    {
        ApiFixture fixture;
        Client client(fixture);
        QByteArray id;
        fixture.service().shelves().put(
            {.id = fixture.service().newHexId(), .name = u"Plain"_s},
            [&id](const Result<FlowShelf> &made) { id = made ? made->id : QByteArray(); });
        (void)fixture.service().flush();
        QVERIFY(isHexId(id));
        QVERIFY(client.send("GET", "/flow-folders").isEmpty());
        QCOMPARE(client.send("GET", "/flow-folders/" + id)["error"]["code"].toUtf8(), "not_found"_ba);
    }

    void aFlowOfTheWindowIsReachedByItsId()
    {
        ApiFixture fixture;
        Client client(fixture);
        for (const auto &[kind, path] :
             {std::pair("call-flow", "/call-flows"), std::pair("message-flow", "/message-flows")}) {
            fixture.service().flows().create({.kind = kind, .name = u"Made here"_s}, [](const Result<FlowRecord> &) {});
            (void)fixture.service().flush();
            const QByteArray id = client.send("GET", path).at(0)["_id"].toUtf8();
            QVERIFY2(isHexId(id), id.constData());
            QCOMPARE(client.send("GET", path + ('/' + id))["name"].toUtf8(), "Made here"_ba);
        }
    }

    void listsHoldMoreThanThePiecesTheyAreReadIn()
    {
        ApiFixture fixture;
        Client client(fixture);
        constexpr int kFlows = 1001;
        for (int i = 0; i < kFlows; ++i) {
            fixture.service().flows().create(
                {.kind = "message-flow", .name = u"M%1"_s.arg(i)}, [](const Result<FlowRecord> &) {});
        }
        (void)fixture.service().flush();
        const Json list = client.send("GET", "/message-flows");
        QCOMPARE(list.size(), kFlows);
        QCOMPARE(list.at(kFlows - 1)["name"].toUtf8(), "M1000"_ba);
    }
};

JACKFIELD_TEST(TrilletWindowTest)

} // namespace jackfield::trillet_window_test

#include "trillet_window_test.moc"
