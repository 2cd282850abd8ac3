// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/http/http_request.h"
#include "storage/http/http_responder.h"

#include <QString>

#include <functional>
#include <variant>

namespace jackfield {

/// Serves one request that was let in, and holds what was found out about it by then. Called at most once, with the
/// whole request; must answer through the responder exactly once, now or later.
using HttpHandler = std::function<void(const HttpRequest &request, HttpResponder responder)>;

/// What an HttpServer serves. Its functions, and the handlers that it gives, run on the server's thread.
class HttpService
{
public:
    virtual ~HttpService() = default;
    /// Sees a request when its headers are complete, before a byte of the body is read or "100 Continue" is sent.
    /// A response refuses it (the connection is closed when a body was announced); a handler lets it in and gets the
    /// whole request, unless the client leaves before. Nothing that was looked at here needs to be looked at again.
    virtual std::variant<HttpResponse, HttpHandler> admit(const HttpRequest &head) = 0;
    /// The body of an error that HTTP itself causes (400, 403, 408, 413, 414, 417, 421, 431, 500, 501, 503, 505), in
    /// the shape of the API that the path belongs to. `head` is what could be read of the request, its requestId at
    /// least. The server sets the status itself.
    virtual HttpResponse refusal(int status, const QString &message, const HttpRequest &head) = 0;
};

} // namespace jackfield
