// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

// The examples of the descriptions are what clients are written from: each one is as the schema beside it says.

#include "model/json/json_pointer.h"
#include "storage/api/description/api_document.h"
#include "tests/support/service/api_description.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <algorithm>

namespace jackfield::api_examples_test {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The example and examples beside a schema: of bodies, parameters and headers.
QList<Json> examplesIn(const Json &part)
{
    QList<Json> examples;
    if (const Json *example = part.find("example"))
        examples.append(*example);
    for (const Json::Member &named : part["examples"].members())
        examples.append(named.value["value"]);
    return examples;
}

struct Finding
{
    int examples = 0;
    QStringList problems;
};

/// Every example of a document part. `place` is its JSON pointer.
void checkExamples(const Json &part, const QByteArray &place, const Json &document, Finding &finding)
{
    if (const Json *schema = part.find("schema")) {
        for (const Json &example : examplesIn(part)) {
            ++finding.examples;
            const QList<Violation> violations = JsonSchema(*schema, document).check(example);
            if (!violations.isEmpty()) {
                finding.problems.append(u"%1: %2 %3"_s.arg(
                    QString::fromUtf8(place), QString::fromUtf8(violations.first().pointer),
                    violations.first().message));
            }
        }
    }
    for (const Json::Member &member : part.members()) {
        // Inside of an example there are no examples, whatever its members are called.
        if (member.key() != "example" && member.key() != "examples")
            checkExamples(member.value, place + '/' + member.key().toByteArray(), document, finding);
    }
    qsizetype index = 0;
    for (const Json &item : part.items())
        checkExamples(item, place + '/' + QByteArray::number(index++), document, finding);
}

/// Schemas of objects that name no members and do not say whether there may be some: generators take them for empty.
void findSilentObjects(const Json &part, const QByteArray &place, QStringList &found)
{
    const Json &type = part["type"];
    const bool isObject = type.utf8() == "object"
        || std::ranges::any_of(type.items(), [](const Json &one) { return one.utf8() == "object"; });
    if (isObject && !part.contains("properties") && !part.contains("additionalProperties"))
        found.append(QString::fromUtf8(place));
    for (const Json::Member &member : part.members()) {
        if (member.key() != "example" && member.key() != "examples")
            findSilentObjects(member.value, place + '/' + member.key().toByteArray(), found);
    }
}

/// What a client generator needs and a reader would miss.
QStringList gapsOf(const ApiDocument &document, const ApiRoute &route)
{
    QStringList gaps;
    const Json &operation = operationOf(document, route);
    for (const char *member : {"summary", "description", "tags", "responses"}) {
        if (!operation.contains(member))
            gaps.append(QString::fromLatin1(member));
    }
    if (route.bodyRequired && !exampleBody(document, route))
        gaps.append(u"example of the body"_s);
    for (const Json::Member &response : operation["responses"].members()) {
        const QByteArray status = response.key().toByteArray();
        const Json &content = response.value["content"];
        // References lead to shared errors; 204 and 304 have no body.
        if (!response.value.contains("$ref") && status != "204" && status != "304"
            && !content["application/json"].contains("schema") && !content.contains("text/event-stream"))
            gaps.append(u"schema of "_s + QString::fromUtf8(status));
    }
    for (const QByteArray &segment : route.path.split('/')) {
        if (segment.startsWith('{') && !parameterNames(document, route).contains(segment.mid(1).chopped(1)))
            gaps.append(u"parameter "_s + QString::fromUtf8(segment));
    }
    return gaps;
}

} // namespace

class ApiExamplesTest : public QObject
{
    Q_OBJECT

private slots:
    void examplesAreAsTheirSchemasSay_data()
    {
        QTest::addColumn<QByteArray>("api");
        for (const QByteArray &api : describedApis())
            QTest::newRow(api.constData()) << api;
    }

    void examplesAreAsTheirSchemasSay()
    {
        QFETCH(QByteArray, api);
        const ApiDocument document(api);
        Finding finding;
        checkExamples(document.json(), {}, document.json(), finding);
        QCOMPARE(finding.problems.join(u'\n'), QString());
        QVERIFY(finding.examples > 0);
    }

    /// The walk finds what is wrong, wherever it is.
    void aWrongExampleIsFound()
    {
        const Json document = Json::object({
            member(
                "a",
                Json::array({Json::object({
                    member("schema", Json::object({member("$ref", Json::string("#/number"))})),
                    member("example", Json::string("text")),
                })})),
            member("number", Json::object({member("type", Json::string("number"))})),
        });
        Finding finding;
        checkExamples(document, {}, document, finding);
        QCOMPARE(finding.examples, 1);
        QCOMPARE(finding.problems, QStringList{u"/a/0:  must be a number"_s});
    }

    void descriptionsAreComplete_data() { examplesAreAsTheirSchemasSay_data(); }

    void descriptionsAreComplete()
    {
        QFETCH(QByteArray, api);
        const ApiDocument document(api);
        QStringList problems;
        for (const ApiRoute &route : document.routes()) {
            for (const QString &gap : gapsOf(document, route))
                problems.append(QString::fromUtf8(route.operation) + u" has no "_s + gap);
        }
        findSilentObjects(document.json(), {}, problems);
        QCOMPARE(problems.join(u'\n'), QString());
    }
};

JACKFIELD_TEST(ApiExamplesTest)

} // namespace jackfield::api_examples_test

#include "api_examples_test.moc"
