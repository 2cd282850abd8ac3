// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/flow/flow_state.h"
#include "model/flow/kind_info.h"
#include "model/graph/catalog.h"
#include "model/graph/graph.h"
#include "model/graph/graph_edit.h"
#include "model/validation/problem.h"
#include "model/validation/validator.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

namespace jackfield {

/// A flow found in a file: its content, and what surrounds it there.
struct ExtractedFlow
{
    Json content;
    /// What to keep so that restore() can write the file back in its format of origin. Null when the file is the
    /// content.
    Json surround;
    QString name; ///< what the file calls the flow; empty when it does not say
    int certainty = 0; ///< 0..100; the kind that is surest wins
};

/// One kind of flow: the lens between its JSON and the graph, its rules, its life. Stateless; safe from several
/// threads.
class Kind
{
public:
    virtual ~Kind() = default;

    virtual const KindInfo &info() const = 0;
    virtual const Catalog &catalog() const = 0;

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
    /// The nodes and the edges among them as JSON for the clipboard: {"jackfield": 1, "kind": .., "nodes": .., "edges":
    /// ..}.
    virtual Json copyFragment(const FlowState &state, const Graph &graph, const QList<NodeId> &nodes) const = 0;

    /// Every problem of the flow, in document order.
    virtual Problems check(const FlowState &state, const Graph &graph) const = 0;

    virtual Json blank() const = 0;
    /// The flows that a file holds for this kind; empty when it holds none.
    virtual std::vector<ExtractedFlow> extract(const Json &file) const = 0;
    /// The file again, with `content` where it was.
    virtual Json restore(const Json &surround, const Json &content) const = 0;

    /// What check() says, again and again while a flow is edited. Kinds whose flows grow large make one that looks only
    /// at what has changed; this one looks at everything. The kind outlives it.
    virtual std::unique_ptr<Validator> validator() const;
};
} // namespace jackfield
