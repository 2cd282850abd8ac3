// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/call/api_error.h"
#include "storage/api/description/api_document.h"
#include "storage/http/http_request.h"
#include "storage/http/http_responder.h"
#include "storage/records/access.h"

#include <functional>
#include <memory>

namespace jackfield {

class ApiFace;

/// One request that was let in: the key is good, the role and the scopes suffice, the body is as described.
struct ApiCall
{
    HttpRequest request;
    const ApiRoute *route = nullptr;
    Principal principal; ///< empty for a public operation
    QList<QByteArray> parameters; ///< of the path, decoded
    Json body; ///< null when there is none
    QByteArray basePath; ///< the prefix that the client used: "/v1", or the same with the name of the API in front
};

/// Answers one call, once. Copyable; may be kept until the answer is known. Requires: used on the server's thread.
class ApiReply
{
public:
    using Deliver = std::function<void(HttpResponse)>;
    using Open = std::function<std::shared_ptr<HttpStream>(HttpResponse)>;

    ApiReply(const ApiFace &face, HttpRequest request, Deliver deliver, Open open);

    void send(HttpResponse response) const { m_deliver(std::move(response)); }
    void sendJson(int status, const Json &body, QList<std::pair<QByteArray, QByteArray>> headers = {}) const;
    void sendNothing(int status, QList<std::pair<QByteArray, QByteArray>> headers = {}) const; ///< 204, 304
    void refuse(const ApiError &error) const; ///< in the shape of the API
    void refuse(const Error &error) const;
    std::shared_ptr<HttpStream> stream(HttpResponse head) const { return m_open(std::move(head)); }

private:
    const ApiFace *m_face;
    HttpRequest m_request;
    Deliver m_deliver;
    Open m_open;
};

using ApiHandler = std::function<void(const ApiCall &, const ApiReply &)>;
using ApiHandlers = QHash<QByteArray, ApiHandler>; ///< by operationId

/// The bytes of an answer: compact JSON.
HttpResponse jsonResponse(int status, const Json &body, QList<std::pair<QByteArray, QByteArray>> headers = {});

} // namespace jackfield
