// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/description/api_document.h"
#include "tests/support/service/api_fixture.h"

namespace jackfield {

/// What tests made from the descriptions need to know of an operation.

/// The operation object of a route.
const Json &operationOf(const ApiDocument &document, const ApiRoute &route);
/// The schema of its JSON body as it stands there, references and all. Requires: it has one.
const Json &bodySchema(const ApiDocument &document, const ApiRoute &route);
/// Names of the parameters that it describes, those of its path included.
QList<QByteArray> parameterNames(const ApiDocument &document, const ApiRoute &route);
/// True when the answer stays open (server-sent events).
bool streams(const ApiDocument &document, const ApiRoute &route);
/// The example of the JSON body, its own or that of another method with the same body; nothing when there is none.
std::optional<Json> exampleBody(const ApiDocument &document, const ApiRoute &route);

/// A request with the example as its body and, where the description wants one, `workspace` in the header that names
/// it.
TestRequest exampleRequest(
    const ApiDocument &document, const ApiRoute &route, const QByteArray &target, const QByteArray &key,
    const WorkspaceId &workspace);

} // namespace jackfield
