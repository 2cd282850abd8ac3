// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/flow/kind_info.h"
#include "model/graph/catalog.h"
#include "model/kinds/parts/lens.h"

namespace jackfield {

/// The lens of kinds whose structure the canvas shows but does not change: boxes can be moved (their places are kept in
/// the sidecar) and the members of a node set; every other gesture answers not_supported with a hint where to do it
/// instead. Their flows are small, so reproject() looks at all of them.
class ShownLens final : public Lens
{
public:
    using Projection = Graph (*)(const FlowState &, const Catalog &);
    /// `info` is that of the kind: drawnElsewhere says where its structure is changed. The catalog outlives this.
    ShownLens(const KindInfo &info, const Catalog &catalog, Projection projection);

    Graph project(const FlowState &state) const override { return m_projection(state, m_catalog); }
    GraphDelta reproject(Graph &graph, const FlowState &state, const FlowEdits &applied) const override;
    Result<FlowEdits> compile(const FlowState &state, const Graph &graph, const GraphEdit &edit) const override;
    Result<void> canConnect(
        const Graph &graph, const NodeId &from, QByteArrayView port, const NodeId &to,
        const EdgeId &ignoring = {}) const override;
    Json copyFragment(const FlowState &state, const Graph &graph, const QList<NodeId> &nodes) const override;

private:
    Error notSupported() const;

    QByteArray m_kind;
    QString m_drawnElsewhere;
    const Catalog &m_catalog;
    Projection m_projection;
};

} // namespace jackfield
