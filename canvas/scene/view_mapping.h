// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/scene/selection.h"

#include <QRectF>
#include <QSize>

namespace jackfield {

/// Where the points of a scene are in a view of a certain size. Scene points are logical pixels at 100 %, view points
/// logical pixels from the view's top left corner.
struct ViewMapping
{
    Viewport viewport;
    QSize size; ///< of the view, logical pixels
    double ratio = 1; ///< device pixels a logical pixel

    QSize deviceSize() const;
    /// The device pixel of the scene, at the present scale, that is the view's top left. A whole one, so that a pan is
    /// a copy and every frame of it shows the same pixels.
    QPoint deviceOrigin() const;
    QPointF toScene(QPointF viewPoint) const;
    QPointF toView(QPointF scenePoint) const;
    QRectF shownArea() const; ///< of the scene

    /// The zoom at which an area fills the view but for a margin of 5 % on either side; never more than 1.
    double fitZoom(const QRectF &area) const;
    static constexpr double kFitShare = 0.9;
    /// `wanted` with a zoom that is allowed: at least kMinZoom, or what shows all of `bounds`, or the present one.
    Viewport limited(const Viewport &wanted, const QRectF &bounds) const;
    /// The present viewport magnified, the scene point under `viewPoint` staying where it is. Limited.
    Viewport zoomed(double factor, QPointF viewPoint, const QRectF &bounds) const;
};

} // namespace jackfield
