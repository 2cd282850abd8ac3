// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/console/console_face.h"

#include "storage/api/console/workflow_operations.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr const char kValidation[] = "validation_error";

/// 401: no key at all, a key that nobody has, or headers that do not name one key.
void nameMissingKey(ApiError &error, const HttpRequest &request)
{
    const bool anyHeader = request.headerCount("authorization") + request.headerCount("x-api-key") > 0;
    if (!anyHeader) {
        error.code = "api_key_missing"_ba;
    } else if (!credentialIn(request, true).error) {
        error.code = "api_key_invalid"_ba;
        error.message = u"Invalid API key."_s;
    }
}

/// The same refusal with the status and the code that this API has for it.
ApiError inOwnWords(ApiError error, const HttpRequest &request)
{
    switch (error.status) {
    case 400:
        if (error.code != kValidation)
            error.code = "bad_request"_ba;
        break;
    case 401:
        nameMissingKey(error, request);
        break;
    case 403:
        if (error.code != "insufficient_scope")
            error.code = "forbidden"_ba;
        break;
    case 409:
        error.code = "conflict"_ba;
        break;
    case 412:
        error.code = "precondition_failed"_ba;
        break;
    case 422: // a status that this API does not have
        error.status = error.code == "idempotency_key_reused" ? 409 : 400;
        error.code = error.status == 409 ? "conflict"_ba : QByteArray(kValidation);
        break;
    case 500:
        error.code = "internal_error"_ba;
        break;
    default:
        break;
    }
    return error;
}

Json messageOf(const ApiError &error)
{
    if (error.code != kValidation)
        return Json::string(error.message);
    Json list = Json::array();
    for (const Violation &violation : error.violations) {
        const QString place = violation.pointer.isEmpty() ? u"body"_s : QString::fromUtf8(violation.pointer);
        list.append(Json::string(place + u": "_s + violation.message));
    }
    if (list.isEmpty())
        list.append(Json::string(error.message));
    return list;
}

} // namespace

ApiName ConsoleFace::apiName()
{
    return {.id = "console"_ba, .title = u"Console (/api/v1/console)"_s, .key = {.prefix = "sk_"_ba}};
}

ApiHandlers ConsoleFace::handlers(FlowService &service)
{
    return console::workflowHandlers(service);
}

HttpResponse ConsoleFace::refusal(const ApiError &error, const HttpRequest &request) const
{
    const ApiError shown = inOwnWords(error, request);
    return jsonResponse(
        shown.status,
        Json::object({
            member("message", messageOf(shown)),
            member("error", Json::string(reasonPhrase(shown.status))),
            member("code", Json::string(shown.code)),
            member("statusCode", Json::number(qint64(shown.status))),
            member("request_id", Json::string(request.requestId)),
        }),
        shown.headers);
}

} // namespace jackfield
