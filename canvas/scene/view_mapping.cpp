// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/scene/view_mapping.h"

#include <algorithm>
#include <cmath>

namespace jackfield {

namespace {

constexpr double kFarthestPixel = 1e9; // what an int holds, with room to add

} // namespace

QSize ViewMapping::deviceSize() const
{
    return {int(std::ceil(size.width() * ratio)), int(std::ceil(size.height() * ratio))};
}

QPoint ViewMapping::deviceOrigin() const
{
    const double scale = viewport.zoom * ratio;
    const QSize device = deviceSize();
    const auto whole
        = [](double value) { return int(std::lround(std::clamp(value, -kFarthestPixel, kFarthestPixel))); };
    return {
        whole(viewport.centre.x() * scale - device.width() / 2.0),
        whole(viewport.centre.y() * scale - device.height() / 2.0)};
}

QPointF ViewMapping::toScene(QPointF viewPoint) const
{
    return (viewPoint * ratio + QPointF(deviceOrigin())) / (viewport.zoom * ratio);
}

QPointF ViewMapping::toView(QPointF scenePoint) const
{
    return (scenePoint * (viewport.zoom * ratio) - QPointF(deviceOrigin())) / ratio;
}

QRectF ViewMapping::shownArea() const
{
    return {toScene({0, 0}), toScene(QPointF(size.width(), size.height()))};
}

double ViewMapping::fitZoom(const QRectF &area) const
{
    if (area.isEmpty() || size.isEmpty())
        return 1;
    return std::min({1.0, kFitShare * size.width() / area.width(), kFitShare * size.height() / area.height()});
}

Viewport ViewMapping::limited(const Viewport &wanted, const QRectF &bounds) const
{
    const double least = std::min({kMinZoom, viewport.zoom, fitZoom(bounds)});
    return {.centre = wanted.centre, .zoom = std::clamp(wanted.zoom, least, kMaxZoom)};
}

Viewport ViewMapping::zoomed(double factor, QPointF viewPoint, const QRectF &bounds) const
{
    const double zoom = limited({.centre = {}, .zoom = viewport.zoom * factor}, bounds).zoom;
    // From the exact centre, not from the rounded origin: rounding must not add up over many steps.
    const QPointF fromMiddle = viewPoint - QPointF(size.width(), size.height()) / 2;
    const QPointF still = viewport.centre + fromMiddle / viewport.zoom;
    return {.centre = still - fromMiddle / zoom, .zoom = zoom};
}

} // namespace jackfield
