// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/call/api_error.h"
#include "storage/api/gates/api_routes.h"
#include "storage/http/http_request.h"
#include "storage/http/http_response.h"
#include "storage/records/access.h"

#include <functional>
#include <optional>
#include <variant>

namespace jackfield {

/// What an Idempotency-Key stands for.
struct OnceKey
{
    QByteArray key; ///< of the API key and the client's own
    QByteArray requestDigest;
};

/// A request on its way to its handler, and what the gates before found out about it.
struct AskedCall
{
    const HttpRequest *request = nullptr; ///< its head alone until the request was admitted
    ApiPlace place;
    Router::Match match;
    Principal principal; ///< empty for a public operation
    const ServedOperation *operation = nullptr; ///< null until the route was passed
    Json body;
    QList<std::pair<QByteArray, QByteArray>> budget; ///< headers that every answer gets
    QByteArray answerKey; ///< under which the answer may be kept; empty = it may not
    std::optional<OnceKey> once;
};

/// What a gate answers instead of letting a request through.
struct GateAnswer
{
    GateAnswer(ApiError error) : answer(std::move(error)) { }
    GateAnswer(HttpResponse response) : answer(std::move(response)) { }

    std::variant<ApiError, HttpResponse> answer;
    bool isNearMiss = false; ///< the log names the nearest operation
    bool waitsForDisk = false; ///< is about a change that may still be on its way there
};

/// One thing that a request has to pass. Nothing lets it through, and may have added to what is known about it.
/// Whatever a gate needs to know of before, a gate in front of it has found out.
using Gate = std::function<std::optional<GateAnswer>(AskedCall &asked)>;

} // namespace jackfield
