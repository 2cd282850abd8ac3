// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/view/canvas_picture.h"
#include "canvas/view/canvas_view.h"
#include "canvas/view/gesture_state.h"
#include "canvas/view/minimap.h"
#include "canvas/view/viewport_bars.h"
#include "canvas/view/zoom_bar.h"

#include "canvas/tools/tool.h"

#include <QGestureEvent>
#include <QNativeGestureEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace jackfield {

// Where the view is: coordinates, pan, zoom, fit.

namespace {

constexpr double kFitShare = 0.9; // 5 % margin on either side
constexpr double kWheelPan = 60; // logical pixels a notch
constexpr double kWheelZoom = 1.2; // factor a notch
constexpr double kNotch = 120;
constexpr double kFarthest = 1e9; // device pixels: what an int holds, with room to add
constexpr double kScrollMargin = 40; // how far the bars go beyond the outermost nodes

double fitZoom(const QRectF &area, QSize view)
{
    if (area.isEmpty() || view.isEmpty())
        return 1;
    return std::min({1.0, kFitShare * view.width() / area.width(), kFitShare * view.height() / area.height()});
}

} // namespace

QSize CanvasView::deviceSize() const
{
    const double ratio = viewport()->devicePixelRatioF();
    return {int(std::ceil(viewport()->width() * ratio)), int(std::ceil(viewport()->height() * ratio))};
}

QPoint CanvasView::deviceOrigin() const
{
    // Whole device pixels, so that a pan is a copy and every frame of it shows the same pixels.
    const double scale = m_viewport.zoom * viewport()->devicePixelRatioF();
    const QSize size = deviceSize();
    const auto whole = [](double value) { return int(std::lround(std::clamp(value, -kFarthest, kFarthest))); };
    return {
        whole(m_viewport.centre.x() * scale - size.width() / 2.0),
        whole(m_viewport.centre.y() * scale - size.height() / 2.0)};
}

QPointF CanvasView::toScene(QPointF viewPoint) const
{
    const double ratio = viewport()->devicePixelRatioF();
    return (viewPoint * ratio + QPointF(deviceOrigin())) / (m_viewport.zoom * ratio);
}

QPointF CanvasView::toView(QPointF scenePoint) const
{
    const double ratio = viewport()->devicePixelRatioF();
    return (scenePoint * (m_viewport.zoom * ratio) - QPointF(deviceOrigin())) / ratio;
}

QRectF CanvasView::shownArea() const
{
    return {toScene({0, 0}), toScene(QPointF(viewport()->width(), viewport()->height()))};
}

void CanvasView::showBars()
{
    const QRectF shown(toScene({0, 0}) * m_viewport.zoom, QSizeF(viewport()->size()));
    const QRectF bounds = m_scene.bounds();
    if (bounds.isEmpty()) {
        m_bars->show(shown, shown);
        return;
    }
    const QRectF content(bounds.topLeft() * m_viewport.zoom, bounds.size() * m_viewport.zoom);
    // No more margin than there is beside a flow that has just been fitted.
    const double x = std::min(kScrollMargin, viewport()->width() * (1 - kFitShare) / 2 - 2);
    const double y = std::min(kScrollMargin, viewport()->height() * (1 - kFitShare) / 2 - 2);
    m_bars->show(content.adjusted(-x, -y, x, y), shown);
}

void CanvasView::viewportMoved()
{
    m_minimap->setShown(shownArea());
    m_zoomBar->setZoom(m_viewport.zoom);
    showBars();
    viewport()->update();
    emit viewportChanged();
}

void CanvasView::setViewportState(const Viewport &viewport)
{
    m_fitPending = false;
    if (viewport == m_viewport)
        return;
    const double least = std::min({kMinZoom, m_viewport.zoom, fitZoom(m_scene.bounds(), this->viewport()->size())});
    m_viewport = viewport;
    m_viewport.zoom = std::clamp(viewport.zoom, least, kMaxZoom);
    viewportMoved();
}

void CanvasView::panBy(QPointF viewOffset)
{
    setViewportState({.centre = m_viewport.centre - viewOffset / m_viewport.zoom, .zoom = m_viewport.zoom});
}

void CanvasView::zoomBy(double factor, QPointF viewPoint)
{
    const double least = std::min({kMinZoom, m_viewport.zoom, fitZoom(m_scene.bounds(), viewport()->size())});
    const double zoom = std::clamp(m_viewport.zoom * factor, least, kMaxZoom);
    // From the exact centre, not from the rounded origin: rounding must not add up over many steps.
    const QPointF fromMiddle = viewPoint - QPointF(viewport()->width(), viewport()->height()) / 2;
    const QPointF still = m_viewport.centre + fromMiddle / m_viewport.zoom;
    setViewportState({.centre = still - fromMiddle / zoom, .zoom = zoom});
}

void CanvasView::resetZoom()
{
    zoomBy(1 / m_viewport.zoom, QPointF(viewport()->width(), viewport()->height()) / 2);
}

void CanvasView::showArea(const QRectF &sceneArea)
{
    const double zoom = fitZoom(sceneArea, viewport()->size());
    m_fitPending = false;
    m_viewport = {.centre = sceneArea.center(), .zoom = zoom};
    viewportMoved();
}

void CanvasView::fit()
{
    showArea(m_scene.bounds());
}

void CanvasView::fitSelection()
{
    QRectF area;
    for (const NodeId &node : m_selection.nodes)
        area |= m_scene.nodeRect(node);
    for (const EdgeId &edge : m_selection.edges)
        area |= m_scene.edgeBounds(edge);
    if (!area.isEmpty())
        showArea(area);
}

void CanvasView::centreOn(const NodeId &node)
{
    const QRectF rect = m_scene.nodeRect(node);
    if (!rect.isEmpty())
        setViewportState({.centre = rect.center(), .zoom = m_viewport.zoom});
}

bool CanvasView::showsNodes() const
{
    return !m_scene.nodesIn(shownArea(), false).isEmpty();
}

void CanvasView::wheelEvent(QWheelEvent *event)
{
    event->accept();
    if (event->modifiers() & Qt::ControlModifier) {
        const double notches = event->angleDelta().y() / kNotch;
        zoomBy(std::pow(kWheelZoom, notches), event->position());
        return;
    }
    // Touch pads say how many pixels; wheels turn by notches.
    QPointF distance = event->pixelDelta();
    if (distance.isNull())
        distance = QPointF(event->angleDelta()) / kNotch * kWheelPan;
    if (event->modifiers() & Qt::ShiftModifier && distance.x() == 0)
        distance = QPointF(distance.y(), 0);
    panBy(distance);
}

bool CanvasView::zoomGesture(QEvent *event)
{
    if (event->type() == QEvent::NativeGesture) {
        const auto *native = static_cast<QNativeGestureEvent *>(event);
        if (native->gestureType() != Qt::ZoomNativeGesture)
            return false;
        zoomBy(1 + native->value(), native->position());
        return true;
    }
    if (event->type() == QEvent::Gesture) {
        auto *gestures = static_cast<QGestureEvent *>(event);
        if (const auto *pinch = static_cast<QPinchGesture *>(gestures->gesture(Qt::PinchGesture))) {
            zoomBy(pinch->scaleFactor(), viewport()->mapFromGlobal(pinch->centerPoint().toPoint()));
            gestures->accept();
            return true;
        }
    }
    return false;
}

} // namespace jackfield
