// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/flow/flow_state.h"
#include "model/graph/graph.h"
#include "model/json/json.h"

#include <functional>

namespace jackfield::conversationflow {

/// {"jackfield": 1, "kind": "conversation-flow", "nodes": [{"id", "position", "data"}], "edges": [{"from", "port",
/// "to"}]} The data keeps the links among the copied states and loses the others; `edges` repeats the links for readers
/// that know no states.
Json copyFragment(const FlowState &state, const Graph &graph, const QList<NodeId> &nodes);

/// A state of a fragment under its new name, with its references among the others rewritten.
struct PastedState
{
    QByteArray name;
    Json data;
    QPointF position;
};
/// `isFree` says whether the flow can take a name. Error code invalid_fragment.
Result<QList<PastedState>>
readFragment(const Json &fragment, QPointF position, const std::function<bool(const QByteArray &)> &isFree);

} // namespace jackfield::conversationflow
