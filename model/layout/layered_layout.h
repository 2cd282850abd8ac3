// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/graph.h"

#include <QHash>
#include <QPointF>
#include <QSizeF>

#include <atomic>
#include <functional>

namespace jackfield {

struct LayoutOptions
{
    /// Size of a node as it will be drawn.
    std::function<QSizeF(const Node &)> size;
    double columnGap = 96;
    double rowGap = 40;
    double snap = 8; ///< positions are multiples of it
    const std::atomic_bool *cancelled = nullptr; ///< looked at often; a cancelled layout returns nothing
};

/// Layered layout from left to right: start nodes first, no overlaps, few crossings, cycles allowed, parts of the graph
/// that are not connected below each other. Deterministic. Pure: safe on any thread. O((n + e) log n) in practice.
QHash<NodeId, QPointF> layeredLayout(const Graph &graph, const LayoutOptions &options);

} // namespace jackfield
