// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/parts/kind.h"

namespace jackfield {

namespace nodelist {
struct GraphPart;
}

/// Chatbots: {nodes: [{id, type, data}], edges: [{id, source, target, sourceHandle}]}, the React-Flow way of writing a
/// graph. Also reads the exports of other tools that write graphs so; their node types are shown as generic boxes.
class ChatbotKind : public Kind
{
public:
    explicit ChatbotKind(Catalog catalog);

    const KindInfo &info() const override { return m_info; }
    const Catalog &catalog() const override { return m_catalog; }

    Graph project(const FlowState &state) const override;
    GraphDelta reproject(Graph &graph, const FlowState &state, const FlowEdits &applied) const override;
    Result<FlowEdits> compile(const FlowState &state, const Graph &graph, const GraphEdit &edit) const override;
    /// An output leads to one place, for a conversation goes on in one place; only conditions and nodes of types that
    /// we do not know may lead to several. Loops are allowed, also onto the node itself.
    Result<void> canConnect(
        const Graph &graph, const NodeId &from, QByteArrayView port, const NodeId &to,
        const EdgeId &ignoring = {}) const override;
    Json copyFragment(const FlowState &state, const Graph &graph, const QList<NodeId> &nodes) const override;
    Problems check(const FlowState &state, const Graph &graph) const override;
    std::unique_ptr<Validator> validator() const override;
    Json blank() const override;
    std::vector<ExtractedFlow> extract(const Json &file) const override;
    Json restore(const Json &surround, const Json &content) const override;

protected:
    /// For kinds whose flows are written the same way and differ in their node types, their life and their files.
    ChatbotKind(KindInfo info, Catalog catalog);
    /// Where the lens finds the graph of a flow: the whole content here, and places in the sidecar.
    virtual nodelist::GraphPart part(const FlowState &state) const;

private:
    KindInfo m_info;
    Catalog m_catalog;
};

} // namespace jackfield
