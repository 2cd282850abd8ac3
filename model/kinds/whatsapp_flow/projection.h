// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/flow/flow_state.h"
#include "model/graph/catalog.h"
#include "model/graph/graph.h"

namespace jackfield::whatsappflow {

/// Every item of `screens` is a node, every `navigate` action an edge. A screen without an id of its own gets "screen
/// <n>"; a second one with the same id gets "#2" behind it.
Graph project(const FlowState &state, const Catalog &catalog);

} // namespace jackfield::whatsappflow
