// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/kind.h"

namespace jackfield::chatbot {

/// Brings `graph` from before `applied` to `state`, looking only at what the edits touch; at everything when they are many
/// or change what items are called. Equal to projectFlow(state).
GraphDelta reprojectFlow(Graph &graph, const FlowState &state, const FlowEdits &applied, const Catalog &catalog);

} // namespace jackfield::chatbot
