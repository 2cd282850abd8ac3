// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/layout/align.h"

#include <algorithm>
#include <cmath>

namespace jackfield {

namespace {

QPointF alignedTopLeft(const QRectF &box, const QRectF &bounds, Alignment alignment)
{
    switch (alignment) {
    case Alignment::Left:
        return {bounds.left(), box.top()};
    case Alignment::HorizontalCentre:
        return {std::round(bounds.center().x() - box.width() / 2), box.top()};
    case Alignment::Right:
        return {bounds.right() - box.width(), box.top()};
    case Alignment::Top:
        return {box.left(), bounds.top()};
    case Alignment::VerticalCentre:
        return {box.left(), std::round(bounds.center().y() - box.height() / 2)};
    case Alignment::Bottom:
        break;
    }
    return {box.left(), bounds.bottom() - box.height()};
}

} // namespace

QList<MoveNodes::Place> aligned(const QList<NodeBox> &boxes, Alignment alignment)
{
    QRectF bounds;
    for (const NodeBox &box : boxes)
        bounds |= box.rect;
    QList<MoveNodes::Place> places;
    for (const NodeBox &box : boxes) {
        if (const QPointF topLeft = alignedTopLeft(box.rect, bounds, alignment); topLeft != box.rect.topLeft())
            places.append({box.node, topLeft});
    }
    return places;
}

QList<MoveNodes::Place> distributed(const QList<NodeBox> &boxes, Qt::Orientation direction)
{
    if (boxes.size() < 3)
        return {};
    const bool across = direction == Qt::Horizontal;
    const auto begin = [across](const NodeBox &box) { return across ? box.rect.left() : box.rect.top(); };
    const auto length = [across](const NodeBox &box) { return across ? box.rect.width() : box.rect.height(); };
    QList<NodeBox> sorted = boxes;
    std::ranges::stable_sort(sorted, {}, begin);
    double filled = 0;
    for (const NodeBox &box : std::as_const(sorted))
        filled += length(box);
    const double from = begin(sorted.constFirst());
    const double to = begin(sorted.constLast()) + length(sorted.constLast());
    const double gap = (to - from - filled) / double(sorted.size() - 1);

    QList<MoveNodes::Place> places;
    double at = from;
    for (qsizetype i = 0; i < sorted.size(); ++i) {
        const QRectF &rect = sorted[i].rect;
        const bool outermost = i == 0 || i == sorted.size() - 1;
        const double start = outermost ? begin(sorted[i]) : std::round(at);
        const QPointF topLeft = across ? QPointF(start, rect.top()) : QPointF(rect.left(), start);
        if (topLeft != rect.topLeft())
            places.append({sorted[i].node, topLeft});
        at += length(sorted[i]) + gap;
    }
    return places;
}

} // namespace jackfield
