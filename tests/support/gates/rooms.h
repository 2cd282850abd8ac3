// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/gates/source_tree.h"

namespace jackfield::gates {

/// The table of the rooms; see room_table.h.
inline constexpr QStringView kRoomTableFile = u"tests/arch/rooms.txt";

/// Where the includes of the programs and the table of the rooms differ, in both directions: a room without a line, an
/// include that its line does not name, a name on a line that no include stands for, a line without a room, and a line
/// that goes against the order of the layers.
Findings checkRooms(const SourceTree &tree);

} // namespace jackfield::gates
