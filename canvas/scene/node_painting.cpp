// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/scene/node_geometry.h"
#include "canvas/scene/scene_painter.h"

#include <QPainter>
#include <QPainterPath>
#include <QtMath>

#include <algorithm>
#include <cmath>

namespace jackfield {

using namespace measure;

namespace {

constexpr double kLinesFrom = 0.26; // zoom from which lines stand for texts
constexpr double kPortNameGap = 12; // from the text's end to the border
constexpr double kRing = 2;

constexpr MarkBits kRings = MarkBits::where([](const MarkStyle &style) { return style.node == NodeMark::Ring; });
constexpr MarkBits kBadges = MarkBits::where(
    [](const MarkStyle &style) { return style.node == NodeMark::Cross || style.node == NodeMark::Exclamation; });
constexpr MarkBits kGrownPorts = MarkBits::where([](const MarkStyle &style) { return style.growsPorts; });

/// The next size that icons are drawn at; between them they are scaled down.
int iconPixels(double wanted)
{
    for (const int pixels : {8, 12, 16, 20, 24, 32, 48, 64, 96})
        if (pixels >= wanted - 0.5)
            return pixels;
    return 128;
}

/// The bar on the left: follows the card's round corners, straight on its right, also where the corner is wider than
/// it.
QPainterPath barPath(const QRectF &card, double width, double corner)
{
    const double inside = std::clamp((corner - width) / corner, 0.0, 1.0);
    const double start = qRadiansToDegrees(std::acos(-inside));
    const QRectF upper(card.left(), card.top(), 2 * corner, 2 * corner);
    const QRectF lower(card.left(), card.bottom() - 2 * corner, 2 * corner, 2 * corner);
    QPainterPath path;
    path.moveTo(card.left() + width, card.top());
    if (inside > 0)
        path.arcMoveTo(upper, start);
    path.arcTo(upper, start, 180 - start);
    path.arcTo(lower, 180, 180 - start);
    if (inside <= 0)
        path.lineTo(card.left() + width, card.bottom());
    path.closeSubpath();
    return path;
}

} // namespace

void ScenePainter::paintTinyNodes(QPainter &painter, const std::vector<int> &numbers) const
{
    const SceneShapes &shapes = m_scene.shapes();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    // One batch of rectangles per colour.
    constexpr size_t kFamilies = size_t(Family::Unknown) + 1;
    std::array<QList<QRect>, kFamilies + kMarkStyles.size()> batches;
    for (const int number : numbers) {
        const NodeShape &shape = shapes.nodes[size_t(number)];
        QRect rect = deviceRect(shape.rect);
        rect.setSize(rect.size().expandedTo({1, 1}));
        const std::optional<MarkLayer> ring = (shape.marks & kRings).top();
        QList<QRect> &batch = batches[ring ? kFamilies + size_t(*ring) : size_t(shape.family)];
        if (batch.isEmpty() || batch.constLast() != rect) // files without places of their own stack their nodes
            batch.append(rect);
    }
    for (size_t i = 0; i < batches.size(); ++i) {
        painter.setBrush(i < kFamilies ? m_theme.family(Family(i)) : m_theme.*kMarkStyles[i - kFamilies].colour);
        painter.drawRects(batches[i]);
    }
}

void ScenePainter::paintSimpleNode(QPainter &painter, const NodeShape &shape) const
{
    const QRect device = deviceRect(shape.rect);
    const QColor family = m_theme.family(shape.family);
    const int line = std::max(1, int(m_ratio));
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (const MarkBits rings = shape.marks & kRings; !rings.isEmpty()) {
        const int ring = std::max(2, int(kRing * m_ratio));
        painter.fillRect(device.adjusted(-ring, -ring, ring, ring), markColour(rings, m_theme.accent));
    } else {
        painter.fillRect(device, m_theme.nodeOutline);
    }
    painter.fillRect(device.adjusted(line, line, -line, -line), m_theme.nodeCard);
    const int bar = std::max(2, int(std::lround(kBar * scale())));
    painter.fillRect(QRect(device.left(), device.top(), bar, device.height()), family);
    if (m_zoom >= kLinesFrom) {
        const auto greek = [&](double x, double y, double width, double height, const QColor &colour) {
            painter.fillRect(deviceRect(QRectF(shape.rect.left() + x, shape.rect.top() + y, width, height)), colour);
        };
        greek(kIconLeft, 11, 12, 12, family);
        greek(kTitleLeft, 13, 90, 8, m_theme.secondaryText);
        for (double y = kHeader + 11; y + 8 < shape.rect.height(); y += kBodyLine)
            greek(kBodyLeft, y, y + kBodyLine + 8 < shape.rect.height() ? 150 : 110, 5, m_theme.line);
    }
    if (const std::optional<MarkLayer> badge = (shape.marks & kBadges).top()) {
        const QColor &colour = m_theme.*styleOf(*badge).colour;
        const int size = std::max(5, int(kBadge * scale()));
        painter.fillRect(QRect(device.right() - size / 2, device.top() - size / 2, size, size), colour);
    }
}

QImage ScenePainter::nodeFrame(const NodeShape &shape, QSize size)
{
    const FrameKey key{size, shape.family, (shape.marks & kRings).top()};
    if (const auto known = m_frames.constFind(key); known != m_frames.cend())
        return *known;
    constexpr qsizetype kMostFrames = 200;
    if (m_frames.size() >= kMostFrames)
        m_frames.clear();
    const double s = scale();
    const int margin = frameMargin();
    const double corner = kCorner * s;
    const double hairline = std::max(1.0, std::floor(m_ratio));
    QImage image(size + QSize(2 * margin, 2 * margin), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF device(QPointF(margin, margin), QSizeF(size));
    const QRectF outline = device.adjusted(hairline / 2, hairline / 2, -hairline / 2, -hairline / 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.nodeCard);
    painter.drawRoundedRect(outline, corner, corner);
    const double bar = std::round(kBar * s);
    painter.fillPath(barPath(device, bar, corner), m_theme.family(shape.family));
    painter.setBrush(Qt::NoBrush);
    if (key.ring) {
        const double ring = kRing * m_ratio;
        const double radius = corner + ring / 2;
        painter.setPen(QPen(m_theme.*styleOf(*key.ring).colour, ring));
        painter.drawRoundedRect(device.adjusted(-ring / 2, -ring / 2, ring / 2, ring / 2), radius, radius);
    } else {
        painter.setPen(QPen(m_theme.nodeOutline, hairline));
        painter.drawRoundedRect(outline, corner, corner);
    }
    if (shape.rect.height() > kHeader + 1) {
        const double y = device.top() + std::round(kHeader * s);
        painter.fillRect(QRectF(device.left() + bar, y, device.width() - bar - hairline, hairline), m_theme.line);
    }
    painter.end();
    m_frames.insert(key, image);
    return image;
}

int ScenePainter::frameMargin() const
{
    return int(std::ceil(kRing * m_ratio)) + 1;
}

void ScenePainter::paintFullNode(QPainter &painter, const NodeShape &shape, int number)
{
    const Node *node = m_scene.graph().node(shape.id);
    Q_ASSERT(node);
    const QRect device = deviceRect(shape.rect);
    painter.drawImage(device.topLeft() - QPoint(frameMargin(), frameMargin()), nodeFrame(shape, device.size()));
    paintTexts(painter, shape, *node, number);
    painter.setRenderHint(QPainter::Antialiasing);
    paintPorts(painter, shape, *node);
    if (const std::optional<MarkLayer> badge = (shape.marks & kBadges).top())
        paintBadge(painter, QRectF(device), styleOf(*badge));
}

void ScenePainter::paintTexts(QPainter &painter, const NodeShape &shape, const Node &node, int number)
{
    const QRect device = deviceRect(shape.rect);
    const QTransform base = painter.transform();
    const int pixels = iconPixels(kIcon * scale());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const double icon = kIcon * scale();
    const QRectF iconRect(
        std::round(device.x() + kIconLeft * scale()), std::round(device.y() + kHeader / 2 * scale() - icon / 2), icon,
        icon);
    painter.drawImage(iconRect, m_icons.image(node.icon, m_theme.family(node.family), pixels));

    painter.translate(device.topLeft());
    painter.scale(scale(), scale());
    const NodeTexts &texts = m_texts.node(node, number, shape.version);
    const auto draw = [&](const LaidText &laid, double x, double middle) {
        if (!laid.isEmpty())
            painter.drawStaticText(QPointF(x, middle - laid.text.size().height() / 2), laid.text);
    };
    painter.setPen(m_theme.text);
    painter.setFont(m_texts.titleFont());
    draw(texts.title, kTitleLeft, kHeader / 2);
    painter.setPen(m_theme.secondaryText);
    painter.setFont(m_texts.typeFont());
    draw(texts.type, kNodeWidth - kTextRight - texts.type.width, kHeader / 2);
    painter.setFont(m_texts.bodyFont());
    double y = kHeader + kBodyMargin + kBodyLine / 2;
    for (const LaidText &line : texts.body) {
        draw(line, kBodyLeft, y);
        y += kBodyLine;
    }
    const NodeGeometry &geometry = shape.geometry;
    painter.setPen(m_theme.text);
    for (qsizetype i = 0; i < texts.ports.size(); ++i) {
        const LaidText &name = texts.ports[i];
        draw(name, kNodeWidth - kPortNameGap - name.width, geometry.rowTop(i) + kPortRow / 2);
    }
    painter.setTransform(base);
}

void ScenePainter::paintPorts(QPainter &painter, const NodeShape &shape, const Node &node) const
{
    const auto isGrown = [&](const std::optional<QByteArray> &output) {
        return std::ranges::any_of(kMarkStyles, [&](const MarkStyle &style) {
            return (shape.portMarks & kGrownPorts).has(style.layer)
                && m_scene.marks(style.layer).ports.contains(MarkedPort{shape.id, output});
        });
    };
    const bool grows = !(shape.portMarks & kGrownPorts).isEmpty();
    const QPointF origin = deviceRect(shape.rect).topLeft();
    const double s = scale();
    painter.setBrush(m_theme.nodeCard);
    const auto circle = [&](QPointF centre, const QColor &colour, bool grown) {
        const double ring = kPortRing * s;
        const double radius = (grown ? kPortHovered : kPort) / 2 * s - ring / 2;
        painter.setPen(QPen(colour, ring));
        painter.drawEllipse(origin + centre * s, radius, radius);
    };
    const NodeGeometry &geometry = shape.geometry;
    if (node.acceptsInput)
        circle(geometry.input(), m_theme.nodeOutline, grows && isGrown(std::nullopt));
    const QColor family = m_theme.family(shape.family);
    for (qsizetype i = 0; i < node.outputs.size(); ++i) {
        circle(geometry.output(i), family, grows && isGrown(node.outputs[i].id));
    }
}

void ScenePainter::paintBadge(QPainter &painter, const QRectF &device, const MarkStyle &style) const
{
    const double s = scale();
    const double radius = kBadge / 2 * s;
    const QPointF centre = device.topRight();
    painter.setPen(QPen(m_theme.canvas, 1.5 * s));
    painter.setBrush(m_theme.*style.colour);
    painter.drawEllipse(centre, radius, radius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.dark ? m_theme.accentText : m_theme.nodeCard);
    // The sign differs too, not only the colour.
    if (style.node == NodeMark::Exclamation) {
        painter.drawRoundedRect(QRectF(centre.x() - 1.1 * s, centre.y() - 5 * s, 2.2 * s, 6.2 * s), s, s);
        painter.drawEllipse(centre + QPointF(0, 3.8 * s), 1.3 * s, 1.3 * s);
        return;
    }
    const QPointF d(3 * s, 3 * s), e(3 * s, -3 * s);
    painter.setPen(QPen(painter.brush(), 2 * s, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(centre - d, centre + d);
    painter.drawLine(centre - e, centre + e);
}

} // namespace jackfield
