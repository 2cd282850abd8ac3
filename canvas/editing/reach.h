// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/scene/scene.h"

namespace jackfield {

class CanvasEditor;

enum class Reach : quint8 { Upstream, Downstream, Both };

/// The nodes given, with what leads to them, what follows them, or both.
QSet<NodeId> reachable(const Graph &graph, const QSet<NodeId> &from, Reach reach);
void selectReachable(CanvasEditor &editor, Reach reach); ///< from the selected nodes

/// The nearest node in a direction, (1, 0) for the right, seen from a node or, when that does not exist, from a point:
/// what lies aside counts double, what lies more aside than ahead does not count. Empty when there is none.
NodeId nodeTowards(const Scene &scene, const NodeId &from, QPointF otherwise, QPoint direction);

} // namespace jackfield
