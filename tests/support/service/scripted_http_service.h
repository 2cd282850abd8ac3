// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/http/http_service.h"

#include <QList>

namespace jackfield {

/// A service that answers by path, for tests of the server itself:
/// /later keeps the responder, /big/N answers N bytes, /stream keeps a stream, /forget never answers,
/// /refused is not admitted, anything else gets 200 and a JSON line with the method, the segments and the body.
class ScriptedHttpService : public HttpService
{
public:
    std::variant<HttpResponse, HttpHandler> admit(const HttpRequest &head) override;
    HttpResponse refusal(int status, const QString &message, const HttpRequest &head) override;

    QList<HttpRequest> handled;
    QList<HttpResponder> waiting;
    QList<std::shared_ptr<HttpStream>> streams;
    QString lastRefusal;

private:
    void handle(const HttpRequest &request, const HttpResponder &responder);
};

} // namespace jackfield
