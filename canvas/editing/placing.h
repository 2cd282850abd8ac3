// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/graph.h"

#include <QHash>
#include <QRectF>
#include <QSet>

#include <atomic>

namespace jackfield {

// Positions for nodes, as pure functions: they may run on any thread. A long layout ends soon when it is cancelled,
// with positions that are worth nothing.

using Positions = QHash<NodeId, QPointF>; ///< top left corners

Positions laidOut(const Graph &graph, const std::atomic_bool &cancelled);
/// Those nodes and the edges among them.
Graph partOf(const Graph &graph, const QSet<NodeId> &wanted);
QRectF extentOf(const Graph &graph, const Positions &positions); ///< around the nodes that have one
void shift(Positions &positions, QPointF offset);

/// For nodes without a position, where most have none: laid out all together, with those that have a position left
/// there; what would cover one of those moves below it.
Positions placedAround(const Graph &graph, const std::atomic_bool &cancelled);
/// For a few new nodes, `unplaced`: right of what leads to them when there is room, else below everything.
Positions placedBeside(const Graph &graph, const QSet<NodeId> &unplaced, const std::atomic_bool &cancelled);

} // namespace jackfield
