// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/call/api_call.h"

#include "model/json/json_writer.h"
#include "storage/api/call/api_face.h"

namespace jackfield {

ApiReply::ApiReply(const ApiFace &face, HttpRequest request, Deliver deliver, Open open)
    : m_face(&face), m_request(std::move(request)), m_deliver(std::move(deliver)), m_open(std::move(open))
{
    m_request.body.clear(); // an answer may wait for the disk; the body need not
}

void ApiReply::sendJson(int status, const Json &body, QList<std::pair<QByteArray, QByteArray>> headers) const
{
    send(jsonResponse(status, body, std::move(headers)));
}

void ApiReply::sendNothing(int status, QList<std::pair<QByteArray, QByteArray>> headers) const
{
    HttpResponse response;
    response.status = status;
    response.headers = std::move(headers);
    send(std::move(response));
}

void ApiReply::refuse(const ApiError &error) const
{
    send(m_face->refusal(error, m_request));
}

void ApiReply::refuse(const Error &error) const
{
    refuse(apiError(error));
}

HttpResponse jsonResponse(int status, const Json &body, QList<std::pair<QByteArray, QByteArray>> headers)
{
    HttpResponse response;
    response.status = status;
    response.body = writeJson(body);
    response.headers = std::move(headers);
    return response;
}

} // namespace jackfield
