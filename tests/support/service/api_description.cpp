// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/service/api_description.h"

#include "model/json/json_pointer.h"
#include "model/json/json_writer.h"

namespace jackfield {

namespace {

const Json &pathOf(const ApiDocument &document, const ApiRoute &route)
{
    return document.json()["paths"][route.path.sliced(document.prefix().size())];
}

/// The parameters of an operation and of its path, references followed.
QList<Json> parametersOf(const ApiDocument &document, const ApiRoute &route)
{
    QList<Json> all;
    for (const Json *parameters :
         {&pathOf(document, route)["parameters"], &operationOf(document, route)["parameters"]}) {
        for (const Json &given : parameters->items()) {
            const Json *reference = given.find("$ref");
            const Json *parameter
                = reference != nullptr ? JsonPointer(reference->toUtf8().mid(1)).in(document.json()) : &given;
            if (parameter != nullptr)
                all.append(*parameter);
        }
    }
    return all;
}

} // namespace

const Json &operationOf(const ApiDocument &document, const ApiRoute &route)
{
    return pathOf(document, route)[route.method.toLower()];
}

const Json &bodySchema(const ApiDocument &document, const ApiRoute &route)
{
    return operationOf(document, route)["requestBody"]["content"]["application/json"]["schema"];
}

QList<QByteArray> parameterNames(const ApiDocument &document, const ApiRoute &route)
{
    QList<QByteArray> names;
    for (const Json &parameter : parametersOf(document, route))
        names.append(parameter["name"].toUtf8());
    return names;
}

bool streams(const ApiDocument &document, const ApiRoute &route)
{
    return operationOf(document, route)["responses"]["200"]["content"].contains("text/event-stream");
}

std::optional<Json> exampleBody(const ApiDocument &document, const ApiRoute &route)
{
    const Json &content = operationOf(document, route)["requestBody"]["content"]["application/json"];
    if (const Json *example = content.find("example"))
        return *example;
    const Json &examples = content["examples"];
    if (!examples.isEmpty())
        return examples.members().front().value["value"];
    if (content.isNull())
        return std::nullopt;
    // Another method of the same path with the same body, as PATCH for PUT.
    for (const ApiRoute &other : document.routes()) {
        const Json &body = operationOf(document, other)["requestBody"]["content"]["application/json"];
        if (other.path == route.path && body["schema"] == content["schema"] && body.contains("example"))
            return body["example"];
    }
    return std::nullopt;
}

TestRequest exampleRequest(
    const ApiDocument &document, const ApiRoute &route, const QByteArray &target, const QByteArray &key,
    const WorkspaceId &workspace)
{
    TestRequest request{route.method, target, key};
    // The only such header that an API has names the workspace.
    for (const Json &parameter : parametersOf(document, route)) {
        if (parameter["in"].utf8() == "header" && parameter["required"].toBool())
            request.headers.append({parameter["name"].toUtf8(), workspace.utf8});
    }
    if (const std::optional<Json> body = exampleBody(document, route))
        request.body = writeJson(*body);
    return request;
}

} // namespace jackfield
