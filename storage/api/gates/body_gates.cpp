// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/gates/body_gates.h"

#include "model/json/json_reader.h"
#include "storage/api/gates/media_type.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

std::optional<GateAnswer> passMediaType(AskedCall &asked)
{
    if (!asked.request->hasBody)
        return std::nullopt;
    if (std::optional<ApiError> error = unsupportedMediaType(*asked.request))
        return std::move(*error);
    return std::nullopt;
}

std::optional<GateAnswer> passJson(AskedCall &asked)
{
    const ApiRoute &route = *asked.operation->route;
    if (route.body == ApiRoute::Body::None)
        return std::nullopt;
    if (!asked.request->hasBody) {
        if (!route.bodyRequired)
            return std::nullopt;
        return ApiError{400, "body_required"_ba, u"A JSON body is required."_s};
    }
    if (route.body == ApiRoute::Body::File)
        return std::nullopt;
    Result<Json> json = parseJson(asked.request->body);
    if (!json)
        return apiError(json.error());
    asked.body = std::move(*json);
    return std::nullopt;
}

std::optional<GateAnswer> passSchema(AskedCall &asked)
{
    const ApiRoute &route = *asked.operation->route;
    if (route.body != ApiRoute::Body::Json || !asked.request->hasBody)
        return std::nullopt;
    if (const QList<Violation> violations = route.schema->check(asked.body); !violations.isEmpty())
        return apiError(violations);
    return std::nullopt;
}

} // namespace jackfield
