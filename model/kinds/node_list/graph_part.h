// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/node_list/node_places.h"

#include <memory>

namespace jackfield::nodelist {

/// A flow as the lens of {nodes, edges} reads it. Of a chatbot they are the whole content, of other kinds a part of it.
struct GraphPart
{
    Json content; ///< of the whole flow
    JsonPointer root; ///< where in it {nodes, edges} live
    Json graph; ///< what is there, null when nothing is
    std::unique_ptr<NodePlaces> places; ///< of nodes that do not carry theirs; never null
    /// The node that the flow names as its start. Those of a start type are the starts when it names none that exists.
    NodeId start = {};
};

/// Where a kind's flows keep their graph.
using FindGraphPart = GraphPart (*)(const FlowState &);
/// The whole content is {nodes, edges}; places of nodes that do not carry theirs are in the sidecar.
GraphPart wholeContent(const FlowState &state);

} // namespace jackfield::nodelist
