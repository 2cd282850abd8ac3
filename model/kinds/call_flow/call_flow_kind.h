// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/parts/kind.h"

namespace jackfield {

/// Call flows: a prompt, a voice agent and its settings, and in "flowData" a graph written as chatbots are. The content
/// is what an author writes; id, folder, name, times and prompt versions are the record's. Places of nodes live in
/// "locations". A flow that is led by its prompt alone (promptType "simple") needs no graph.
Kind callFlowKind(Catalog catalog);

} // namespace jackfield
