// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/parts/kind.h"

namespace jackfield {

/// The smallest kind that has everything: {"nodes": [{"id", "type", "position"?, "data"}], "edges": [{"id", "source",
/// "port", "target"}]}. Types: "start" (no input), "step" (outputs "next" and "else"), "stop" (no output). Refuses a
/// connection to itself and to "start" with a sentence.
class FakeKind : public Kind
{
public:
    explicit FakeKind(QByteArray id = QByteArrayLiteral("fake"));

    const KindInfo &info() const override { return m_info; }
    const Catalog &catalog() const override { return m_catalog; }
    Graph project(const FlowState &state) const override;
    GraphDelta reproject(Graph &graph, const FlowState &state, const FlowEdits &applied) const override;
    Result<FlowEdits> compile(const FlowState &state, const Graph &graph, const GraphEdit &edit) const override;
    Result<void> canConnect(
        const Graph &graph, const NodeId &from, QByteArrayView port, const NodeId &to,
        const EdgeId &ignoring = {}) const override;
    Json copyFragment(const FlowState &state, const Graph &graph, const QList<NodeId> &nodes) const override;
    Problems check(const FlowState &, const Graph &) const override { return {}; }
    Json blank() const override;
    std::vector<ExtractedFlow> extract(const Json &) const override { return {}; }
    Json restore(const Json &, const Json &content) const override { return content; }

    /// "start" -> step1 -> step2 ... -> "stop", every `placed` one 300 apart; positions on multiples of 8.
    static FlowState chain(int steps, bool placed = true);

private:
    KindInfo m_info;
    Catalog m_catalog;
};

} // namespace jackfield
