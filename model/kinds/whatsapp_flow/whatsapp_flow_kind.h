// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/kind.h"

namespace jackfield {

/// A WhatsApp flow: screens and the `navigate` actions among them. Read-only on the canvas so far: boxes can be moved
/// (their places are kept in the sidecar) and the members of a screen set; screens and actions are made in the JSON.
class WhatsappFlowKind : public Kind
{
public:
    explicit WhatsappFlowKind(Catalog catalog);

    const KindInfo &info() const override { return m_info; }
    const Catalog &catalog() const override { return m_catalog; }

    Graph project(const FlowState &state) const override;
    GraphDelta reproject(Graph &graph, const FlowState &state, const FlowEdits &applied) const override;
    Result<FlowEdits> compile(const FlowState &state, const Graph &graph, const GraphEdit &edit) const override;
    Result<void> canConnect(
        const Graph &graph, const NodeId &from, QByteArrayView port, const NodeId &to,
        const EdgeId &ignoring = {}) const override;
    Json copyFragment(const FlowState &state, const Graph &graph, const QList<NodeId> &nodes) const override;
    Problems check(const FlowState &state, const Graph &graph) const override;
    Json blank() const override;
    std::vector<ExtractedFlow> extract(const Json &file) const override;
    Json restore(const Json &surround, const Json &content) const override;

private:
    Catalog m_catalog;
    KindInfo m_info;
};

} // namespace jackfield
