// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/flownally/flownally_face.h"

#include "storage/api/flownally/resource_operations.h"

#include <QCryptographicHash>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

/// W3C trace context form. Made from the request id, so that both lead to the same line of a log.
QByteArray traceId(const QByteArray &requestId)
{
    const QByteArray hex = QCryptographicHash::hash(requestId, QCryptographicHash::Sha256).toHex();
    return "00-" + hex.first(32) + '-' + hex.sliced(32, 16) + "-01";
}

bool wantsProblemType(const HttpRequest &request)
{
    return request.header("accept").toByteArray().toLower().contains("application/problem+json");
}

} // namespace

ApiName FlownallyFace::apiName()
{
    return {
        .id = "flownally"_ba,
        .title = u"Flownally (/v1)"_s,
        .key = {.prefix = "fln_live_"_ba},
        .exampleTarget = "/v1/chatbots"_ba};
}

ApiHandlers FlownallyFace::handlers(FlowService &service)
{
    return flownally::resourceHandlers(service);
}

HttpResponse FlownallyFace::refusal(const ApiError &error, const HttpRequest &request) const
{
    Json body = Json::object({
        member("type", Json::string("https://api.flownally.com/problems/" + error.code)),
        member("title", Json::string(reasonPhrase(error.status))),
        member("status", Json::number(qint64(error.status))),
        member("detail", Json::string(error.message)),
        member("instance", Json::string(QString::fromUtf8(request.path).toUtf8())),
        member("code", Json::string(error.code)),
        member("traceId", Json::string(traceId(request.requestId))),
    });
    if (!error.violations.isEmpty()) {
        Json list = Json::array();
        for (const Violation &violation : error.violations) {
            list.append(Json::object({
                member("field", Json::string(violation.pointer)),
                member("message", Json::string(violation.message)),
                member("code", Json::string(violation.code)),
            }));
        }
        body.set("errors", list);
    }
    HttpResponse response = jsonResponse(error.status, body, error.headers);
    if (wantsProblemType(request))
        response.contentType = "application/problem+json"_ba;
    return response;
}

} // namespace jackfield
