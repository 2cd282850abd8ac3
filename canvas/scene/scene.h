// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/scene/marks.h"
#include "model/graph/graph.h"

#include <QHash>
#include <QPainterPath>
#include <QRectF>
#include <QSet>

#include <memory>

namespace jackfield {

struct SceneShapes;

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

/// Where a picture of the scene is out of date.
struct SceneDamage
{
    bool everything = false; ///< so much that single areas are not worth telling
    QList<QRectF> areas;

    void add(const QRectF &area);
    void add(const SceneDamage &other);
    bool isEmpty() const { return !everything && areas.isEmpty(); }
};

/// Geometry of a graph in logical pixels: where nodes, ports and edges are, found through a spatial index.
/// No widget, no painting; follows the graph by deltas at a cost that depends on what changed.
class Scene
{
public:
    Scene();
    ~Scene();
    Scene(const Scene &) = delete;
    Scene &operator=(const Scene &) = delete;

    void setGraph(const Graph &graph); ///< shares it
    SceneDamage applyDelta(const Graph &graph, const GraphDelta &delta);
    const Graph &graph() const;

    QRectF bounds() const; ///< of all nodes; null when there are none
    QRectF nodeRect(const NodeId &node) const; ///< null when it does not exist
    QPointF inputAnchor(const NodeId &node) const;
    QPointF outputAnchor(const NodeId &node, QByteArrayView port) const;
    QPointF labelPoint(const EdgeId &edge) const; ///< middle of its label's plate
    QRectF edgeBounds(const EdgeId &edge) const; ///< null when it is not drawn

    /// `reach` is the pointer's radius in scene units. Ports win over nodes, nodes over edges, upper over lower.
    SceneHit hit(QPointF point, double reach) const;
    QList<NodeId> nodesIn(const QRectF &area, bool whollyInside) const; ///< lower ones first
    QList<EdgeId> edgesIn(const QRectF &area) const;

    /// Draws these nodes (and their edges) displaced while a gesture is under way; the graph is not touched.
    /// Cheap when `nodes` shares its data with the set of the call before.
    SceneDamage setGhostOffset(const QSet<NodeId> &nodes, QPointF offset);
    SceneDamage clearGhost();
    QPointF ghostOffset() const;
    bool hasGhost() const;
    /// Numbers of the edges that lead from a ghost to a node that stays.
    const std::vector<int> &stretchedEdges() const;
    /// Area of the displaced nodes and of every edge that moves.
    QRectF ghostBounds() const;

    /// Everything that is marked in one layer from now on. Marks survive changes of the graph. The damage is what looks
    /// different; comparing with sets that share their data costs nothing.
    SceneDamage setMarks(MarkLayer layer, const Marks &marks);
    const Marks &marks(MarkLayer layer) const;
    /// Brings nodes in front of all others, keeping their order among each other.
    SceneDamage raise(const QList<NodeId> &nodes);

    const SceneShapes &shapes() const;
    int nodeNumber(const NodeId &node) const; ///< in shapes().nodes; -1 when it does not exist
    int edgeNumber(const EdgeId &edge) const; ///< in shapes().edges; -1 when it is not drawn

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace jackfield
