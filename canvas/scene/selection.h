// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/ids.h"

#include <QPointF>
#include <QSet>

namespace jackfield {

inline constexpr double kMinZoom = 0.05;
inline constexpr double kMaxZoom = 4;

/// The place and scale of what a canvas shows; remembered per flow.
struct Viewport
{
    QPointF centre; ///< scene point in the middle
    double zoom = 1; ///< kMinZoom .. kMaxZoom; fit() goes lower when a flow is too large for that

    friend bool operator==(const Viewport &, const Viewport &) = default;
};

struct Selection
{
    QSet<NodeId> nodes;
    QSet<EdgeId> edges;

    bool isEmpty() const { return nodes.isEmpty() && edges.isEmpty(); }
    friend bool operator==(const Selection &, const Selection &) = default;
};

} // namespace jackfield
