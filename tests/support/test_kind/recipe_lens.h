// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/catalog.h"
#include "model/kinds/parts/lens.h"

namespace jackfield::testing {

/// Steps of a recipe as nodes in one row, and their order as edges.
class RecipeLens final : public Lens
{
public:
    /// `catalog` outlives the lens.
    explicit RecipeLens(const Catalog &catalog) : m_catalog(catalog) { }

    Graph project(const FlowState &state) const override;
    GraphDelta reproject(Graph &graph, const FlowState &state, const FlowEdits &applied) const override;
    Result<FlowEdits> compile(const FlowState &state, const Graph &graph, const GraphEdit &edit) const override;
    Result<void> canConnect(
        const Graph &graph, const NodeId &from, QByteArrayView port, const NodeId &to,
        const EdgeId &ignoring = {}) const override;
    Json copyFragment(const FlowState &state, const Graph &graph, const QList<NodeId> &nodes) const override;

private:
    const Catalog &m_catalog;
};

} // namespace jackfield::testing
