// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/scene/scene_painter.h"

#include "canvas/scene/node_geometry.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace jackfield {

namespace {

constexpr double kFullFrom = 0.45; // below it, 12 px text is too small to read
constexpr double kSimpleFrom = 0.18;
constexpr qsizetype kMostFull = 6000; // nodes and edges in a view; a large screen shows 3 000 when they do not overlap
constexpr qsizetype kMostSimple = 24'000;
constexpr double kMinDotGap = 16; // device-independent pixels between grid dots
constexpr double kMargin = 16; // what a node draws outside its rectangle

} // namespace

Detail detailAt(double zoom)
{
    if (zoom >= kFullFrom)
        return Detail::Full;
    return zoom >= kSimpleFrom ? Detail::Simple : Detail::Tiny;
}

ScenePainter::ScenePainter(const Scene &scene) : m_scene(scene) { }

void ScenePainter::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_frames.clear();
}

void ScenePainter::setFont(const QFont &font)
{
    m_texts.setFont(font);
}

void ScenePainter::setScale(double zoom, double ratio)
{
    if (zoom != m_zoom || ratio != m_ratio)
        m_frames.clear();
    m_zoom = zoom;
    m_ratio = ratio;
    m_detail = detailAt(zoom);
}

void ScenePainter::limitDetail(const QRect &area)
{
    if (m_detail == Detail::Tiny)
        return;
    const SceneShapes &shapes = m_scene.shapes();
    const QRectF shown = sceneArea(area);
    const qsizetype items = shapes.nodeIndex.count(shown) + shapes.edgeIndex.count(shown);
    if (items > kMostSimple)
        m_detail = Detail::Tiny;
    else if (items > kMostFull)
        m_detail = Detail::Simple;
}

QRectF ScenePainter::sceneArea(const QRect &area) const
{
    return {area.x() / scale(), area.y() / scale(), area.width() / scale(), area.height() / scale()};
}

QRect ScenePainter::deviceRect(const QRectF &rect) const
{
    const int left = int(std::round(rect.left() * scale())), top = int(std::round(rect.top() * scale()));
    const int right = int(std::round(rect.right() * scale())), bottom = int(std::round(rect.bottom() * scale()));
    return {left, top, right - left, bottom - top};
}

ScenePainter::Found ScenePainter::find(const QRect &area, Layer layer) const
{
    const SceneShapes &shapes = m_scene.shapes();
    const bool ghosts = m_scene.hasGhost();
    // One more pixel for antialiasing, and what stands out of a node's rectangle.
    const double pixel = 1 / scale();
    const QRectF nodeArea
        = sceneArea(area).adjusted(-kMargin - pixel, -kMargin - pixel, kMargin + pixel, kMargin + pixel);
    const QRectF edgeArea = sceneArea(area).adjusted(-2 * pixel, -2 * pixel, 2 * pixel, 2 * pixel);
    const auto meets = [](const QRectF &a, const QRectF &b) {
        return a.left() <= b.right() && b.left() <= a.right() && a.top() <= b.bottom() && b.top() <= a.bottom();
    };
    Found found;
    shapes.nodeIndex.search(nodeArea, [&](int number) {
        const NodeShape &shape = shapes.nodes[size_t(number)];
        if (meets(shape.rect, nodeArea) && shape.ghost == (layer == Layer::Ghosts))
            found.nodes.push_back(number);
    });
    shapes.edgeIndex.search(edgeArea, [&](int number) {
        const EdgeShape &shape = shapes.edges[size_t(number)];
        if (!meets(shape.bounds, edgeArea))
            return;
        const GhostShare share = ghosts ? ghostShare(shapes, shape) : GhostShare::None;
        if (share == (layer == Layer::Ghosts ? GhostShare::Wholly : GhostShare::None))
            found.edges.push_back(number);
    });
    if (m_detail != Detail::Tiny) {
        // Where boxes overlap, and edges cross, the same one must be on top in every strip.
        std::sort(found.nodes.begin(), found.nodes.end(), [&](int a, int b) {
            return shapes.nodes[size_t(a)].order < shapes.nodes[size_t(b)].order;
        });
        std::sort(found.edges.begin(), found.edges.end());
    }
    return found;
}

void ScenePainter::paintGrid(QPainter &painter, const QRect &area) const
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(area, m_theme.canvas);
    double step = measure::kGrid;
    while (step * m_zoom < kMinDotGap)
        step *= 4;
    if (step > 16 * measure::kGrid)
        return; // so far away, dots say nothing
    const double device = step * scale();
    const int dot = std::max(1, int(std::lround(1.6 * m_ratio * std::min(1.0, m_zoom))));
    const int firstX = int(std::floor((area.left() - dot) / device)), lastX = int(std::ceil(area.right() / device));
    const int firstY = int(std::floor((area.top() - dot) / device)), lastY = int(std::ceil(area.bottom() / device));
    QList<QRect> dots;
    dots.reserve(qsizetype(lastX - firstX + 1) * (lastY - firstY + 1));
    for (int y = firstY; y <= lastY; ++y)
        for (int x = firstX; x <= lastX; ++x)
            dots.append(QRect(int(std::lround(x * device)), int(std::lround(y * device)), dot, dot));
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.gridDot);
    painter.drawRects(dots);
}

void ScenePainter::paintLayer(QPainter &painter, const QRect &area, Layer layer)
{
    const Found found = find(area, layer);
    if (m_detail == Detail::Tiny)
        paintEdgeLines(painter, area, found.edges);
    else
        paintEdges(painter, area, found.edges);

    const SceneShapes &shapes = m_scene.shapes();
    switch (m_detail) {
    case Detail::Tiny:
        paintTinyNodes(painter, found.nodes);
        break;
    case Detail::Simple:
        for (const int number : found.nodes)
            paintSimpleNode(painter, shapes.nodes[size_t(number)]);
        break;
    case Detail::Full:
        for (const int number : found.nodes)
            paintFullNode(painter, shapes.nodes[size_t(number)], number);
        break;
    }
}

void ScenePainter::paintBase(QPainter &painter, const QRect &area)
{
    paintGrid(painter, area);
    paintLayer(painter, area, Layer::Base);
}

void ScenePainter::paintGhosts(QPainter &painter, const QRect &area)
{
    paintLayer(painter, area, Layer::Ghosts);
}

void ScenePainter::paintHalos(QPainter &painter) const
{
    const double gap = 4 * m_ratio;
    const double corner = measure::kCorner * scale() + gap;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const MarkStyle &style : kMarkStyles) {
        if (!isHalo(style.layer))
            continue;
        const Marks &marks = m_scene.marks(style.layer);
        for (const NodeId &node : marks.nodes) {
            const int number = m_scene.nodeNumber(node);
            if (number < 0)
                continue;
            QColor colour = m_theme.*style.colour;
            colour.setAlphaF(float(std::clamp(marks.strengths.value(node, 1), 0.0, 1.0)));
            painter.setPen(QPen(colour, 3 * m_ratio));
            const QRectF device(deviceRect(m_scene.shapes().nodes[size_t(number)].rect));
            painter.drawRoundedRect(device.adjusted(-gap, -gap, gap, gap), corner, corner);
        }
    }
}

QColor ScenePainter::markColour(MarkBits among, const QColor &otherwise) const
{
    const std::optional<MarkLayer> seen = among.top();
    return seen ? m_theme.*styleOf(*seen).colour : otherwise;
}

} // namespace jackfield
