// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/parts/kind.h"

namespace jackfield {

/// Chatbots: {nodes: [{id, type, data}], edges: [{id, source, target, sourceHandle}]}, the React-Flow way of writing a
/// graph.
Kind chatbotKind(Catalog catalog);

} // namespace jackfield
