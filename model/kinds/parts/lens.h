// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/flow/flow_state.h"
#include "model/graph/graph.h"
#include "model/graph/graph_edit.h"

namespace jackfield {

/// How the JSON of a kind is read as a graph, and what a gesture on that graph means in the JSON. Stateless; safe from
/// several threads.
class Lens
{
public:
    Lens() = default;
    virtual ~Lens() = default;
    Lens(const Lens &) = delete;
    Lens &operator=(const Lens &) = delete;

    /// Nodes, ports and edges of the content, and where each lives. Never fails on a valid document, never loses a node
    /// that it cannot name. Positions come from the content where the platform has a place for them, else from the
    /// sidecar.
    virtual Graph project(const FlowState &state) const = 0;
    /// Brings `graph`, the projection before `applied` were applied, to that of `state`, touching what the edits touch.
    /// The result equals project(state).
    virtual GraphDelta reproject(Graph &graph, const FlowState &state, const FlowEdits &applied) const = 0;
    /// The JSON edits that a graph edit means. `graph` is project(state). Errors name the node and the way out.
    virtual Result<FlowEdits> compile(const FlowState &state, const Graph &graph, const GraphEdit &edit) const = 0;
    /// Whether an edge may be drawn; the error says why not. `ignoring` is an edge that is being reconnected.
    virtual Result<void> canConnect(
        const Graph &graph, const NodeId &from, QByteArrayView port, const NodeId &to,
        const EdgeId &ignoring = {}) const = 0;
    /// The nodes and the edges among them as JSON for the clipboard: {"jackfield": 1, "kind": .., "nodes": ..,
    /// "edges": ..}.
    virtual Json copyFragment(const FlowState &state, const Graph &graph, const QList<NodeId> &nodes) const = 0;
};

} // namespace jackfield
