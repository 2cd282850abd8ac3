// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

// Replays the contract files beside this one over a real socket. A file is a list of steps that share one fresh store:
//   {"title": "..", "keys": {"reader": {"api": "flownally", "role": "agent", "scopes": ["journey:list"]}},
//    "headers": {"x-name": "of every step"}, "steps": [
//     {"name": "..", "request": "POST /v1/chatbots", "key": "flownally", "headers": {..}, "body": {..} or "raw": "..",
//      "status": 201, "answerHeaders": {..}, "answer": {..} or "answerText": ".."}]}
// `key` is the name of an API, "all", "other" (all, in another workspace), "none" or one of `keys`; without one it is
// the key of the folder. A header of a step replaces the one of the file, null leaves it out; {{workspace}} is the
// workspace of the keys, {{otherworkspace}} that of "other", {{key:NAME}} the secret of a key. `answer` is compared as
// compact text: order of members, spelling of numbers and presence count. A step {"restart": true} closes the store and
// opens it again. See TextTemplates for the placeholders.

#include "model/json/edit/json_edit.h"
#include "model/json/json_pointer.h"
#include "model/json/json_reader.h"
#include "model/json/json_writer.h"
#include "storage/api/api_table.h"
#include "storage/api/description/api_document.h"
#include "storage/http/router.h"
#include "tests/support/service/api_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/text_template.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSet>
#include <QTest>

#include <deque>

namespace jackfield::contract_test {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Described
{
    const ApiDocument *document;
    const ApiRoute *route;
};

QList<QByteArray> segmentsOf(const QByteArray &target)
{
    QList<QByteArray> segments = target.first(target.indexOf('?') < 0 ? target.size() : target.indexOf('?')).split('/');
    segments.removeFirst();
    return segments;
}

/// The keys that a file may use, by name.
QHash<QByteArray, QByteArray> keysFor(ApiFixture &fixture, const Json &file, const WorkspaceId &other)
{
    QHash<QByteArray, QByteArray> keys{{"none", {}}, {"other", fixture.key("all", {}, Role::Owner, other)}};
    for (const ApiName &api : apiNames())
        keys.insert(api.id, fixture.key(api.id));
    keys.insert("jackfield", keys.value("all"));
    for (const Json::Member &key : file["keys"].members()) {
        QList<QByteArray> scopes;
        for (const Json &scope : key.value["scopes"].items())
            scopes.append(scope.toUtf8());
        keys.insert(
            key.key().toByteArray(),
            fixture.key(
                key.value["api"].toUtf8(), scopes, roleFromName(key.value["role"].utf8()).value_or(Role::Owner)));
    }
    return keys;
}

Json responsesOf(const Described &operation)
{
    const QByteArray path = operation.route->path.sliced(operation.document->prefix().size());
    return operation.document->json()["paths"][path][operation.route->method.toLower()]["responses"];
}

/// What the description says about an answer of this status; null when it says nothing.
Json answerSchema(const Described &operation, int status)
{
    const Json responses = responsesOf(operation);
    const Json *response = responses.find(QByteArray::number(status));
    if (response == nullptr)
        response = responses.find("default");
    if (response == nullptr)
        return {};
    Json answer = *response;
    if (const Json *reference = answer.find("$ref"))
        answer = Json(*JsonPointer(reference->toUtf8().mid(1)).in(operation.document->json()));
    return answer["content"]["application/json"]["schema"];
}

Json fileAt(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    const Result<Json> json = parseJson(file.readAll());
    if (!json)
        qFatal("%s:%d: %s", qPrintable(path), json.error().line, qPrintable(json.error().message));
    return *json;
}

} // namespace

class ContractTest : public QObject
{
    Q_OBJECT

    std::deque<ApiDocument> m_documents;
    std::vector<Described> m_operations;
    Router m_router;
    QSet<QByteArray> m_seen; ///< "flownally.listChatbots 200"

    QString checkDescribed(const TestRequest &request, const RawResponse &response)
    {
        const Router::Match match = m_router.match(request.method, segmentsOf(request.target));
        if (match.outcome != Router::Match::Outcome::Found)
            return {};
        const Described &operation = m_operations.at(size_t(match.route));
        m_seen.insert(
            operation.document->name() + '.' + operation.route->operation + ' ' + QByteArray::number(response.status));
        const Json schema = answerSchema(operation, response.status);
        const Result<Json> body = parseJson(response.body);
        if (!body || schema.isNull())
            return {};
        const QList<Violation> violations = JsonSchema(schema, operation.document->json()).check(*body);
        return violations.isEmpty() ? QString()
                                    : u"not as described: %1 %2"_s.arg(
                                        QString::fromUtf8(violations.first().pointer), violations.first().message);
    }

    QString
    replay(ApiFixture &fixture, const Json &file, const Json &step, const QByteArray &key, TextTemplates &templates)
    {
        const QByteArray line = templates.filled(step["request"].toUtf8());
        TestRequest request{line.first(line.indexOf(' ')), line.sliced(line.indexOf(' ') + 1), key};
        const Json headers
            = step.contains("headers") ? mergePatch(file["headers"], step["headers"]) : Json(file["headers"]);
        for (const Json::Member &header : headers.members())
            request.headers.append({header.key().toByteArray(), templates.filled(header.value.toUtf8())});
        if (const Json *body = step.find("body"))
            request.body = templates.filled(writeJson(*body));
        else if (const Json *raw = step.find("raw"))
            request.body = templates.filled(raw->toUtf8());
        const RawResponse response = fixture.send(request);

        const int wanted = int(step["status"].toInteger().value_or(0));
        if (response.status != wanted)
            return u"status %1: %2"_s.arg(QString::number(response.status), QString::fromUtf8(response.body));
        if (const QString problem = checkDescribed(request, response); !problem.isEmpty())
            return problem;
        for (const Json::Member &header : step["answerHeaders"].members()) {
            const QString problem = header.value.isNull()
                ? (response.hasHeader(header.key()) ? u"is there"_s : QString())
                : templates.mismatch(header.value.toUtf8(), response.header(header.key()));
            if (!problem.isEmpty())
                return u"header %1: %2"_s.arg(QString::fromUtf8(header.key().toByteArray()), problem);
        }
        if (const Json *answer = step.find("answer"))
            return templates.mismatch(writeJson(*answer), response.body);
        if (const Json *text = step.find("answerText"))
            return templates.mismatch(text->toUtf8(), response.body);
        return (wanted == 204 || wanted == 304) && !response.body.isEmpty() ? u"a body where none may be"_s : QString();
    }

private slots:
    void initTestCase()
    {
        for (const QByteArray &name : describedApis()) {
            const ApiDocument &document = m_documents.emplace_back(name);
            for (const ApiRoute &route : document.routes()) {
                m_router.add(route.method, route.path, int(m_operations.size()));
                m_operations.push_back({&document, &route});
            }
        }
    }

    void answersAreAsTheContractSays_data()
    {
        QTest::addColumn<QString>("path");
        const QString root = QStringLiteral(JACKFIELD_SOURCE_DIR "/tests/contract");
        QStringList paths;
        for (QDirIterator files(root, {u"*.json"_s}, QDir::Files, QDirIterator::Subdirectories); files.hasNext();)
            paths.append(files.next());
        paths.sort();
        for (const QString &path : std::as_const(paths))
            QTest::newRow(qPrintable(path.sliced(root.size() + 1))) << path;
    }

    void answersAreAsTheContractSays()
    {
        QFETCH(QString, path);
        const Json file = fileAt(path);
        ApiFixture fixture;
        TextTemplates templates;
        const WorkspaceId other = fixture.newWorkspace(u"Other"_s);
        const QHash<QByteArray, QByteArray> keys = keysFor(fixture, file, other);
        templates.give("workspace", fixture.service().workspaces().defaultId().utf8);
        templates.give("otherworkspace", other.utf8);
        for (auto key = keys.cbegin(); key != keys.cend(); ++key)
            templates.give("key:" + key.key(), key.value());
        const QByteArray own = QFileInfo(path).dir().dirName().toUtf8();
        for (const Json &step : file["steps"].items()) {
            if (step["restart"].toBool()) {
                fixture.restart();
                continue;
            }
            const QByteArray name = step.contains("key") ? step["key"].toUtf8() : own;
            QVERIFY2(keys.contains(name), name.constData());
            const QString problem = replay(fixture, file, step, keys.value(name), templates);
            if (!problem.isEmpty())
                QFAIL(qPrintable(step["name"].toString() + u" ("_s + step["request"].toString() + u"): "_s + problem));
        }
    }

    /// Every answer that a description promises by its status is in some contract file.
    void everyDescribedAnswerIsReplayed()
    {
        QStringList missing;
        for (const Described &operation : m_operations) {
            const QByteArray name = operation.document->name() + '.' + operation.route->operation;
            for (const Json::Member &response : responsesOf(operation).members()) {
                const bool streams = response.value["content"].contains("text/event-stream");
                if (response.key() != "default" && !streams
                    && !m_seen.contains(name + ' ' + response.key().toByteArray()))
                    missing.append(QString::fromUtf8(name + ' ' + response.key().toByteArray()));
            }
        }
        if (!missing.isEmpty())
            QFAIL(qPrintable(u"no contract file has: "_s + missing.join(u", "_s)));
    }
};

JACKFIELD_TEST(ContractTest)

} // namespace jackfield::contract_test

#include "contract_test.moc"
