// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/gates/gate.h"

namespace jackfield {

/// Finds the API and the operation that method and path name. Refuses nothing: who has no key is told of that first.
void locate(const ApiRoutes &routes, AskedCall &asked);

/// Answers for paths that belong to no API: "/" lists them, any other is 404.
std::optional<GateAnswer> passApi(const ApiRoutes &routes, AskedCall &asked);

/// 404 where nothing matches the path, 405 where nothing matches the method; OPTIONS is told the methods.
std::optional<GateAnswer> passRoute(const ApiRoutes &routes, AskedCall &asked);

} // namespace jackfield
