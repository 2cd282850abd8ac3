// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/graph.h"
#include "model/validation/problem.h"

#include <QHash>
#include <QPainterPath>
#include <QRectF>
#include <QSet>

#include <memory>

namespace jackfield {

/// What lies under a point.
struct SceneHit
{
    enum class Part : quint8 { Nothing, Node, Input, Output, Edge, EdgeStart, EdgeEnd };
    Part part = Part::Nothing;
    NodeId node;
    QByteArray port; ///< of an Output
    EdgeId edge;

    friend bool operator==(const SceneHit &, const SceneHit &) = default;
};

/// Geometry of a graph in logical pixels: where nodes, ports and edges are, found through a spatial index.
/// No widget, no painting; follows the graph by deltas at a cost that depends on what changed.
class Scene
{
public:
    Scene();
    ~Scene();

    void setGraph(const Graph &graph); ///< shares it
    void applyDelta(const Graph &graph, const GraphDelta &delta);
    const Graph &graph() const;

    QRectF bounds() const; ///< of all nodes
    QRectF nodeRect(const NodeId &node) const;
    static QSizeF nodeSize(const Node &node); ///< as visual.md measures it
    QPointF inputAnchor(const NodeId &node) const;
    QPointF outputAnchor(const NodeId &node, QByteArrayView port) const;

    /// `reach` is the pointer's radius in scene units. Ports win over nodes, nodes over edges, upper over lower.
    SceneHit hit(QPointF point, double reach) const;
    QList<NodeId> nodesIn(const QRectF &area, bool whollyInside) const;
    QList<EdgeId> edgesIn(const QRectF &area) const;

    /// Draws these nodes (and their edges) displaced while a gesture is under way; the graph is not touched.
    void setGhostOffset(const QSet<NodeId> &nodes, QPointF offset);
    void clearGhost();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace jackfield
