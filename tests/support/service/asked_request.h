// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/gates/gate.h"

#include <memory>

namespace jackfield::testing {

/// One request before a gate, with all that the gate may look at.
struct AskedRequest
{
    /// As the parser would hand it over; headers as "name: value".
    AskedRequest(
        const QByteArray &method, const QByteArray &path, const QByteArrayList &headers = {},
        std::optional<QByteArray> body = {});
    Q_DISABLE_COPY_MOVE(AskedRequest)

    /// Puts the request in front of an operation that is as `route` says, as if every gate so far had let it through.
    void at(const ApiRoute &route);

    HttpRequest request;
    ApiRoute route;
    ServedOperation operation;
    AskedCall asked;
};

/// "" for let through, else "404 not_found", or "200" for an answer that is no error.
QByteArray told(const std::optional<GateAnswer> &answer);
/// The error of an answer. Requires: it is one.
const ApiError &errorOf(const std::optional<GateAnswer> &answer);

/// The routes of every API of the table, over a service that outlives them.
std::unique_ptr<ApiRoutes> everyRoute(FlowService &service);

} // namespace jackfield::testing
