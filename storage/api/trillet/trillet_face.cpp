// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/trillet/trillet_face.h"

#include "storage/api/answers/api_text.h"
#include "storage/api/trillet/folder_operations.h"
#include "storage/api/trillet/resource_operations.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

ApiName TrilletFace::apiName()
{
    return {.id = "trillet"_ba, .title = u"Trillet (/v1/api)"_s, .key = {.digits = 40}};
}

ApiHandlers TrilletFace::handlers(FlowService &service)
{
    ApiHandlers handlers = trillet::resourceHandlers(service);
    handlers.insert(trillet::folderHandlers(service));
    return handlers;
}

HttpResponse TrilletFace::refusal(const ApiError &error, const HttpRequest &) const
{
    Json inner = Json::object({
        member("code", Json::string(error.code)),
        member("message", Json::string(error.message)),
    });
    if (error.resetAt > 0)
        inner.set("reset_at", milliseconds(error.resetAt));
    if (!error.violations.isEmpty()) {
        Json details = Json::array();
        for (const Violation &violation : error.violations) {
            details.append(Json::object({
                member("field", Json::string(violation.pointer)),
                member("message", Json::string(violation.message)),
            }));
        }
        inner.set("details", details);
    }
    // This API knows no 422: whatever is wrong with a body is a bad request.
    return jsonResponse(
        error.status == 422 ? 400 : error.status, Json::object({member("error", inner)}), error.headers);
}

} // namespace jackfield
