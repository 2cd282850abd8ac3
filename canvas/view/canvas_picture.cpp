// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/view/canvas_picture.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace jackfield {

CanvasPicture::CanvasPicture(const Scene &scene) : m_scene(scene), m_painter(scene) { }

void CanvasPicture::show(double zoom, double ratio, QPoint origin, QSize size)
{
    const Detail before = m_painter.detail();
    m_painter.setScale(zoom, ratio);
    m_painter.limitDetail(QRect(origin, size));
    if (m_painter.detail() != before)
        damageAll();
    m_ratio = ratio;
    m_origin = origin;
    m_size = size;
    m_base.show(zoom * ratio, origin, size);
    if (m_scene.hasGhost())
        m_ghosts.show(zoom * ratio, origin - ghostShift(), size);
    else
        m_ghosts.release();
}

QPoint CanvasPicture::ghostShift() const
{
    const QPointF shift = m_scene.ghostOffset() * m_painter.scale();
    return {int(std::lround(shift.x())), int(std::lround(shift.y()))};
}

QRect CanvasPicture::toDevice(const QRectF &sceneArea) const
{
    const double s = m_painter.scale();
    constexpr double kPen = 3;
    // Areas far outside of the view would overflow as integers.
    const QRectF view = QRectF(QRect(m_origin, m_size)).adjusted(-1e4, -1e4, 1e4, 1e4);
    const QRectF device(sceneArea.topLeft() * s, sceneArea.size() * s);
    return (device.adjusted(-kPen, -kPen, kPen, kPen) & view).toAlignedRect();
}

void CanvasPicture::damage(const SceneDamage &damage)
{
    if (damage.everything) {
        damageAll();
        return;
    }
    for (const QRectF &area : damage.areas) {
        m_base.damage(toDevice(area));
        m_ghosts.damage(toDevice(area));
    }
}

void CanvasPicture::damageAll()
{
    m_base.damageAll();
    m_ghosts.damageAll();
}

void CanvasPicture::draw(QPainter &target, const QRect &exposed)
{
    m_base.refresh([this](QPainter &painter, const QRect &area) { m_painter.paintBase(painter, area); });
    const auto put = [&](const QImage &image) {
        const QRectF source(
            exposed.x() * m_ratio, exposed.y() * m_ratio, exposed.width() * m_ratio, exposed.height() * m_ratio);
        const QRect pixels = source.toAlignedRect() & image.rect();
        const QRectF place(
            pixels.x() / m_ratio, pixels.y() / m_ratio, pixels.width() / m_ratio, pixels.height() / m_ratio);
        target.drawImage(place, image, QRectF(pixels));
    };
    put(m_base.image());
    if (!m_scene.hasGhost())
        return;
    m_ghosts.refresh([this](QPainter &painter, const QRect &area) { m_painter.paintGhosts(painter, area); });
    target.save();
    target.scale(1 / m_ratio, 1 / m_ratio);
    target.translate(-m_origin);
    const QRectF area(
        m_origin.x() + exposed.x() * m_ratio, m_origin.y() + exposed.y() * m_ratio, exposed.width() * m_ratio,
        exposed.height() * m_ratio);
    m_painter.paintStretched(target, area.toAlignedRect());
    target.restore();
    put(m_ghosts.image());
}

} // namespace jackfield
