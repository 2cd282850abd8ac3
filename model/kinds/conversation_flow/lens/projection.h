// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/flow/flow_state.h"
#include "model/graph/graph.h"
#include "model/kinds/conversation_flow/shape/flow_shape.h"
#include "model/kinds/shared/sidecar.h"

#include <functional>
#include <vector>

namespace jackfield::conversationflow {

struct StateEntry
{
    NodeId id; ///< the name, made unique where it is empty or an array repeats it
    QByteArray name;
    JsonPointer pointer;
    const Json *value = nullptr; ///< in the content that was asked
};

/// The states in document order.
std::vector<StateEntry> statesOf(const Json &content);

/// A state as it is drawn. The edges follow its links in document order.
struct ProjectedState
{
    Node node;
    QList<Edge> edges;
};
/// Whether there is a state of that id.
using Exists = std::function<bool(const NodeId &)>;
ProjectedState
projectState(const StateEntry &entry, Shape shape, bool start, const SidecarPositions &positions, const Exists &exists);

Graph project(const FlowState &state);
/// Costs what the touched states hold, plus a look at every name when states come or go.
GraphDelta reproject(Graph &graph, const FlowState &state, const FlowEdits &applied);

/// "greeting/transitions/default"
EdgeId edgeIdOf(const NodeId &state, const JsonPointer &place);
/// The place in the state that an edge id was made from.
JsonPointer placeOf(const EdgeId &edge);

} // namespace jackfield::conversationflow
