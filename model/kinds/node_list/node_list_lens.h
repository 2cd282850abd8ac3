// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/catalog.h"
#include "model/kinds/node_list/graph_part.h"
#include "model/kinds/parts/lens.h"

namespace jackfield::nodelist {

/// The lens of {nodes: [{id, type, data}], edges: [{id, source, target, sourceHandle}]}, the React-Flow way of writing
/// a graph. Nodes of types that the catalog does not know are shown as generic boxes.
class NodeListLens final : public Lens
{
public:
    /// `kind`: what its fragments say they are. The catalog outlives this.
    NodeListLens(QByteArray kind, const Catalog &catalog, FindGraphPart part = wholeContent);

    Graph project(const FlowState &state) const override;
    /// Requires: the edits leave alone which node the flow names as its start.
    GraphDelta reproject(Graph &graph, const FlowState &state, const FlowEdits &applied) const override;
    Result<FlowEdits> compile(const FlowState &state, const Graph &graph, const GraphEdit &edit) const override;
    /// An output leads to one place, for a conversation goes on in one place; only conditions and nodes of types that
    /// we do not know may lead to several. Loops are allowed, also onto the node itself.
    Result<void> canConnect(
        const Graph &graph, const NodeId &from, QByteArrayView port, const NodeId &to,
        const EdgeId &ignoring = {}) const override;
    Json copyFragment(const FlowState &state, const Graph &graph, const QList<NodeId> &nodes) const override;

private:
    QByteArray m_kind;
    const Catalog &m_catalog;
    FindGraphPart m_part;
};

} // namespace jackfield::nodelist
