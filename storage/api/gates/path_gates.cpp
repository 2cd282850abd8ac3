// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/gates/path_gates.h"

#include <ranges>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

GateAnswer welcome(const ApiRoutes &routes, const HttpRequest &request)
{
    if (request.method != "GET" && request.method != "HEAD")
        return ApiError{405, "method_not_allowed"_ba, u"There is only GET here."_s, {}, {{"Allow"_ba, "GET, HEAD"_ba}}};
    Json apis = Json::array();
    for (const std::unique_ptr<ApiFace> &face : routes.faces() | std::views::reverse) {
        apis.append(Json::object({
            member("name", Json::string(face->name())),
            member("title", face->document().json()["info"]["title"]),
            member("base", Json::string(face->document().prefix())),
            member("description", Json::string("/api/jackfield/v1/openapi/" + face->name() + ".json")),
        }));
    }
    return jsonResponse(
        200,
        Json::object({
            member("name", Json::string("Jackfield")),
            member("apis", apis),
            member("description", Json::string("/api/jackfield/v1/openapi.json")),
            member("health", Json::string("/api/jackfield/v1/health")),
        }));
}

GateAnswer nearMiss(ApiError error)
{
    GateAnswer answer = std::move(error);
    answer.isNearMiss = true;
    return answer;
}

} // namespace

void locate(const ApiRoutes &routes, AskedCall &asked)
{
    asked.place = routes.placeOf(asked.request->segments);
    asked.match = routes.match(asked.request->method, asked.place);
}

std::optional<GateAnswer> passApi(const ApiRoutes &routes, AskedCall &asked)
{
    if (asked.place.face != nullptr)
        return std::nullopt;
    if (asked.request->path == "/")
        return welcome(routes, *asked.request);
    return nearMiss({404, "not_found"_ba, u"There is no API under this path: GET / lists them."_s});
}

std::optional<GateAnswer> passRoute(const ApiRoutes &routes, AskedCall &asked)
{
    asked.operation = routes.operation(asked.match);
    if (asked.operation != nullptr)
        return std::nullopt;
    if (asked.match.outcome == Router::Match::Outcome::NotFound)
        return nearMiss({404, "not_found"_ba, u"Not Found"_s});
    const QByteArray allow = asked.match.allowed.join(", ");
    if (asked.request->method != "OPTIONS")
        return nearMiss({405, "method_not_allowed"_ba, u"Method Not Allowed"_s, {}, {{"Allow"_ba, allow}}});
    HttpResponse response;
    response.status = 204;
    response.setHeader("Allow"_ba, allow);
    return response;
}

} // namespace jackfield
