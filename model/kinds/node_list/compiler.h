// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/node_list/graph_part.h"

#include <QSet>

namespace jackfield::nodelist {

Result<void>
checkConnection(const Graph &graph, const NodeId &from, QByteArrayView port, const NodeId &to, const EdgeId &ignoring);

/// Turns what a gesture means into edits of {nodes, edges} and of where places are kept. Made for one edit; keeps
/// references.
class Compiler
{
public:
    Compiler(const GraphPart &part, const Graph &graph, const Catalog &catalog, QByteArrayView kind)
        : m_part(part), m_graph(graph), m_catalog(catalog), m_kind(kind)
    {
    }

    Result<FlowEdits> operator()(const AddNode &edit);
    Result<FlowEdits> operator()(const RemoveNodes &edit);
    Result<FlowEdits> operator()(const RemoveEdges &edit);
    Result<FlowEdits> operator()(const MoveNodes &edit);
    Result<FlowEdits> operator()(const Connect &edit);
    Result<FlowEdits> operator()(const Reconnect &edit);
    Result<FlowEdits> operator()(const SetData &edit);
    Result<FlowEdits> operator()(const RenameNode &edit);
    Result<FlowEdits> operator()(const Paste &edit);

private:
    const Json &nodeJson(qsizetype index) const;
    const Json &edgeJson(qsizetype index) const;
    Result<qsizetype> indexOf(const NodeId &id) const;
    Result<qsizetype> indexOf(const EdgeId &id) const;
    /// How an edge refers to a node; an error when it cannot, for want of an id of its own.
    Result<Json> reference(const NodeId &id) const;
    /// Whether the nodes of this document keep their places themselves: the first one tells.
    bool nodesCarryPositions() const;
    QByteArray freeNodeId(const QByteArray &type, const QSet<QByteArray> &alsoTaken) const;
    QByteArray freeEdgeId(const QSet<QByteArray> &alsoTaken) const;
    bool edgesHaveIds() const;
    /// An edge spelt as the others of the document are.
    Json newEdge(const Json &source, const QByteArray &port, const Json &target) const;
    Result<void> needsLists() const;
    void appendNodes(FlowEdits &edits, const std::vector<Json> &items) const;
    void appendEdges(FlowEdits &edits, const std::vector<Json> &items) const;
    void append(FlowEdits &edits, QByteArrayView list, const std::vector<Json> &items) const;
    /// `edits` and what places the nodes that do not carry their position.
    Result<FlowEdits> placed(FlowEdits edits, const QList<MoveNodes::Place> &beside) const;
    void removeEdges(FlowEdits &edits, QList<qsizetype> indexes) const;
    /// Edges follow the outputs of a node whose list of options or rules changes.
    Result<void> followOutputs(FlowEdits &edits, const Node &node, const Json &before) const;

    const GraphPart &m_part;
    const Graph &m_graph;
    const Catalog &m_catalog;
    QByteArrayView m_kind;
};

/// The nodes and the edges among them, for the clipboard.
Json copyNodes(const GraphPart &part, const Graph &graph, const QList<NodeId> &nodes, QByteArrayView kind);

} // namespace jackfield::nodelist
