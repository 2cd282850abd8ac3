// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/node_list/graph_part.h"

namespace jackfield::nodelist {

GraphPart wholeContent(const FlowState &state)
{
    return {
        .content = state.content,
        .root = {},
        .graph = state.content,
        .places = std::make_unique<SidecarPlaces>(state.sidecar)};
}

} // namespace jackfield::nodelist
