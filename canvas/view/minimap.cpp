// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/view/minimap.h"

#include "canvas/scene/scene_shapes.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace jackfield {

namespace {

constexpr QSize kSize(164, 96);
constexpr double kMargin = 6;
constexpr int kRedrawMs = 60;
constexpr double kCorner = 6;

} // namespace

Minimap::Minimap(const Scene &scene, QWidget *parent) : QWidget(parent), m_scene(scene)
{
    setFixedSize(kSize);
    setCursor(Qt::ArrowCursor);
    setAccessibleName(tr("Map of the flow"));
    setToolTip(tr("Map of the flow: press or drag to go there"));
}

void Minimap::setTheme(const Theme &theme)
{
    m_theme = theme;
    invalidate();
}

void Minimap::setShown(const QRectF &sceneArea)
{
    if (sceneArea == m_shown)
        return;
    m_shown = sceneArea;
    // The frame alone: the picture of the nodes stays as it is.
    update();
}

void Minimap::invalidate()
{
    if (!m_timer.isActive())
        m_timer.start(kRedrawMs, this);
}

void Minimap::timerEvent(QTimerEvent *)
{
    m_timer.stop();
    draw();
    update();
}

void Minimap::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        invalidate();
    QWidget::changeEvent(event);
}

void Minimap::draw()
{
    const double ratio = devicePixelRatioF();
    m_picture = QPixmap(size() * ratio);
    m_picture.setDevicePixelRatio(ratio);
    m_picture.fill(Qt::transparent);
    QPainter painter(&m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.line, 1));
    painter.setBrush(m_theme.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kCorner, kCorner);

    QRectF all = m_scene.bounds();
    if (all.isEmpty())
        return;
    // A flow of one node would fill the map: show it as small as it is.
    const QSizeF least(900, 500);
    const QPointF grow(
        std::max(0.0, least.width() - all.width()) / 2, std::max(0.0, least.height() - all.height()) / 2);
    all.adjust(-grow.x(), -grow.y(), grow.x(), grow.y());
    const QRectF room = QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin);
    const double scale = std::min(room.width() / all.width(), room.height() / all.height());
    m_toMap = QTransform::fromTranslate(room.center().x(), room.center().y());
    m_toMap.scale(scale, scale);
    m_toMap.translate(-all.center().x(), -all.center().y());

    painter.setPen(Qt::NoPen);
    constexpr double kFineFrom = 0.02;
    painter.setRenderHint(QPainter::Antialiasing, scale >= kFineFrom);
    QRectF drawn;
    for (const NodeShape &shape : m_scene.shapes().nodes) {
        QRectF box = m_toMap.mapRect(shape.rect);
        box.setSize(box.size().expandedTo({1, 1}));
        if (!shape.alive || box == drawn) // files without places of their own stack their nodes
            continue;
        drawn = box;
        if (scale >= kFineFrom) {
            painter.setBrush(m_theme.family(shape.family));
            painter.drawRoundedRect(box, 1.5, 1.5);
        } else {
            painter.fillRect(box.toAlignedRect(), m_theme.family(shape.family));
        }
    }
}

QRectF Minimap::frame() const
{
    const QRectF limits = QRectF(rect()).adjusted(2.5, 2.5, -2.5, -2.5);
    return m_toMap.mapRect(m_shown) & limits;
}

void Minimap::paintEvent(QPaintEvent *)
{
    if (m_picture.isNull() || m_picture.devicePixelRatio() != devicePixelRatioF())
        draw();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_picture);
    if (m_scene.bounds().isEmpty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.accent, 1.5));
    painter.drawRoundedRect(frame(), 2, 2);
}

void Minimap::mousePressEvent(QMouseEvent *event)
{
    mouseMoveEvent(event);
}

void Minimap::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton && !m_scene.bounds().isEmpty())
        emit centreWanted(m_toMap.inverted().map(event->position()));
}

} // namespace jackfield
