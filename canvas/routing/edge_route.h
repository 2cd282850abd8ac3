// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPainterPath>
#include <QPointF>
#include <QRectF>

#include <array>

namespace jackfield {

/// How an edge runs. Logical pixels throughout.
enum class RouteShape : quint8 {
    Forward, ///< one curve from the right border of a node to the left border of another
    Under, ///< leaves to the right, passes below both nodes, comes back: self loops and edges that lead back
    DeadEnd, ///< short stub: the edge names no existing node
    NoOrigin, ///< short stub before the target: the node it leaves does not exist
};

/// What a route is made from.
struct EdgeEnds
{
    QPointF start; ///< centre of the output port
    QPointF end; ///< centre of the input port
    RouteShape shape = RouteShape::Forward;
    double lane = 0; ///< displacement of the middle that keeps parallel edges apart
    double floor = 0; ///< Under: y of the lowest point

    friend bool operator==(const EdgeEnds &, const EdgeEnds &) = default;
};

/// One to three cubic curves, end to end: points 0..3, 3..6 and 6..9. Ends where the arrowhead begins.
struct EdgeRoute
{
    std::array<QPointF, 10> points;
    int curves = 1;

    QPointF last() const { return points[size_t(curves) * 3]; }
    QPointF middle() const; ///< where the label sits
};

inline constexpr double kMaxControlOffset = 160; ///< farther handles make long edges hard to follow
inline constexpr double kStubLength = 36;
inline constexpr double kLaneGap = 28; ///< between parallel edges: a label's plate and some air
inline constexpr double kArrowLength = 9;
inline constexpr double kArrowGap = 6; ///< from the tip to the centre of the port

EdgeRoute routeEdge(const EdgeEnds &ends);
/// The area that the curves cannot leave.
QRectF routeBounds(const EdgeRoute &route);
double routeDistance(const EdgeRoute &route, QPointF point);
bool routeMeets(const EdgeRoute &route, const QRectF &area);
void appendRoute(QPainterPath &path, const EdgeRoute &route);

/// Where the arrowhead of an edge begins and where its tip is; always level.
inline QPointF arrowTip(const EdgeEnds &ends)
{
    return ends.end - QPointF(kArrowGap, 0);
}
inline QPointF arrowBase(const EdgeEnds &ends)
{
    return ends.end - QPointF(kArrowGap + kArrowLength, 0);
}

/// Displacement of the edge at `index` among `count` edges between the same two nodes.
double laneOffset(qsizetype index, qsizetype count);
/// Whether an edge between two nodes has to pass below them, and how deep; nothing when it can run straight.
RouteShape chooseShape(const QRectF &from, const QRectF &to, QPointF start, QPointF end);
double floorBelow(const QRectF &from, const QRectF &to);

} // namespace jackfield
