// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/scene/node_geometry.h"
#include "canvas/scene/scene_painter.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace jackfield {

namespace {

constexpr double kArrowHalf = 4;
constexpr double kMarkSize = 15;
constexpr double kPlateCorner = 4;
constexpr double kPlatePadding = 6;
constexpr double kPlateHeight = 18;

QColor mixed(const QColor &a, const QColor &b, float share)
{
    return QColor::fromRgbF(a.redF() * share + b.redF() * (1 - share), a.greenF() * share + b.greenF() * (1 - share),
        a.blueF() * share + b.blueF() * (1 - share));
}

void appendArrow(QPainterPath &path, const EdgeEnds &ends)
{
    if (ends.shape == RouteShape::DeadEnd)
        return;
    const QPointF base = arrowBase(ends);
    path.moveTo(arrowTip(ends));
    path.lineTo(base - QPointF(0, kArrowHalf));
    path.lineTo(base + QPointF(0, kArrowHalf));
    path.closeSubpath();
}

} // namespace

void ScenePainter::paintEdges(QPainter &painter, const std::vector<int> &numbers)
{
    const SceneShapes &shapes = m_scene.shapes();
    const SceneHit &hover = m_scene.hover();
    QPainterPath thin, arrows, thick, thickArrows;
    QHash<QRgb, QPainterPath> marked; // edges with a problem, by colour
    const auto stands = [&](const EdgeShape &shape) { return shape.selected || shape.id == hover.edge; };
    for (const int number : numbers) {
        const EdgeShape &shape = shapes.edges[size_t(number)];
        const EdgeRoute route = routeEdge(shape.ends);
        if (stands(shape)) {
            appendRoute(thick, route);
            appendArrow(thickArrows, shape.ends);
        } else if (shape.problem) {
            const QColor &colour = *shape.problem == Severity::Error ? m_theme.error : m_theme.warning;
            appendRoute(marked[colour.rgb()], route);
            appendArrow(arrows, shape.ends);
        } else {
            appendRoute(thin, route);
            appendArrow(arrows, shape.ends);
        }
    }
    const QTransform base = painter.transform();
    painter.scale(scale(), scale());
    painter.setRenderHint(QPainter::Antialiasing);
    // A width of one device pixel is many times faster than any other.
    const double hairline = std::max(1.0, std::floor(m_ratio));
    const auto stroke = [&](const QPainterPath &path, const QColor &colour, double width) {
        if (path.isEmpty())
            return;
        QPen pen(colour, width);
        pen.setCosmetic(true);
        painter.strokePath(path, pen);
    };
    stroke(thin, m_theme.edge, hairline);
    for (auto it = marked.cbegin(); it != marked.cend(); ++it)
        stroke(it.value(), QColor::fromRgb(it.key()), hairline);
    painter.setPen(Qt::NoPen);
    painter.fillPath(arrows, m_theme.edge);
    stroke(thick, m_theme.accent, 2 * m_ratio);
    painter.fillPath(thickArrows, m_theme.accent);

    if (m_detail == Detail::Full) {
        for (const int number : numbers) {
            const EdgeShape &shape = shapes.edges[size_t(number)];
            const bool open = shape.ends.shape == RouteShape::DeadEnd || shape.ends.shape == RouteShape::NoOrigin;
            if (!open && !shape.labelled)
                continue;
            const EdgeRoute route = routeEdge(shape.ends);
            if (open)
                paintEndMark(painter, shape, route);
            else
                paintLabel(painter, shape, number, route.middle());
        }
    }
    painter.setTransform(base);
}

void ScenePainter::paintLabel(QPainter &painter, const EdgeShape &shape, int number, const QPointF &middle)
{
    const LaidText &label = m_texts.label(m_scene.graph().edge(shape.id)->label, number);
    if (label.isEmpty())
        return;
    const QSizeF plate(label.width + 2 * kPlatePadding, kPlateHeight);
    const QRectF rect(middle - QPointF(plate.width(), plate.height()) / 2, plate);
    QPen pen(shape.selected ? m_theme.accent : m_theme.line, std::max(1.0, std::floor(m_ratio)));
    pen.setCosmetic(true);
    painter.setPen(pen);
    painter.setBrush(m_theme.nodeCard);
    painter.drawRoundedRect(rect, kPlateCorner, kPlateCorner);
    painter.setFont(m_texts.typeFont());
    painter.setPen(m_theme.text);
    painter.drawStaticText(
        QPointF(rect.left() + kPlatePadding, middle.y() - label.text.size().height() / 2), label.text);
}

void ScenePainter::paintEndMark(QPainter &painter, const EdgeShape &shape, const EdgeRoute &route) const
{
    // A warning sign, drawn, so that it needs no glyph: triangle, stem and dot.
    const QPointF c = shape.ends.shape == RouteShape::DeadEnd ? route.last() : route.points[0];
    const double r = kMarkSize / 2;
    QPainterPath sign;
    sign.moveTo(c + QPointF(0, -r));
    sign.lineTo(c + QPointF(r, r * 0.8));
    sign.lineTo(c + QPointF(-r, r * 0.8));
    sign.closeSubpath();
    QPen pen(m_theme.warning, 2);
    pen.setJoinStyle(Qt::RoundJoin);
    painter.setPen(pen);
    painter.setBrush(m_theme.warning);
    painter.drawPath(sign);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.dark ? m_theme.accentText : m_theme.nodeCard);
    painter.drawRect(QRectF(c.x() - 0.8, c.y() - r * 0.45, 1.6, r * 0.7));
    painter.drawRect(QRectF(c.x() - 0.8, c.y() + r * 0.42, 1.6, 1.6));
}

void ScenePainter::paintEdgeLines(QPainter &painter, const std::vector<int> &numbers) const
{
    const SceneShapes &shapes = m_scene.shapes();
    QList<QLineF> plain, selected;
    plain.reserve(qsizetype(numbers.size()));
    const double s = scale();
    for (const int number : numbers) {
        const EdgeShape &shape = shapes.edges[size_t(number)];
        const EdgeEnds &ends = shape.ends;
        QList<QLineF> &lines = shape.selected ? selected : plain;
        switch (ends.shape) {
        case RouteShape::Forward:
            lines.append(QLineF(ends.start * s, ends.end * s));
            break;
        case RouteShape::Under: {
            const QPointF right(ends.start.x(), ends.floor), left(ends.end.x(), ends.floor);
            lines.append(QLineF(right * s, left * s));
            break;
        }
        case RouteShape::DeadEnd:
        case RouteShape::NoOrigin:
            break; // shorter than a pixel or two
        }
    }
    // So small, edges make one grey tissue; pale lines keep the boxes readable. One opaque colour costs no blending.
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(mixed(m_theme.edge, m_theme.canvas, 0.45F), 0));
    painter.drawLines(plain);
    painter.setPen(QPen(mixed(m_theme.accent, m_theme.canvas, 0.75F), 0));
    painter.drawLines(selected);
}

void ScenePainter::paintStretched(QPainter &painter, const QRect &area)
{
    const SceneShapes &shapes = m_scene.shapes();
    const QRectF visible = sceneArea(area);
    const QPointF offset = m_scene.ghostOffset();
    QPainterPath path, arrows;
    for (const int number : m_scene.stretchedEdges()) {
        const EdgeShape &shape = shapes.edges[size_t(number)];
        if (shape.from < 0 || shape.to < 0)
            continue;
        const NodeShape &from = shapes.nodes[size_t(shape.from)], &to = shapes.nodes[size_t(shape.to)];
        EdgeEnds ends = shape.ends;
        QRectF fromRect = from.rect, toRect = to.rect;
        if (from.ghost) {
            ends.start += offset;
            fromRect.translate(offset);
        }
        if (to.ghost) {
            ends.end += offset;
            toRect.translate(offset);
        }
        ends.shape = chooseShape(fromRect, toRect, ends.start, ends.end);
        ends.floor = floorBelow(fromRect, toRect);
        const EdgeRoute route = routeEdge(ends);
        const QRectF bounds = routeBounds(route).adjusted(-kArrowLength, -kArrowLength, kArrowLength, kArrowLength);
        if (!bounds.intersects(visible))
            continue;
        if (m_detail == Detail::Tiny) {
            path.moveTo(ends.start);
            path.lineTo(ends.end);
        } else {
            appendRoute(path, route);
            appendArrow(arrows, ends);
        }
    }
    const QTransform base = painter.transform();
    painter.scale(scale(), scale());
    painter.setRenderHint(QPainter::Antialiasing, m_detail != Detail::Tiny);
    QPen pen(m_theme.accent, std::max(1.0, std::floor(m_ratio)));
    pen.setCosmetic(true);
    painter.strokePath(path, pen);
    painter.fillPath(arrows, m_theme.accent);
    painter.setTransform(base);
}

} // namespace jackfield
