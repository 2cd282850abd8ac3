// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/flow/flow_state.h"
#include "model/graph/catalog.h"
#include "model/graph/graph_edit.h"
#include "model/kinds/conversation_flow/shape/flow_shape.h"
#include "model/kinds/conversation_flow/shape/state_links.h"

namespace jackfield::conversationflow {

/// What canvas gestures mean in the JSON of a conversation flow. `graph` is the projection of `state`.
/// New parts are written in the shape and the spelling of the document.
class Compiler
{
public:
    Compiler(const Catalog &catalog, const FlowState &state, const Graph &graph);

    Result<FlowEdits> compile(const GraphEdit &edit) const;

private:
    Result<FlowEdits> apply(const AddNode &edit) const;
    Result<FlowEdits> apply(const RemoveNodes &edit) const;
    Result<FlowEdits> apply(const RemoveEdges &edit) const;
    Result<FlowEdits> apply(const MoveNodes &edit) const;
    Result<FlowEdits> apply(const Connect &edit) const;
    Result<FlowEdits> apply(const Reconnect &edit) const;
    Result<FlowEdits> apply(const SetData &edit) const;
    Result<FlowEdits> apply(const RenameNode &edit) const;
    Result<FlowEdits> apply(const Paste &edit) const;

    Result<const Node *> existing(const NodeId &id) const;
    const Json &dataOf(const Node &node) const;
    Spelling spellingOf(const Node &node) const;
    /// The port that a request for a new trigger means.
    QByteArray portFor(const Node &node, QByteArrayView wanted) const;
    Result<void> nameIsFree(const QByteArray &name) const;
    QByteArray freeName() const;
    JsonEdit insertState(const QByteArray &name, Json value, qsizetype offset) const;
    JsonEdit unlink(const Edge &edge) const;
    Result<JsonEdits> link(const Node &node, const QByteArray &port, const Json &value) const;

    const Catalog &m_catalog;
    const FlowState &m_state;
    const Graph &m_graph;
    Shape m_shape;
    bool m_oldFormat;
};

/// Why an edge may not be drawn. "" and "new" ask for a new trigger and are always free.
Result<void>
canConnect(const Graph &graph, const NodeId &from, QByteArrayView port, const NodeId &to, const EdgeId &ignoring);

} // namespace jackfield::conversationflow
