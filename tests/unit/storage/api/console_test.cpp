// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

// The parts of the console API below its operations; the operations themselves are in tests/contract/console.

#include "model/json/json_reader.h"
#include "model/json/json_writer.h"
#include "storage/api/console/console_face.h"
#include "storage/api/console/cuid.h"
#include "storage/api/console/workflow_json.h"
#include "storage/api/console/workflow_list.h"
#include "storage/store/seams.h"
#include "storage/store/ulid_source.h"
#include "tests/support/flows/plain_json.h"
#include "tests/support/service/api_fixture.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <algorithm>

namespace jackfield::console_test {

using namespace console;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray shown(const Json &value)
{
    return writeJson(value).replace('"', '\'');
}

const std::function<QByteArray()> kNoIds = [] { return "made"_ba; };

} // namespace

class ConsoleTest : public QObject
{
    Q_OBJECT

    FlowRecord createNamed(ApiFixture &fixture, const QString &name)
    {
        std::optional<FlowRecord> made;
        fixture.service().flows().create(
            {.kind = "workflow"_ba, .name = name},
            [&made](const Result<FlowRecord> &record) { made = record.value(); });
        (void)fixture.service().flush();
        return *made;
    }

private slots:
    void idsSortAsTheirTimes()
    {
        UlidSource source(systemRandom());
        QByteArrayList ids;
        for (const qint64 at :
             {0LL, 1LL, 1LL, 1LL, 1'790'000'000'000LL, 1'790'000'000'000LL, 1'790'000'000'001LL, 99'999'999'999'999LL})
            ids.append(cuidFromUlid(source.next(at)));
        for (const QByteArray &id : std::as_const(ids))
            QVERIFY2(isCuid(id), id.constData());
        QVERIFY(std::ranges::is_sorted(ids));
        QCOMPARE(QSet<QByteArray>(ids.cbegin(), ids.cend()).size(), ids.size());
    }

    void idsAreWrittenInBase36_data()
    {
        QTest::addColumn<QByteArray>("ulid");
        QTest::addColumn<QByteArray>("cuid");
        QTest::newRow("zero") << "00000000000000000000000000"_ba
                              << "cm00000000000000000000000"_ba;
        QTest::newRow("one millisecond") << "00000000010000000000000000"_ba
                                         << "cm00000000100000000000000"_ba;
        QTest::newRow("36 at the end") << "00000000000000000000000014"_ba
                                       << "cm00000000000000000000010"_ba;
        QTest::newRow("everything random") << "0000000000ZZZZZZZZZZZZZZZZ"_ba
                                           << "cm000000000fs8wfsvfs8wfsv"_ba;
    }
    void idsAreWrittenInBase36()
    {
        QFETCH(const QByteArray, ulid);
        QFETCH(const QByteArray, cuid);
        QCOMPARE(cuidFromUlid(ulid), cuid);
    }

    void otherTextIsNoId_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {"", "cm", "cm0000000000000000000000", "cm000000000000000000000000", "CM00000000000000000000000",
              "cm0000000000000000000000A", "cm0000000000000000000000/", "cx00000000000000000000000"})
            QTest::newRow(text) << QByteArray(text);
    }
    void otherTextIsNoId()
    {
        QFETCH(const QByteArray, text);
        QVERIFY(!isCuid(text));
    }

    void bodiesGoIntoTheContent_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *content, const char *body, const char *expected) {
            QTest::newRow(name) << QByteArray(content) << QByteArray(body) << QByteArray(expected);
        };
        row("new, in the order of the page", "{}", "{'category':'c','flows':[],'x':1,'system_prompt':'p','name':'n'}",
            "{'system_prompt':'p','flows':[],'category':'c'}");
        row("the rest stays where it is", "{'x':1.50,'tags':['a'],'system_prompt':'p','y':[]}",
            "{'tags':['b'],'rules':[]}", "{'x':1.50,'tags':['b'],'system_prompt':'p','rules':[],'y':[]}");
        row("null takes away", "{'tags':['a'],'system_prompt':'p'}", "{'tags':null,'faq':null}",
            "{'system_prompt':'p'}");
        row("no member, no change", "{'tags':null}", "{}", "{'tags':null}");
        row("guide", "{}", "{'guide':{'youtube_url':'a','steps':[]}}", "{'guide':{'youtubeUrl':'a','steps':[]}}");
        row("guide with both", "{}", "{'guide':{'youtube_url':'a','x':1,'youtubeUrl':'b'}}",
            "{'guide':{'x':1,'youtubeUrl':'b'}}");
        row("rules", "{}", "{'rules':[{'name':'a'},{'name':'b','id':''},{'id':'own'}]}",
            "{'rules':[{'id':'made','name':'a'},{'name':'b','id':'made'},{'id':'own'}]}");
    }
    void bodiesGoIntoTheContent()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QByteArray, body);
        QFETCH(const QByteArray, expected);
        QCOMPARE(shown(contentWith(plainJson(content), plainJson(body), kNoIds)), expected);
    }

    void whatAFileBroughtIsShownInTheFormOfThePage()
    {
        FlowRecord record;
        record.workspace = WorkspaceId("w");
        record.summary.id = FlowId("i");
        record.summary.name = u"N"_s;
        record.state.content = plainJson("{'x-own':1,'flows':[[],{'name':'a'}],'rules':{'not':'a "
                                         "list'},'guide':{'youtube_url':'u'},'setup_time':5.0}");
        QCOMPARE(
            shown(workflowJson(record)),
            "{'system_prompt':null,'rules':[],'flows':[[],{'name':'a'}],'tags':null,'integrations':null,'channels':"
            "null,"
            "'actions':null,'guide':{'youtubeUrl':'u'},'faq':null,'setup_steps':null,'setup_time':5.0,'video_url':null,"
            "'id':'i',"
            "'name':'N','description':null,'category':null,'visibility':'private','is_owner':true,"
            "'created_at':'1970-01-01T00:00:00.000Z','updated_at':'1970-01-01T00:00:00.000Z'}"_ba);
    }

    void errorsHaveTheWordsOfThisApi_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](int status, const char *code, const char *expected) {
            QTest::addRow("%d %s", status, code) << status << QByteArray(code) << QByteArray(expected);
        };
        row(400, "invalid_json", "400 bad_request");
        row(401, "unauthorized", "401 api_key_missing");
        row(403, "insufficient_scope", "403 insufficient_scope");
        row(403, "insufficient_role", "403 forbidden");
        row(404, "not_found", "404 not_found");
        row(409, "request_in_progress", "409 conflict");
        row(412, "revision_moved", "412 precondition_failed");
        row(413, "content_too_large", "413 content_too_large");
        row(415, "unsupported_media_type", "415 unsupported_media_type");
        row(422, "validation_failed", "400 validation_error");
        row(422, "idempotency_key_reused", "409 conflict");
        row(429, "too_many_requests", "429 too_many_requests");
        row(500, "integrity", "500 internal_error");
        row(507, "storage_full", "507 storage_full");
    }
    void errorsHaveTheWordsOfThisApi()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, code);
        QFETCH(const QByteArray, expected);
        HttpRequest request;
        request.requestId = "r"_ba;
        const HttpResponse response = ConsoleFace().refusal({status, code, u"Why."_s}, request);
        const Json body = parseJson(response.body).value();
        QCOMPARE(QByteArray::number(response.status) + ' ' + body["code"].toUtf8(), expected);
        QCOMPARE(body["statusCode"].toInteger(), std::optional<qint64>(response.status));
        QCOMPARE(body["error"].utf8(), reasonPhrase(response.status));
        QCOMPARE(shown(body["message"]), expected.endsWith("validation_error") ? "['Why.']"_ba : "'Why.'"_ba);
        QCOMPARE(body.size(), 5);
    }

    /// Pages of every size and order, against the whole list sorted at once.
    void pagesAreCutFromOneMergedList()
    {
        ApiFixture fixture;
        for (const char *name : {"Zoo", "alpha", "Clinic appointments", "Shop support", "Mill", "lead", "Clinic B"})
            createNamed(fixture, QString::fromLatin1(name));
        const PublicWorkflows publicOnes(*fixture.service().kinds().find("workflow"));
        QCOMPARE(publicOnes.all().size(), 3);
        using Order = FlowQuery::Order;
        for (const Order order :
             {Order::NameAscending, Order::NameDescending, Order::CreatedAscending, Order::CreatedDescending,
              Order::UpdatedAscending, Order::UpdatedDescending}) {
            for (const auto scope : {ListQuery::Scope::Accessible, ListQuery::Scope::Owned, ListQuery::Scope::Public}) {
                const auto pageOf = [&](qint64 page, int limit) {
                    return workflowPage(
                               fixture.service(), publicOnes, fixture.service().workspaces().defaultId(),
                               {.scope = scope, .page = page, .limit = limit, .order = order})
                        .value();
                };
                const WorkflowPage whole = pageOf(1, 100);
                QCOMPARE(whole.total, whole.workflows.size());
                QCOMPARE(
                    whole.total,
                    scope == ListQuery::Scope::Accessible  ? 10
                        : scope == ListQuery::Scope::Owned ? 7
                                                           : 3);
                if (order == Order::NameAscending) {
                    QVERIFY(std::ranges::is_sorted(whole.workflows, {}, [](const FlowRecord &workflow) {
                        return workflow.summary.name.toCaseFolded().toUtf8();
                    }));
                }
                for (int limit = 1; limit <= 11; ++limit) {
                    QList<FlowId> joined;
                    for (qint64 page = 1; page <= whole.total / limit + 2; ++page) {
                        const WorkflowPage part = pageOf(page, limit);
                        QCOMPARE(part.total, whole.total);
                        QVERIFY(part.workflows.size() <= limit);
                        for (const FlowRecord &workflow : part.workflows)
                            joined.append(workflow.summary.id);
                    }
                    QList<FlowId> expected;
                    for (const FlowRecord &workflow : whole.workflows)
                        expected.append(workflow.summary.id);
                    QCOMPARE(joined, expected);
                }
            }
        }
    }

    void whatTheWindowMadeIsServedUnderItsOwnId()
    {
        ApiFixture fixture;
        const FlowRecord made = createNamed(fixture, u"Drawn"_s);
        const RawResponse response
            = fixture.send({"GET"_ba, "/api/v1/console/workflows/" + made.summary.id.utf8, fixture.key("console")});
        QCOMPARE(response.status, 200);
        QCOMPARE(parseJson(response.body).value()["data"]["name"].toString(), u"Drawn"_s);
    }

    void aWorkflowHasAtMostSoManyNodes()
    {
        ApiFixture fixture;
        const QByteArray key = fixture.key("console");
        const auto created = [&](int stepsOfEach) {
            QByteArray steps = "[" + QByteArray("{\"type\":\"t\"},").repeated(stepsOfEach);
            steps.back() = ']';
            const QByteArray flow = "{\"name\":\"F\",\"conversation_steps\":" + steps + '}';
            return fixture.send(
                {"POST"_ba,
                 "/api/v1/console/workflows"_ba,
                 key,
                 {},
                 "{\"name\":\"A\",\"system_prompt\":\"Hi\",\"rules\":[],\"flows\":[" + flow + ',' + flow + "]}"});
        };
        QCOMPARE(created(9'998).status, 201);
        const RawResponse refused = created(9'999);
        QCOMPARE(refused.status, 400);
        QCOMPARE(
            shown(parseJson(refused.body).value()["message"]),
            "['body: has 20001 nodes (the prompt, rules, flows and steps): 20000 are allowed']"_ba);
    }

    void theKeyMayStandInItsOwnHeader()
    {
        ApiFixture fixture;
        const QByteArray key = fixture.key("console");
        QCOMPARE(fixture.send({"GET"_ba, "/api/v1/console/workflows"_ba, {}, {{"X-Api-Key"_ba, key}}}).status, 200);
    }

    void theSourceOfACopyIsRemembered()
    {
        ApiFixture fixture;
        const RawResponse response = fixture.send(
            {"POST"_ba,
             "/api/v1/console/workflows/clone"_ba,
             fixture.key("console"),
             {},
             "{\"source_workflow_id\":\"cm00000shopsupport0000001\"}"_ba});
        QCOMPARE(response.status, 201);
        const QByteArray id = parseJson(response.body).value()["data"]["id"].toUtf8();
        const FlowRecord copy
            = fixture.service().flows().flow(fixture.service().workspaces().defaultId(), FlowId(id)).value();
        QCOMPARE(copy.summary.properties["source_workflow_id"].toUtf8(), "cm00000shopsupport0000001"_ba);
    }
};

JACKFIELD_TEST(ConsoleTest)

} // namespace jackfield::console_test

#include "console_test.moc"
