// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/conversation_flow/conversation_flow_kind.h"

#include <QByteArray>
#include <QString>

namespace jackfield::testing {

/// The kind with the catalog of the program.
const Kind &conversationKind();
/// The same states in one of the other two shapes.
Json wrappedStates(const Json &bareMap);
Json listedStates(const Json &bareMap);
/// A chain of `states` states as a bare map; every one has a fallback and some text, every other one a trigger.
Json largeConversation(int states);
/// The same idea in the old format: every third state is a choice map, and the last message ends.
Json oldConversation(int states);

} // namespace jackfield::testing
