// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/routing/edge_route.h"

#include <algorithm>
#include <cmath>

namespace jackfield {

namespace {

constexpr double kLoopGap = 20; // below the node: room for the label's plate
constexpr double kFloorGap = 38; // below the lower node, and below the first loop of either
constexpr double kTurn = 40; // how far a curve swings out before it passes below
constexpr double kTurnBack = 8; // how far it has come back when it runs level
constexpr int kFlatSteps = 16;

QPointF cubicAt(const QPointF *p, double t)
{
    const double u = 1 - t;
    return u * u * u * p[0] + 3 * u * u * t * p[1] + 3 * u * t * t * p[2] + t * t * t * p[3];
}

double segmentDistance(QPointF a, QPointF b, QPointF point)
{
    const QPointF d = b - a;
    const double length = QPointF::dotProduct(d, d);
    const double t = length > 0 ? std::clamp(QPointF::dotProduct(point - a, d) / length, 0.0, 1.0) : 0;
    const QPointF off = point - (a + t * d);
    return std::hypot(off.x(), off.y());
}

bool segmentMeets(QPointF a, QPointF b, const QRectF &area)
{
    double from = 0, to = 1;
    const auto cut = [&](double start, double delta, double low, double high) {
        if (delta == 0)
            return start >= low && start <= high;
        double enter = (low - start) / delta, leave = (high - start) / delta;
        if (enter > leave)
            std::swap(enter, leave);
        from = std::max(from, enter);
        to = std::min(to, leave);
        return from <= to;
    };
    return cut(a.x(), b.x() - a.x(), area.left(), area.right()) && cut(a.y(), b.y() - a.y(), area.top(), area.bottom());
}

/// Calls `visit(a, b)` for the pieces of the flattened curves until it returns true.
template <typename Visit> bool anyPiece(const EdgeRoute &route, Visit visit)
{
    for (int curve = 0; curve < route.curves; ++curve) {
        const QPointF *p = route.points.data() + curve * 3;
        QPointF before = p[0];
        for (int step = 1; step <= kFlatSteps; ++step) {
            const QPointF next = cubicAt(p, double(step) / kFlatSteps);
            if (visit(before, next))
                return true;
            before = next;
        }
    }
    return false;
}

EdgeRoute forward(const EdgeEnds &ends)
{
    const QPointF end = arrowBase(ends);
    const double dx = end.x() - ends.start.x();
    const double dy = std::abs(end.y() - ends.start.y());
    double handle = dx >= 0 ? dx / 2 : std::min(-dx, dy);
    handle = std::clamp(std::max(handle, std::min(dy / 3, 40.0)), 10.0, kMaxControlOffset);
    // The middle of a cubic moves by three quarters of what its two handles move.
    const double lane = ends.lane / 0.75;
    EdgeRoute route;
    route.points[0] = ends.start;
    route.points[1] = ends.start + QPointF(handle, lane);
    route.points[2] = end + QPointF(-handle, lane);
    route.points[3] = end;
    return route;
}

EdgeRoute under(const EdgeEnds &ends)
{
    const QPointF end = arrowBase(ends);
    const double low = ends.floor + ends.lane;
    const QPointF right(ends.start.x() - kTurnBack, low), left(end.x() + kTurnBack, low);
    EdgeRoute route;
    route.curves = 3;
    route.points
        = {ends.start,
           QPointF(ends.start.x() + kTurn, ends.start.y()),
           QPointF(ends.start.x() + kTurn, low),
           right,
           right + (left - right) / 3,
           left - (left - right) / 3,
           left,
           QPointF(end.x() - kTurn, low),
           QPointF(end.x() - kTurn, end.y()),
           end};
    return route;
}

EdgeRoute straight(QPointF from, QPointF to)
{
    EdgeRoute route;
    route.points[0] = from;
    route.points[1] = from + (to - from) / 3;
    route.points[2] = to - (to - from) / 3;
    route.points[3] = to;
    return route;
}

} // namespace

QPointF EdgeRoute::middle() const
{
    return cubicAt(points.data() + curves / 2 * 3, 0.5);
}

EdgeRoute routeEdge(const EdgeEnds &ends)
{
    switch (ends.shape) {
    case RouteShape::Forward:
        return forward(ends);
    case RouteShape::Under:
        return under(ends);
    case RouteShape::DeadEnd:
        return straight(ends.start, ends.start + QPointF(kStubLength, ends.lane));
    case RouteShape::NoOrigin:
        return straight(ends.end - QPointF(kStubLength, ends.lane), arrowBase(ends));
    }
    Q_UNREACHABLE();
}

QRectF routeBounds(const EdgeRoute &route)
{
    double left = route.points[0].x(), right = left, top = route.points[0].y(), bottom = top;
    for (int i = 1; i <= route.curves * 3; ++i) {
        const QPointF p = route.points[size_t(i)];
        left = std::min(left, p.x());
        right = std::max(right, p.x());
        top = std::min(top, p.y());
        bottom = std::max(bottom, p.y());
    }
    return {left, top, right - left, bottom - top};
}

double routeDistance(const EdgeRoute &route, QPointF point)
{
    double nearest = INFINITY;
    anyPiece(route, [&](QPointF a, QPointF b) {
        nearest = std::min(nearest, segmentDistance(a, b, point));
        return false;
    });
    return nearest;
}

bool routeMeets(const EdgeRoute &route, const QRectF &area)
{
    return anyPiece(route, [&](QPointF a, QPointF b) { return segmentMeets(a, b, area); });
}

void appendRoute(QPainterPath &path, const EdgeRoute &route)
{
    path.moveTo(route.points[0]);
    for (size_t i = 0; i < size_t(route.curves); ++i)
        path.cubicTo(route.points[3 * i + 1], route.points[3 * i + 2], route.points[3 * i + 3]);
}

double laneOffset(qsizetype index, qsizetype count)
{
    return (double(index) - double(count - 1) / 2) * kLaneGap;
}

RouteShape chooseShape(const QRectF &from, const QRectF &to, QPointF start, QPointF end)
{
    const bool leadsBack = end.x() < start.x();
    const bool beside = from.top() < to.bottom() + kFloorGap && to.top() < from.bottom() + kFloorGap;
    return leadsBack && beside ? RouteShape::Under : RouteShape::Forward;
}

double floorBelow(const QRectF &from, const QRectF &to)
{
    return std::max(from.bottom(), to.bottom()) + (from == to ? kLoopGap : kFloorGap);
}

} // namespace jackfield
