// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QPoint>
#include <QRegion>
#include <QSize>

#include <functional>

namespace jackfield {

/// A picture of the part of a scene that a view shows, kept between frames. Panning moves its pixels and paints only
/// the strips that come into sight; damage paints only what changed. All numbers are device pixels; a place of the
/// scene is scene coordinates times `scale`.
class BackingLayer
{
public:
    enum class Ground : quint8 { Opaque, Transparent };
    explicit BackingLayer(Ground ground) : m_ground(ground) { }

    /// What to show: the scene at `scale`, its device pixel `origin` in the top left corner.
    void show(double scale, QPoint origin, QSize size);
    void damage(const QRect &area); ///< in device pixels of the scene
    void damageAll();
    bool isStale() const { return !m_stale.isEmpty(); }

    /// Paints what is stale. The painter is clipped to the area, in device pixels of the scene.
    using Paint = std::function<void(QPainter &painter, const QRect &area)>;
    void refresh(const Paint &paint);

    const QImage &image() const { return m_image; }
    void release(); ///< gives the memory back; everything is stale afterwards

private:
    void scroll(QPoint distance);

    Ground m_ground;
    QImage m_image;
    double m_scale = 0;
    QPoint m_origin;
    QRegion m_stale; ///< relative to the image
};

} // namespace jackfield
