// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/routing/edge_route.h"
#include "canvas/scene/marks.h"
#include "canvas/scene/node_geometry.h"
#include "canvas/scene/spatial_index.h"
#include "model/graph/graph.h"

#include <QRectF>

#include <vector>

namespace jackfield {

/// A node as the scene keeps it. Its number in SceneShapes::nodes stays the same while the node lives.
struct NodeShape
{
    NodeId id;
    QRectF rect;
    NodeGeometry geometry;
    int order = 0; ///< higher is nearer to the eye
    int version = 0; ///< grows whenever the node changes, for caches of its texts
    Family family = Family::Unknown;
    MarkBits marks;
    MarkBits portMarks; ///< of any of its ports
    bool alive = false;
    bool ghost = false; ///< drawn displaced
};

struct EdgeShape
{
    EdgeId id;
    int from = -1; ///< number of the node, -1 when it does not exist
    int to = -1;
    EdgeEnds ends;
    QRectF bounds; ///< of everything drawn for it, label and marks included
    MarkBits marks;
    bool alive = false;
    bool labelled = false; ///< its label says more than the name of its port
};

/// Rectangles, routes and marks of a graph in arrays, found through grids. What the painter reads.
struct SceneShapes
{
    std::vector<NodeShape> nodes;
    std::vector<EdgeShape> edges;
    SpatialIndex nodeIndex;
    SpatialIndex edgeIndex;
};

/// Whether an edge moves with the ghosts: with neither end, one or both.
enum class GhostShare : quint8 { None, Partly, Wholly };
inline GhostShare ghostShare(const SceneShapes &shapes, const EdgeShape &edge)
{
    const bool from = edge.from >= 0 && shapes.nodes[size_t(edge.from)].ghost;
    const bool to = edge.to >= 0 && shapes.nodes[size_t(edge.to)].ghost;
    const bool fromStays = edge.from >= 0 && !from, toStays = edge.to >= 0 && !to;
    if (!from && !to)
        return GhostShare::None;
    return fromStays || toStays ? GhostShare::Partly : GhostShare::Wholly;
}

} // namespace jackfield
