// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/json.h"
#include "model/json/json_pointer.h"
#include "model/validation/problem.h"

#include <functional>

namespace jackfield::conversationflow {

/// Receives a problem: its severity, code, message and the place inside the state.
using Report = std::function<void(Severity, const char *code, const QString &message, const JsonPointer &place)>;

/// Whether the actions of a state can run: known types, one target of a call, a method that exists.
void checkActions(const Json &state, const QString &name, const Report &report);

} // namespace jackfield::conversationflow
