// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/description/api_document.h"

#include "model/json/json_pointer.h"
#include "model/json/json_reader.h"

#include <QFile>

#include <algorithm>
#include <array>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array<const char *, 5> kMethods{"get", "post", "put", "patch", "delete"};

QList<QByteArray> texts(const Json &list)
{
    QList<QByteArray> all;
    for (const Json &item : list.items())
        all.append(item.toUtf8());
    return all;
}

/// The header among some parameters that names the workspace; empty when there is none.
QByteArray workspaceHeaderIn(const Json &parameters, const Json &document)
{
    for (const Json &given : parameters.items()) {
        const Json *reference = given.find("$ref");
        const Json *parameter = reference != nullptr ? JsonPointer(reference->toUtf8().mid(1)).in(document) : &given;
        if (parameter != nullptr && (*parameter)["x-workspace"].toBool())
            return (*parameter)["name"].toUtf8().toLower();
    }
    return {};
}

ApiRoute routeOf(const QByteArray &method, const QByteArray &path, const Json &item, const Json &document)
{
    const Json &operation = item[method];
    ApiRoute route;
    route.method = method.toUpper();
    route.path = path;
    route.operation = operation["operationId"].toUtf8();
    route.summary = operation["summary"].toString();
    route.scopes = texts(operation["x-scopes"]);
    for (const QByteArray &name : texts(operation["x-roles"])) {
        const std::optional<Role> role = roleFromName(name);
        if (!role)
            qFatal("OpenAPI: '%s' names an unknown role '%s'", route.operation.constData(), name.constData());
        route.roles.append(*role);
    }
    for (const Json *parameters : {&item["parameters"], &operation["parameters"]}) {
        if (route.workspaceHeader.isEmpty())
            route.workspaceHeader = workspaceHeaderIn(*parameters, document);
    }
    const Json *security = operation.find("security");
    route.isLive = operation["x-live"].toBool();
    route.isPublic = security != nullptr && security->isEmpty();
    route.anyKey = operation["x-any-key"].toBool();
    route.takesIdempotencyKey = std::ranges::any_of(operation["parameters"].items(), [](const Json &parameter) {
        return parameter["$ref"].utf8() == "#/components/parameters/IdempotencyKey";
    });
    if (const Json *body = operation.find("requestBody")) {
        route.body = operation["x-body"].utf8() == "file" ? ApiRoute::Body::File : ApiRoute::Body::Json;
        route.bodyRequired = (*body)["required"].toBool();
        if (route.body == ApiRoute::Body::Json)
            route.schema = std::make_shared<JsonSchema>((*body)["content"]["application/json"]["schema"], document);
    }
    if (route.operation.isEmpty() || (!route.isPublic && route.roles.isEmpty()))
        qFatal("OpenAPI: '%s' has no operationId or no x-roles", path.constData());
    return route;
}

/// The same document part with every reference to a component, and every operationId, marked with the name of its API.
Json renamed(const Json &part, const QByteArray &api)
{
    if (part.isArray()) {
        Json list = Json::array();
        for (const Json &item : part.items())
            list.append(renamed(item, api));
        return list;
    }
    if (!part.isObject())
        return part;
    Json object = Json::object();
    for (const Json::Member &member : part.members()) {
        QByteArray text = member.value.toUtf8();
        if (member.key() == "$ref" && text.startsWith("#/components/"))
            object.set(member.key(), Json::string(text.insert(text.lastIndexOf('/') + 1, api + '.')));
        else if (member.key() == "operationId" && member.value.isString())
            object.set(member.key(), Json::string(api + '.' + text));
        else
            object.set(member.key(), renamed(member.value, api));
    }
    return object;
}

Json renamedTags(const Json &tags, const QByteArray &api)
{
    Json list = Json::array();
    for (const QByteArray &tag : texts(tags))
        list.append(Json::string(api + '.' + tag));
    return list;
}

Json renamedSecurity(const Json &requirements, const QByteArray &api)
{
    Json list = Json::array();
    for (const Json &requirement : requirements.items()) {
        Json object = Json::object();
        for (const Json::Member &scheme : requirement.members())
            object.set(api + '.' + scheme.key().toByteArray(), scheme.value);
        list.append(object);
    }
    return list;
}

} // namespace

ApiDocument::ApiDocument(const QByteArray &name) : m_name(name)
{
    QFile file(u":/openapi/%1.json"_s.arg(QString::fromLatin1(name)));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("OpenAPI: there is no document '%s'", name.constData());
    Result<Json> json = parseJson(file.readAll());
    if (!json)
        qFatal("OpenAPI: '%s' line %d: %s", name.constData(), json.error().line, qPrintable(json.error().message));
    m_json = *json;
    m_prefix = m_json["servers"].at(0)["url"].toUtf8();
    for (const Json::Member &path : m_json["paths"].members()) {
        for (const char *method : kMethods) {
            if (path.value.contains(method))
                m_routes.push_back(routeOf(method, m_prefix + path.key().toByteArray(), path.value, m_json));
        }
    }
}

Json mergedDocument(const QList<const ApiDocument *> &documents)
{
    Json paths = Json::object();
    Json components = Json::object();
    Json tags = Json::array();
    QStringList titles;
    for (const ApiDocument *document : documents) {
        for (Json tag : document->json()["tags"].items()) {
            tag.set("name", Json::string(document->name() + '.' + tag["name"].toUtf8()));
            tags.append(tag);
        }
        titles.append(document->json()["info"]["title"].toString());
        for (const Json::Member &path : document->json()["paths"].members()) {
            Json item = renamed(path.value, document->name());
            for (const char *method : kMethods) {
                const qsizetype index = item.indexOf(method);
                if (index < 0)
                    continue;
                Json &operation = item.memberRef(index);
                operation.set("tags", renamedTags(operation["tags"], document->name()));
                const Json *own = operation.find("security");
                operation.set(
                    "security",
                    renamedSecurity(own != nullptr ? *own : document->json()["security"], document->name()));
            }
            paths.set(document->prefix() + path.key().toByteArray(), item);
        }
        for (const Json::Member &group : document->json()["components"].members()) {
            Json all = components[group.key()].isObject() ? Json(components[group.key()]) : Json::object();
            for (const Json::Member &component : group.value.members())
                all.set(
                    document->name() + '.' + component.key().toByteArray(), renamed(component.value, document->name()));
            components.set(group.key(), all);
        }
    }
    return Json::object({
        member("openapi", Json::string("3.1.0")),
        member(
            "info",
            Json::object({
                member("title", Json::string("Jackfield: every API served on this computer")),
                member("version", Json::string("1.0.0")),
                member("description", Json::string(titles.join(u"; "_s))),
                member("contact", documents.first()->json()["info"]["contact"]),
                member(
                    "license",
                    Json::object(
                        {member("name", Json::string("Apache-2.0")),
                         member("identifier", Json::string("Apache-2.0"))})),
            })),
        member("servers", Json::array({Json::object({member("url", Json::string("/"))})})),
        member("tags", tags),
        member("paths", paths),
        member("components", components),
    });
}

} // namespace jackfield
