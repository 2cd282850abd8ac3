// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/gates/gate.h"

namespace jackfield {

/// The answer to a request whose key opens nothing. The log names the nearest operation, too, where none matched.
GateAnswer keyRefusal(ApiError error, const AskedCall &asked);

/// 401 unless the request carries one good key, in the headers that its API documents. Public operations need none, and
/// paths of no API.
std::optional<GateAnswer> passKey(const ApiKeys &keys, const ApiRoutes &routes, AskedCall &asked);

/// 401 for a key that was good and has been revoked since.
std::optional<GateAnswer> passRevocation(const ApiKeys &keys, AskedCall &asked);

/// 400 or 404 unless the header that the description names names the workspace of the key.
std::optional<GateAnswer> passWorkspace(AskedCall &asked);

/// 403 without one of the roles and all of the scopes that the description asks for.
std::optional<GateAnswer> passRights(AskedCall &asked);

} // namespace jackfield
