// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/scene/scene.h"
#include "canvas/scene/scene_shapes.h"

namespace jackfield {

/// State of a Scene. Dead shapes leave holes that later ones fill, so numbers stay small and stable.
struct Scene::Impl
{
    Graph graph;
    SceneShapes shapes;
    QHash<NodeId, int> nodeNumbers;
    QHash<EdgeId, int> edgeNumbers;
    std::vector<int> freeNodes;
    std::vector<int> freeEdges;
    int nextOrder = 0;
    int nextVersion = 0;
    mutable std::optional<QRectF> bounds;

    std::array<Marks, kMarkStyles.size()> marks; ///< by layer

    QSet<NodeId> ghostNodes;
    QPointF ghostOffset;
    QRectF ghostArea; ///< of the ghosts and the edges that move wholly, where they lie in the graph
    std::vector<int> stretched;

    void rebuild();
    void mark(NodeShape &shape) const; ///< as the layers say
    void mark(EdgeShape &shape) const;
    int nodeNumber(const NodeId &id) const { return id.isEmpty() ? -1 : nodeNumbers.value(id, -1); }
    int edgeNumber(const EdgeId &id) const { return edgeNumbers.value(id, -1); }

    void addNode(const Node &node);
    void placeNode(NodeShape &shape, const Node &node);
    void removeNode(int number);
    bool addEdge(const Edge &edge, int from, int to); ///< without a route; false when neither end exists
    void removeEdge(int number);
    void routeAlone(int number, const Edge &edge, const Node *from, qsizetype lane, qsizetype lanes);
    void routeBetween(const NodeId &from, const NodeId &to, SceneDamage &damage);
    void classifyGhosts();
    QRectF nodeReach(const NodeShape &shape) const; ///< with ring, ports and badge
};

} // namespace jackfield
