// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/node_list/node_list_lens.h"

namespace jackfield::callflow {

/// The lens of {nodes, edges} over "flowData", with what hangs on it: the part is made before something is put into it,
/// and startNodeId follows the node that it names.
class CallFlowLens final : public Lens
{
public:
    /// The catalog outlives this.
    CallFlowLens(QByteArray kind, const Catalog &catalog);

    Graph project(const FlowState &state) const override;
    GraphDelta reproject(Graph &graph, const FlowState &state, const FlowEdits &applied) const override;
    Result<FlowEdits> compile(const FlowState &state, const Graph &graph, const GraphEdit &edit) const override;
    Result<void> canConnect(
        const Graph &graph, const NodeId &from, QByteArrayView port, const NodeId &to,
        const EdgeId &ignoring = {}) const override;
    Json copyFragment(const FlowState &state, const Graph &graph, const QList<NodeId> &nodes) const override;

private:
    nodelist::NodeListLens m_graph;
};

} // namespace jackfield::callflow
