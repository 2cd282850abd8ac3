// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/parts/kind.h"

namespace jackfield {

/// A flow of states and transitions. The document may be a bare map of states, a `states` object or a `states` array,
/// in the current format or the old one (`next_state`, choice maps); it keeps the shape and the spelling that it came
/// in.
///
/// Every state is a node, its id is its name. Ports are described at conversation::StateOutline: Connect with the port
/// "" or "new" adds a trigger with the next free name, `option_1`, `option_2`, ... (in an old choice map `1`, `2`,
/// ...); the output "+ option" is that name already, so a drag from it draws the edge that it promises. In the old
/// format a target `end` finishes the conversation: it is no edge, and the state is terminal.
class ConversationFlowKind : public Kind
{
public:
    explicit ConversationFlowKind(Catalog catalog);

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
