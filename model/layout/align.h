// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/graph_edit.h"

#include <QRectF>

namespace jackfield {

/// A node as it lies on the canvas.
struct NodeBox
{
    NodeId node;
    QRectF rect;
};

enum class Alignment : quint8 { Left, HorizontalCentre, Right, Top, VerticalCentre, Bottom };

/// Moves that bring the boxes to a common edge or axis, that of their bounding rectangle. Only nodes that have to move.
QList<MoveNodes::Place> aligned(const QList<NodeBox> &boxes, Alignment alignment);

/// Moves that make the gaps between neighbours equal (to a pixel); the outermost two stay. Fewer than three boxes stay.
/// Boxes that have no room between the outermost ones overlap evenly.
QList<MoveNodes::Place> distributed(const QList<NodeBox> &boxes, Qt::Orientation direction);

} // namespace jackfield
