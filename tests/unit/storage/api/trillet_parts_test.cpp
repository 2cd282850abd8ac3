// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/trillet/call_settings.h"
#include "storage/api/trillet/flow_access.h"
#include "storage/api/trillet/page_shape.h"
#include "storage/api/trillet/prompt_history.h"
#include "storage/api/trillet/resource.h"

#include "model/json/json_writer.h"
#include "tests/support/service/service_fixture.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace jackfield::trillet_parts_test {

using namespace trillet;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Timestamp kAfternoon = 1736953200000; // 2025-01-15T15:00:00Z

FlowRecord callFlow(const char *prompt, const Json &versions = Json::array(), const Json &current = {})
{
    FlowRecord record;
    record.summary.id = FlowId("676b8e123456789012345678"_ba);
    record.summary.createdAt = kAfternoon;
    record.summary.updatedAt = kAfternoon + 1000;
    record.state.content = Json::object({member("prompt", Json::string(prompt))});
    record.summary.properties = Json::object({member("promptVersions", versions), member("currentPromptId", current)});
    return record;
}

QByteArrayList promptsOf(const PromptHistory &history)
{
    QByteArrayList prompts;
    for (const Json &version : history.versions.items())
        prompts.append(version["prompt"].toUtf8());
    return prompts;
}

} // namespace

class TrilletPartsTest : public QObject
{
    Q_OBJECT

private slots:
    void resourcesAreFoundByTheTypeOfTheirFolders()
    {
        QByteArrayList told;
        for (const Resource &resource : resources()) {
            QCOMPARE(findFlowType(resource.flowType), &resource);
            QCOMPARE(noSuchFlow(resource).message, resource.title + u" not found."_s);
            told << resource.path + ' ' + resource.idMember();
        }
        QCOMPARE(told, (QByteArrayList{"call-flows callFlowId", "message-flows messageFlowId"}));
        QCOMPARE(findFlowType("email"), nullptr);
    }

    void versionsAreNamedByTheirTimeInUtc_data()
    {
        QTest::addColumn<Timestamp>("at");
        QTest::addColumn<QString>("name");
        QTest::newRow("of the page") << kAfternoon << u"Prompt Version - 1/15/2025, 3:00:00 PM"_s;
        QTest::newRow("midnight") << Timestamp(1735689600000) << u"Prompt Version - 1/1/2025, 12:00:00 AM"_s;
        QTest::newRow("noon") << Timestamp(1767182709999) << u"Prompt Version - 12/31/2025, 12:05:09 PM"_s;
    }

    void versionsAreNamedByTheirTimeInUtc()
    {
        QFETCH(Timestamp, at);
        QFETCH(QString, name);
        QCOMPARE(promptVersionName(at), name);
    }

    void aVersionIsAsThePagePrintsIt()
    {
        const PromptHistory history = withPrompt({}, Json::string("Be kind."), "676b8e123456789012345680", kAfternoon);
        QCOMPARE(
            writeJson(history.versions),
            "[{\"_id\":\"676b8e123456789012345680\",\"name\":\"Prompt Version - 1/15/2025, 3:00:00 PM\","
            "\"prompt\":\"Be kind.\",\"metadata\":{\"notes\":\"\"},\"createdAt\":\"2025-01-15T15:00:00.000Z\","
            "\"updatedAt\":\"2025-01-15T15:00:00.000Z\"}]"_ba);
        QCOMPARE(writeJson(history.currentId), "\"676b8e123456789012345680\""_ba);
    }

    void onlyAnotherPromptIsANewVersion()
    {
        PromptHistory history = withPrompt({}, Json::string("A"), "1", kAfternoon);
        QCOMPARE(withPrompt(history, Json::string("A"), "2", kAfternoon), history);
        history = withPrompt(history, Json::string("B"), "2", kAfternoon);
        QCOMPARE(promptsOf(history), (QByteArrayList{"A", "B"}));
        history = withPrompt(history, Json::string(""), "3", kAfternoon);
        QCOMPARE(promptsOf(history), (QByteArrayList{"A", "B"}));
        QVERIFY(history.currentId.isNull());
    }

    void aPromptThatTheWindowWroteGetsAVersionWhenRead()
    {
        const PromptHistory stored = withPrompt({}, Json::string("A"), "1", kAfternoon);
        const FlowRecord record = callFlow("B", stored.versions, stored.currentId);
        const PromptHistory shown = promptHistoryOf(record);
        QCOMPARE(promptsOf(shown), (QByteArrayList{"A", "B"}));
        QVERIFY(isHexId(shown.currentId.utf8()));
        QCOMPARE(shown.versions.at(1)["_id"], shown.currentId);
        QCOMPARE(promptHistoryOf(record), shown); // the same id at every read
        QCOMPARE(promptHistoryOf(callFlow("B", shown.versions, shown.currentId)), shown); // and once written down
        QVERIFY(promptHistoryOf(callFlow("C", stored.versions, stored.currentId)).currentId != shown.currentId);
    }

    void aPromptThatTheWindowTookBackIsItsOldVersion()
    {
        PromptHistory stored = withPrompt({}, Json::string("A"), "1", kAfternoon);
        stored = withPrompt(stored, Json::string("B"), "2", kAfternoon);
        const PromptHistory shown = promptHistoryOf(callFlow("A", stored.versions, stored.currentId));
        QCOMPARE(shown.currentId.toUtf8(), "1"_ba);
        QCOMPARE(shown.versions, stored.versions);
        QVERIFY(promptHistoryOf(callFlow("", stored.versions, stored.currentId)).currentId.isNull());
    }

    void brokenHistoriesAreNoneAtAll()
    {
        QCOMPARE(promptHistoryOf(callFlow("", plainJson("{'a': 1}"), Json::number(qint64(5)))), PromptHistory());
        QCOMPARE(promptsOf(promptHistoryOf(callFlow("A", plainJson("'x'")))), QByteArrayList{"A"});
    }

    void controlCharactersAreTakenOutOfAPrompt()
    {
        QCOMPARE(sanitizedPrompt(u"  a\u0007\u0085b\n\tc \r\n"_s), u"ab\n\tc"_s);
        QCOMPARE(sanitizedPrompt(u"\u0000"_s + u"Größe 😀"_s), u"Größe 😀"_s);
    }

    void bothNamesOfTheCallSettingsAreOneObject()
    {
        const CallSettings sent
            = withOneName(plainJson("{'a': 1, 'callSetting': {'x': 1, 'y': 2}, 'callSettings': {'y': 3, 'z': 4}}"));
        QCOMPARE(writeJson(sent.settings), "{\"a\":1,\"callSettings\":{\"x\":1,\"y\":3,\"z\":4}}"_ba);
        QCOMPARE(writeJson(sent.singular), "[\"x\",\"y\"]"_ba);
        const CallSettings stored = patched(withOneName(plainJson("{'callSettings': {'z': 1, 'w': 2}}")), sent);
        QCOMPARE(writeJson(stored.settings), "{\"callSettings\":{\"z\":4,\"w\":2,\"x\":1,\"y\":3},\"a\":1}"_ba);
        const Json page = plainJson("{'callSettings': {'guard': true}, 'security': {}}");
        QCOMPARE(
            writeJson(shownSettings(stored, page)),
            "{\"callSettings\":{\"guard\":true,\"z\":4,\"w\":2,\"x\":1,\"y\":3},\"callSetting\":{\"x\":1,\"y\":3},"
            "\"security\":{},\"a\":1}"_ba);
    }

    void aPatchOfTheCallSettingsCanTakeAway()
    {
        const CallSettings before = withOneName(plainJson("{'callSetting': {'x': 1, 'y': 2}}"));
        const CallSettings after = patched(before, withOneName(plainJson("{'callSetting': {'x': null}}")));
        QCOMPARE(writeJson(after.settings), "{\"callSettings\":{\"y\":2}}"_ba);
        QCOMPARE(
            writeJson(shownSettings(after, plainJson("{'callSettings': {}}"))),
            "{\"callSettings\":{\"y\":2},\"callSetting\":{\"y\":2}}"_ba);
    }

    void settingsThatAreNoObjectCountAsNone()
    {
        QCOMPARE(withOneName(plainJson("[1]")), CallSettings());
        QCOMPARE(writeJson(withOneName(plainJson("{'callSetting': 5}")).settings), "{}"_ba);
    }

    void shapeIsThatOfThePage_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("shown");
        const auto row = [](const char *name, const char *value, const char *shown) {
            QTest::newRow(name) << QByteArray(value) << QByteArray(shown);
        };
        row("nothing", "null", "{'a':1,'b':{'c':[],'d':null}}");
        row("order", "{'b':{'d':2},'a':3}", "{'a':3,'b':{'c':[],'d':2}}");
        row("null counts as lacking", "{'a':null,'b':null}", "{'a':1,'b':{'c':[],'d':null}}");
        row("lists are whole", "{'b':{'c':[{}]}}", "{'a':1,'b':{'c':[{}],'d':null}}");
        row("unknown members come last", "{'x':1.0,'b':{'y':2}}", "{'a':1,'b':{'c':[],'d':null,'y':2},'x':1.0}");
        row("another type is shown as it is", "{'b':5}", "{'a':1,'b':5}");
    }

    void shapeIsThatOfThePage()
    {
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, shown);
        QCOMPARE(
            writeJson(inShapeOf(plainJson("{'a': 1, 'b': {'c': [], 'd': null}}"), plainJson(value))),
            shown.replace('\'', '"'));
    }

    void idsAreTwentyFourHexadecimalDigits()
    {
        QVERIFY(isHexId("676b8e123456789012345678"));
        for (const char *other :
             {"", "676b8e12345678901234567", "676b8e1234567890123456789", "676B8E123456789012345678",
              "676b8e12345678901234567g", "01HV8ZG8E3K5N7P9R1T3V5X7Z9"})
            QVERIFY2(!isHexId(other), other);
    }
};

JACKFIELD_TEST(TrilletPartsTest)

} // namespace jackfield::trillet_parts_test

#include "trillet_parts_test.moc"
