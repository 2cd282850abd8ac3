// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/view/canvas_input.h"
#include "canvas/view/canvas_view.h"
#include "canvas/view/viewport_controls.h"

#include <QGestureEvent>
#include <QNativeGestureEvent>
#include <QWheelEvent>

#include <cmath>

namespace jackfield {

// Where the view is: pan, zoom, fit.

namespace {

constexpr double kWheelPan = 60; // logical pixels a notch
constexpr double kWheelZoom = 1.2; // factor a notch
constexpr double kNotch = 120;
constexpr double kPointerReach = 6; // logical pixels

} // namespace

ViewMapping CanvasView::mapping() const
{
    return {.viewport = m_viewport, .size = viewport()->size(), .ratio = viewport()->devicePixelRatioF()};
}

double CanvasView::pointerReach() const
{
    return kPointerReach / m_viewport.zoom;
}

QPointF CanvasView::middle() const
{
    return toScene(QPointF(viewport()->rect().center()));
}

QPointF CanvasView::placeForNew() const
{
    return m_input->pointer().value_or(middle());
}

void CanvasView::viewportMoved()
{
    m_controls->show(mapping());
    viewport()->update();
    emit viewportChanged();
}

void CanvasView::setViewportState(const Viewport &viewport)
{
    m_fitPending = false;
    if (viewport == m_viewport)
        return;
    m_viewport = mapping().limited(viewport, m_scene.bounds());
    viewportMoved();
}

void CanvasView::panBy(QPointF viewOffset)
{
    setViewportState({.centre = m_viewport.centre - viewOffset / m_viewport.zoom, .zoom = m_viewport.zoom});
}

void CanvasView::zoomBy(double factor, QPointF viewPoint)
{
    setViewportState(mapping().zoomed(factor, viewPoint, m_scene.bounds()));
}

void CanvasView::resetZoom()
{
    zoomBy(1 / m_viewport.zoom, QPointF(viewport()->width(), viewport()->height()) / 2);
}

void CanvasView::showArea(const QRectF &sceneArea)
{
    m_fitPending = false;
    m_viewport = {.centre = sceneArea.center(), .zoom = mapping().fitZoom(sceneArea)};
    viewportMoved();
}

void CanvasView::fit()
{
    showArea(m_scene.bounds());
}

void CanvasView::fitSelection()
{
    QRectF area;
    for (const NodeId &node : selection().nodes)
        area |= m_scene.nodeRect(node);
    for (const EdgeId &edge : selection().edges)
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

void CanvasView::resizeEvent(QResizeEvent *event)
{
    m_controls->place();
    if (m_fitPending) {
        fit();
        m_fitPending = true; // until the first frame: windows are resized a few times before that
        return;
    }
    if (event->oldSize().isValid()) {
        // What is at the top left stays there.
        const QSize grown = event->size() - event->oldSize();
        m_viewport.centre += QPointF(grown.width(), grown.height()) / 2 / m_viewport.zoom;
    }
    viewportMoved();
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

bool CanvasView::navigate(QEvent *event)
{
    if (event->type() == QEvent::NativeGesture) {
        const auto *native = static_cast<QNativeGestureEvent *>(event);
        if (native->gestureType() == Qt::PanNativeGesture)
            panBy(native->delta());
        else if (native->gestureType() == Qt::ZoomNativeGesture)
            zoomBy(1 + native->value(), native->position());
        else
            return false;
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
