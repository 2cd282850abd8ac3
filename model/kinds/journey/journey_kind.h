// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/parts/kind.h"

namespace jackfield {

/// Journeys: what contacts go through who enter an audience. Written as chatbots are, {nodes, edges}, with other node
/// types; the platform keeps the graph under "definition", beside "entryMode" and "triggerConfig".
Kind journeyKind(Catalog catalog);

} // namespace jackfield
