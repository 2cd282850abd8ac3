// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/parts/lens.h"

namespace jackfield {

/// The lens of kinds whose structure the canvas shows but does not change: boxes can be moved (their places are kept in
/// the sidecar) and the members of a node set; every other gesture answers not_supported with a hint where to do it
/// instead. Their flows are small, so reproject() looks at all of them.
class ShownLens : public Lens
{
public:
    GraphDelta reproject(Graph &graph, const FlowState &state, const FlowEdits &applied) const override;
    Result<FlowEdits> compile(const FlowState &state, const Graph &graph, const GraphEdit &edit) const override;
    Result<void> canConnect(
        const Graph &graph, const NodeId &from, QByteArrayView port, const NodeId &to,
        const EdgeId &ignoring = {}) const override;
    Json copyFragment(const FlowState &state, const Graph &graph, const QList<NodeId> &nodes) const override;

protected:
    /// `drawnElsewhere` says where the structure is changed (KindInfo::drawnElsewhere).
    ShownLens(QByteArray kind, QString drawnElsewhere);

private:
    Error notSupported() const;

    QByteArray m_kind;
    QString m_drawnElsewhere;
};

} // namespace jackfield
