// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/service/scripted_http_service.h"

namespace jackfield {

std::variant<HttpResponse, HttpHandler> ScriptedHttpService::admit(const HttpRequest &head)
{
    if (head.path == "/refused")
        return HttpResponse{.status = 401, .body = "{\"error\":\"no key\"}"};
    return [this, admitted = head.path](const HttpRequest &request, const HttpResponder &responder) {
        if (request.path != admitted)
            qFatal("the handler of another request was called");
        handle(request, responder);
    };
}

void ScriptedHttpService::handle(const HttpRequest &request, const HttpResponder &responder)
{
    handled.append(request);
    if (request.path == "/later") {
        waiting.append(responder);
    } else if (request.path.startsWith("/big/")) {
        responder.respond({.contentType = "text/plain", .body = QByteArray(request.segments.last().toInt(), 'x')});
    } else if (request.path == "/stream") {
        streams.append(responder.stream({.contentType = "text/event-stream"}));
    } else if (request.path == "/empty") {
        responder.respond({.status = 204});
    } else if (request.path != "/forget") {
        responder.respond(
            {.body = "{\"method\":\"" + request.method + "\",\"segments\":\"" + request.segments.join('|')
                 + "\",\"body\":\"" + request.body + "\"}\n"});
    }
}

HttpResponse ScriptedHttpService::refusal(int status, const QString &message, const HttpRequest &head)
{
    lastRefusal = message;
    return {
        .status = status,
        .body = "{\"message\":\"" + message.toUtf8() + "\",\"statusCode\":" + QByteArray::number(status)
            + ",\"path\":\"" + head.path + "\"}"};
}

} // namespace jackfield
