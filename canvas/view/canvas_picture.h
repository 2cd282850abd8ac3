// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/scene/scene_painter.h"
#include "canvas/view/backing_layer.h"

namespace jackfield {

/// What a view shows of its scene: one layer for what stays, one for what is being dragged. Frames are put together
/// from the layers, so a pan or a drag costs two copies of pixels, however many nodes there are.
class CanvasPicture
{
public:
    explicit CanvasPicture(const Scene &scene);

    ScenePainter &painter() { return m_painter; }
    /// `origin` is the device pixel of the scene in the top left corner, `size` in device pixels.
    void show(double zoom, double ratio, QPoint origin, QSize size);
    void damage(const SceneDamage &damage);
    void damageAll();

    /// Draws the frame; `target` paints on the view in logical pixels, `exposed` likewise.
    void draw(QPainter &target, const QRect &exposed);

    QRect toDevice(const QRectF &sceneArea) const; ///< outermost device pixels of the scene, with a margin for pens

private:
    QPoint ghostShift() const; ///< in device pixels

    const Scene &m_scene;
    ScenePainter m_painter;
    BackingLayer m_base{BackingLayer::Ground::Opaque};
    BackingLayer m_ghosts{BackingLayer::Ground::Transparent};
    double m_ratio = 1;
    QPoint m_origin;
    QSize m_size;
};

} // namespace jackfield
