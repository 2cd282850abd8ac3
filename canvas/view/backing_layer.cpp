// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/view/backing_layer.h"

#include <QPainter>

#include <algorithm>
#include <cstring>

namespace jackfield {

namespace {

constexpr int kMaxAreas = 12; // beyond it, one repaint of the rectangle around them is cheaper

} // namespace

void BackingLayer::show(double scale, QPoint origin, QSize size)
{
    if (m_image.size() != size) {
        m_image = QImage(size, m_ground == Ground::Opaque ? QImage::Format_RGB32 : QImage::Format_ARGB32_Premultiplied);
        m_scale = scale;
        m_origin = origin;
        damageAll();
        return;
    }
    if (m_scale != scale) {
        m_scale = scale;
        m_origin = origin;
        damageAll();
        return;
    }
    if (origin != m_origin) {
        const QPoint distance = m_origin - origin;
        m_origin = origin;
        scroll(distance);
    }
}

void BackingLayer::scroll(QPoint distance)
{
    const int width = m_image.width(), height = m_image.height();
    if (std::abs(distance.x()) >= width || std::abs(distance.y()) >= height) {
        damageAll();
        return;
    }
    const QRect whole = m_image.rect();
    const QRect kept = whole.translated(distance) & whole;
    const qsizetype line = m_image.bytesPerLine();
    uchar *bits = m_image.bits();
    constexpr int kBytesPerPixel = 4;
    const auto moveRow = [&](int y) {
        uchar *to = bits + y * line + kept.x() * kBytesPerPixel;
        const uchar *from = bits + (y - distance.y()) * line + (kept.x() - distance.x()) * kBytesPerPixel;
        std::memmove(to, from, size_t(kept.width()) * kBytesPerPixel);
    };
    if (distance.y() > 0) {
        for (int y = kept.bottom(); y >= kept.top(); --y)
            moveRow(y);
    } else {
        for (int y = kept.top(); y <= kept.bottom(); ++y)
            moveRow(y);
    }
    m_stale.translate(distance);
    m_stale += QRegion(whole) - kept;
    m_stale &= whole;
}

void BackingLayer::damage(const QRect &area)
{
    m_stale += area.translated(-m_origin) & m_image.rect();
}

void BackingLayer::damageAll()
{
    m_stale = m_image.rect();
}

void BackingLayer::refresh(const Paint &paint)
{
    if (m_stale.isEmpty())
        return;
    const QRegion areas = m_stale.rectCount() > kMaxAreas ? QRegion(m_stale.boundingRect()) : m_stale;
    m_stale = {};
    QPainter painter(&m_image);
    for (const QRect &area : areas) {
        painter.resetTransform();
        painter.setClipRect(area);
        if (m_ground == Ground::Transparent) {
            painter.setCompositionMode(QPainter::CompositionMode_Clear);
            painter.fillRect(area, Qt::transparent);
            painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
        }
        painter.translate(-m_origin);
        paint(painter, area.translated(m_origin));
    }
}

void BackingLayer::release()
{
    m_image = {};
    m_stale = {};
}

} // namespace jackfield
