// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/routing/line_raster.h"
#include "canvas/scene/node_geometry.h"
#include "canvas/scene/scene_painter.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace jackfield {

namespace {

constexpr double kArrowHalf = 4;
constexpr double kArrowsFrom = 0.3; // zoom below which an arrowhead is a speck
constexpr double kMarkSize = 15;
constexpr double kPlateCorner = 4;
constexpr double kPlatePadding = 6;
constexpr double kPlateHeight = 18;

constexpr MarkBits kOnEdges = MarkBits::where([](const MarkStyle &style) { return style.edge != EdgeMark::None; });
constexpr MarkBits kThickEdges = MarkBits::where([](const MarkStyle &style) { return style.edge >= EdgeMark::Thick; });
constexpr MarkBits kWholeEdges = MarkBits::where([](const MarkStyle &style) { return style.edge == EdgeMark::Whole; });

QColor mixed(const QColor &a, const QColor &b, float share)
{
    return QColor::fromRgbF(
        a.redF() * share + b.redF() * (1 - share), a.greenF() * share + b.greenF() * (1 - share),
        a.blueF() * share + b.blueF() * (1 - share));
}

void paintArrow(QPainter &painter, const EdgeEnds &ends)
{
    if (ends.shape == RouteShape::DeadEnd)
        return;
    const QPointF base = arrowBase(ends);
    const QPointF corners[] = {arrowTip(ends), base - QPointF(0, kArrowHalf), base + QPointF(0, kArrowHalf)};
    painter.drawConvexPolygon(corners, 3);
}

} // namespace

QColor ScenePainter::edgeColour(const EdgeShape &shape) const
{
    return markColour(shape.marks & kOnEdges, m_theme.edge);
}

void ScenePainter::paintEdges(QPainter &painter, const QRect &area, const std::vector<int> &numbers)
{
    if (numbers.empty())
        return;
    const SceneShapes &shapes = m_scene.shapes();
    const auto stands = [](const EdgeShape &shape) { return !(shape.marks & kThickEdges).isEmpty(); };
    QImage &image = *static_cast<QImage *>(painter.device());
    const QPointF origin(-painter.transform().dx(), -painter.transform().dy());
    LineRaster raster(image, area.translated(-origin.toPoint()));
    // First all thin ones, so that the edges somebody has chosen cross above the others.
    for (const bool thick : {false, true}) {
        for (const int number : numbers) {
            const EdgeShape &shape = shapes.edges[size_t(number)];
            if (stands(shape) != thick)
                continue;
            const double width = thick ? 2 * m_ratio : std::max(1.0, std::floor(m_ratio));
            raster.route(routeEdge(shape.ends), scale(), origin, edgeColour(shape).rgb(), width);
        }
    }
    if (m_zoom < kArrowsFrom)
        return;
    const QTransform base = painter.transform();
    painter.scale(scale(), scale());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QColor brush;
    for (const int number : numbers) {
        const EdgeShape &shape = shapes.edges[size_t(number)];
        if (const QColor colour = edgeColour(shape); colour != brush) {
            brush = colour;
            painter.setBrush(brush);
        }
        paintArrow(painter, shape.ends);
    }
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
    QPen pen(markColour(shape.marks & kWholeEdges, m_theme.line), std::max(1.0, std::floor(m_ratio)));
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

void ScenePainter::paintEdgeLines(QPainter &painter, const QRect &area, const std::vector<int> &numbers) const
{
    if (numbers.empty())
        return;
    const SceneShapes &shapes = m_scene.shapes();
    const QPointF origin(-painter.transform().dx(), -painter.transform().dy());
    LineRaster raster(*static_cast<QImage *>(painter.device()), area.translated(-origin.toPoint()));
    // So small, edges make one grey tissue; pale lines keep the boxes readable. One opaque colour costs no blending.
    const QRgb plain = mixed(m_theme.edge, m_theme.canvas, 0.45F).rgb();
    std::array<QRgb, kMarkStyles.size()> marked{};
    for (const MarkStyle &style : kMarkStyles)
        marked[size_t(style.layer)] = mixed(m_theme.*style.colour, m_theme.canvas, 0.75F).rgb();
    const double s = scale();
    for (const int number : numbers) {
        const EdgeShape &shape = shapes.edges[size_t(number)];
        const EdgeEnds &ends = shape.ends;
        if (ends.shape == RouteShape::DeadEnd || ends.shape == RouteShape::NoOrigin)
            continue; // shorter than a pixel or two
        QPointF from = ends.start, to = ends.end;
        if (ends.shape == RouteShape::Under) {
            from.setY(ends.floor);
            to.setY(ends.floor);
        }
        const std::optional<MarkLayer> seen = (shape.marks & kWholeEdges).top();
        raster.plain(from * s - origin, to * s - origin, seen ? marked[size_t(*seen)] : plain);
    }
}

void ScenePainter::paintStretched(QPainter &painter, const QRect &area)
{
    const SceneShapes &shapes = m_scene.shapes();
    const QRectF visible = sceneArea(area);
    const QPointF offset = m_scene.ghostOffset();
    QPainterPath path;
    QList<EdgeEnds> arrows;
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
            arrows.append(ends);
        }
    }
    const QTransform base = painter.transform();
    painter.scale(scale(), scale());
    painter.setRenderHint(QPainter::Antialiasing, m_detail != Detail::Tiny);
    QPen pen(m_theme.accent, std::max(1.0, std::floor(m_ratio)));
    pen.setCosmetic(true);
    painter.strokePath(path, pen);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.accent);
    for (const EdgeEnds &ends : std::as_const(arrows))
        paintArrow(painter, ends);
    painter.setTransform(base);
}

} // namespace jackfield
