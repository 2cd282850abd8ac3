// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/parts/kind.h"

namespace jackfield {

/// Flows of states and transitions. A document may be a bare map of states, a `states` object or a `states` array,
/// in the current format or the old one (`next_state`, choice maps); it keeps the shape and the spelling that it came
/// in.
///
/// Every state is a node, its id is its name. Ports are described at conversationflow::StateOutline: Connect with the
/// port
/// "" or "new" adds a trigger with the next free name, `option_1`, `option_2`, ... (in an old choice map `1`, `2`,
/// ...); the output "+ option" is that name already, so a drag from it draws the edge that it promises. In the old
/// format a target `end` finishes the conversation: it is no edge, and the state is terminal.
Kind conversationFlowKind(Catalog catalog);

} // namespace jackfield
