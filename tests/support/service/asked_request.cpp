// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/service/asked_request.h"

#include "storage/api/api_table.h"

namespace jackfield::testing {

AskedRequest::AskedRequest(
    const QByteArray &method, const QByteArray &path, const QByteArrayList &headers, std::optional<QByteArray> body)
{
    request.method = method;
    request.target = path;
    request.path = path;
    request.segments = path == "/" ? QList<QByteArray>() : segmentsOf(path);
    for (const QByteArray &header : headers) {
        const qsizetype colon = header.indexOf(':');
        request.headers.append({header.first(colon), header.sliced(colon + 2)});
    }
    request.hasBody = body.has_value();
    request.body = body.value_or(QByteArray());
    asked.request = &request;
}

void AskedRequest::at(const ApiRoute &wanted)
{
    route = wanted;
    operation.route = &route;
    asked.operation = &operation;
}

QByteArray told(const std::optional<GateAnswer> &answer)
{
    if (!answer)
        return {};
    if (const auto *response = std::get_if<HttpResponse>(&answer->answer))
        return QByteArray::number(response->status);
    const ApiError &error = errorOf(answer);
    return QByteArray::number(error.status) + ' ' + error.code;
}

const ApiError &errorOf(const std::optional<GateAnswer> &answer)
{
    return std::get<ApiError>(answer->answer);
}

std::unique_ptr<ApiRoutes> everyRoute(FlowService &service)
{
    std::vector<std::unique_ptr<ApiFace>> faces;
    for (const ServedApi &api : servedApis())
        faces.push_back(api.makeFace());
    return std::make_unique<ApiRoutes>(service, std::move(faces));
}

} // namespace jackfield::testing
