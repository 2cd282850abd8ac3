// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/layout/digraph.h"

#include <QtGlobal>

#include <atomic>
#include <span>
#include <vector>

namespace jackfield {

/// Vertices in layers. The first `realCount` are nodes; the others are the bends of links that pass over layers.
/// Every link of `down` leads to the next layer, `up` are the same links from the other end.
struct Layering
{
    int realCount = 0;
    std::vector<int> layerOf;
    std::vector<std::vector<int>> layers; ///< from left to right; in each from top to bottom
    Adjacency up;
    Adjacency down;

    int count() const { return int(layerOf.size()); }
    bool isReal(int vertex) const { return vertex < realCount; }
};

/// Splits links that span several layers. The longest ones are left out where bends would be too many to handle.
Layering makeLayering(int count, std::span<const Link> links, std::vector<int> layerOf);

/// Orders every layer so that few links cross. Stops early when `cancelled`.
void orderLayers(Layering &layering, const std::atomic_bool *cancelled);

/// How many pairs of links cross in the present order.
qint64 countCrossings(const Layering &layering);

/// The vertical centre of every vertex: near its neighbours, in the order of the layers, `gap` between nodes.
/// `heights` are those of the nodes.
std::vector<double>
placeRows(const Layering &layering, std::span<const double> heights, double gap, const std::atomic_bool *cancelled);

} // namespace jackfield
