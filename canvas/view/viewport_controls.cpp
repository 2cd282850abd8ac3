// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/view/viewport_controls.h"

#include "canvas/scene/scene.h"
#include "canvas/view/minimap.h"
#include "canvas/view/viewport_bars.h"
#include "canvas/view/zoom_bar.h"

#include <algorithm>

namespace jackfield {

namespace {

constexpr int kCornerGap = 14; // between the view's border and what lies in its corners
constexpr QSize kLeastViewWithMap(520, 360); // in a smaller one it hides too much of the flow
constexpr double kZoomStep = 1.25;
constexpr double kScrollMargin = 40; // how far the bars go beyond the outermost nodes

} // namespace

ViewportControls::ViewportControls(const Scene &scene, QWidget *viewport)
    : QObject(viewport), m_scene(scene), m_viewport(viewport), m_bars(new ViewportBars(viewport)),
      m_map(new Minimap(scene, viewport)), m_zoomBar(new ZoomBar(viewport))
{
    connect(m_bars, &ViewportBars::scrolled, this, [this](QPointF distance) { emit panned(-distance); });
    connect(m_map, &Minimap::centreWanted, this, &ViewportControls::centreWanted);
    connect(m_zoomBar, &ZoomBar::zoomedOut, this, [this] { emit zoomed(1 / kZoomStep); });
    connect(m_zoomBar, &ZoomBar::zoomedIn, this, [this] { emit zoomed(kZoomStep); });
    connect(m_zoomBar, &ZoomBar::zoomReset, this, &ViewportControls::zoomReset);
    connect(m_zoomBar, &ZoomBar::fitted, this, &ViewportControls::fitted);
}

void ViewportControls::setTheme(const Theme &theme)
{
    m_map->setTheme(theme);
    m_zoomBar->setTheme(theme);
    m_bars->setTheme(theme);
}

void ViewportControls::place()
{
    const QSize size = m_viewport->size();
    m_bars->place(size);
    m_zoomBar->adjustSize();
    m_zoomBar->move(kCornerGap, size.height() - m_zoomBar->height() - kCornerGap);
    m_map->move(size.width() - m_map->width() - kCornerGap, size.height() - m_map->height() - kCornerGap);
    showMap();
}

void ViewportControls::show(const ViewMapping &mapping)
{
    m_map->setShown(mapping.shownArea());
    m_zoomBar->setZoom(mapping.viewport.zoom);
    showBars(mapping);
}

void ViewportControls::sceneChanged(const ViewMapping &mapping)
{
    m_map->invalidate();
    showMap();
    showBars(mapping);
}

void ViewportControls::setMapWanted(bool wanted)
{
    m_mapWanted = wanted;
    showMap();
}

void ViewportControls::showMap()
{
    const bool fits
        = m_viewport->width() >= kLeastViewWithMap.width() && m_viewport->height() >= kLeastViewWithMap.height();
    m_map->setVisible(m_mapWanted && fits && !m_scene.graph().nodes().isEmpty());
}

void ViewportControls::showBars(const ViewMapping &mapping)
{
    const double zoom = mapping.viewport.zoom;
    const QRectF shown(mapping.toScene({0, 0}) * zoom, QSizeF(mapping.size));
    const QRectF bounds = m_scene.bounds();
    if (bounds.isEmpty()) {
        m_bars->show(shown, shown);
        return;
    }
    const QRectF content(bounds.topLeft() * zoom, bounds.size() * zoom);
    // No more margin than there is beside a flow that has just been fitted.
    const double x = std::min(kScrollMargin, mapping.size.width() * (1 - ViewMapping::kFitShare) / 2 - 2);
    const double y = std::min(kScrollMargin, mapping.size.height() * (1 - ViewMapping::kFitShare) / 2 - 2);
    m_bars->show(content.adjusted(-x, -y, x, y), shown);
}

} // namespace jackfield
