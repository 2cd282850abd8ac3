// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/answers/answer_cache.h"
#include "storage/api/gates/gate.h"

namespace jackfield {

/// Answers a read with what it was answered before, as long as nothing has changed since; otherwise says under which
/// key the answer to come may be kept.
std::optional<GateAnswer> passKeptAnswer(const AnswerCache &answers, quint64 changeCount, AskedCall &asked);

} // namespace jackfield
