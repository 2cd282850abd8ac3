// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/parts/kind.h"

namespace jackfield {

/// The smallest kind that has everything: {"nodes": [{"id", "type", "position"?, "data"}], "edges": [{"id", "source",
/// "port", "target"}]}. Types: "start" (no input), "step" (outputs "next" and "else"), "stop" (no output). Refuses a
/// connection to itself and to "start" with a sentence. Has no rules.
Kind fakeKind(QByteArray id = QByteArrayLiteral("fake"));

/// "start" -> step1 -> step2 ... -> "stop", every `placed` one 300 apart; positions on multiples of 8.
FlowState fakeChain(int steps, bool placed = true);

} // namespace jackfield
