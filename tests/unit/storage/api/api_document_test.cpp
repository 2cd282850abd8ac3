// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/description/api_document.h"

#include "model/json/json_pointer.h"
#include "model/json/json_writer.h"
#include "storage/api/local_server.h"
#include "tests/support/test_program.h"

#include <QSet>
#include <QTest>

#include <algorithm>

namespace jackfield::api_document_test {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Every {schema, example} pair below `part`.
void collectExamples(const Json &part, QList<std::pair<Json, Json>> &found)
{
    if (part.contains("schema") && part.contains("example"))
        found.append({part["schema"], part["example"]});
    for (const Json &item : part.items())
        collectExamples(item, found);
    for (const Json::Member &member : part.members())
        collectExamples(member.value, found);
}

void collectReferences(const Json &part, QSet<QByteArray> &found)
{
    if (const Json *reference = part.find("$ref"); reference != nullptr && reference->isString())
        found.insert(reference->toUtf8());
    for (const Json &item : part.items())
        collectReferences(item, found);
    for (const Json::Member &member : part.members())
        collectReferences(member.value, found);
}

} // namespace

class ApiDocumentTest : public QObject
{
    Q_OBJECT

private slots:
    void routesComeFromTheDescription()
    {
        const ApiDocument document("flownally");
        QByteArray table;
        for (const ApiRoute &route : document.routes())
            table += route.method + ' ' + route.path + ' ' + route.operation + ' ' + route.scopes.join(',') + '\n';
        QCOMPARE(
            table,
            "GET /v1/chatbots listChatbots journey:list\n"
            "POST /v1/chatbots createChatbot journey:create\n"
            "GET /v1/chatbots/{id} getChatbot journey:read\n"
            "PATCH /v1/chatbots/{id} updateChatbot journey:update\n"
            "DELETE /v1/chatbots/{id} deleteChatbot journey:delete\n"
            "POST /v1/chatbots/{id}/publish publishChatbot journey:publish\n"
            "POST /v1/chatbots/{id}/activate activateChatbot journey:activate\n"
            "POST /v1/chatbots/{id}/pause pauseChatbot journey:activate\n"
            "GET /v1/chatbots/{id}/versions listChatbotVersions journey:read\n"
            "GET /v1/chatbots/{id}/versions/{versionId} getChatbotVersion journey:read\n"
            "GET /v1/journeys listJourneys journey:list\n"
            "POST /v1/journeys createJourney journey:create\n"
            "GET /v1/journeys/{id} getJourney journey:read\n"
            "PATCH /v1/journeys/{id} updateJourney journey:update\n"
            "DELETE /v1/journeys/{id} deleteJourney journey:delete\n"
            "POST /v1/journeys/{id}/publish publishJourney journey:publish\n"
            "POST /v1/journeys/{id}/activate activateJourney journey:activate\n"
            "POST /v1/journeys/{id}/pause pauseJourney journey:activate\n"
            "GET /v1/journeys/{id}/versions listJourneyVersions journey:read\n"
            "GET /v1/journeys/{id}/versions/{versionId} getJourneyVersion journey:read\n"_ba);
        QCOMPARE(document.routes().front().roles, (QList{Role::Owner, Role::Admin, Role::Agent}));
    }

    void examplesAreAsDescribed_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name : {"console", "flownally", "sarufi", "trillet", "jackfield"})
            QTest::newRow(name) << QByteArray(name);
    }

    void examplesAreAsDescribed()
    {
        QFETCH(QByteArray, name);
        const ApiDocument document(name);
        QList<std::pair<Json, Json>> examples;
        collectExamples(document.json()["paths"], examples);
        QVERIFY(examples.size() >= 3);
        for (const auto &[schema, example] : std::as_const(examples)) {
            const QList<Violation> violations = JsonSchema(schema, document.json()).check(example);
            QVERIFY2(
                violations.isEmpty(),
                qPrintable(
                    QString::fromUtf8(writeJson(example))
                    + (violations.isEmpty() ? QString() : violations.first().message)));
        }
    }

    void operationsHaveNamesAndReferencesLeadSomewhere_data() { examplesAreAsDescribed_data(); }

    void operationsHaveNamesAndReferencesLeadSomewhere()
    {
        QFETCH(QByteArray, name);
        const ApiDocument document(name);
        QSet<QByteArray> operations;
        for (const ApiRoute &route : document.routes()) {
            QVERIFY2(!operations.contains(route.operation), route.operation.constData());
            operations.insert(route.operation);
            QVERIFY(!route.summary.isEmpty());
        }
        QSet<QByteArray> references;
        collectReferences(document.json(), references);
        for (const QByteArray &reference : std::as_const(references))
            QVERIFY2(JsonPointer(reference.mid(1)).in(document.json()) != nullptr, reference.constData());
    }

    void mergedDocumentNamesEverythingByItsApi()
    {
        const ApiDocument flownally("flownally");
        const ApiDocument sarufi("sarufi");
        const Json merged = mergedDocument({&flownally, &sarufi});
        const Json &operation = merged["paths"]["/api/dev/v1/chatbots/{chatbot_id}/flows"]["post"];
        QCOMPARE(operation["operationId"].toUtf8(), "sarufi.createFlow"_ba);
        QCOMPARE(writeJson(operation["security"]), "[{\"sarufi.bearerAuth\":[]}]"_ba);
        QCOMPARE(operation["tags"].at(0).toUtf8(), "sarufi.Flows"_ba);
        QVERIFY(std::ranges::any_of(
            merged["tags"].items(), [](const Json &tag) { return tag["name"].utf8() == "sarufi.Flows"; }));
        QVERIFY(merged["components"]["schemas"].contains("flownally.Chatbot"));
        QVERIFY(merged["components"]["schemas"].contains("sarufi.Chatbot"));
        QSet<QByteArray> references;
        collectReferences(merged, references);
        for (const QByteArray &reference : std::as_const(references))
            QVERIFY2(JsonPointer(reference.mid(1)).in(merged) != nullptr, reference.constData());
    }
};

JACKFIELD_TEST(ApiDocumentTest)

} // namespace jackfield::api_document_test

#include "api_document_test.moc"
