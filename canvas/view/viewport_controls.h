// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/scene/theme.h"
#include "canvas/scene/view_mapping.h"

#include <QObject>

namespace jackfield {

class Minimap;
class Scene;
class ViewportBars;
class ZoomBar;

/// What lies on a canvas to move about in it: the map of the flow and the zoom bar in its corners, the scroll bars.
class ViewportControls : public QObject
{
    Q_OBJECT

public:
    /// `scene` outlives them; `viewport` is the widget that they lie on.
    ViewportControls(const Scene &scene, QWidget *viewport);

    void setTheme(const Theme &theme);
    void place(); ///< the viewport has another size
    void show(const ViewMapping &mapping); ///< the view is elsewhere
    void sceneChanged(const ViewMapping &mapping); ///< what there is to see is something else
    void setMapWanted(bool wanted); ///< it shows when there is room for it, too

signals:
    void centreWanted(QPointF scenePoint);
    void panned(QPointF viewOffset); ///< what is shown is to move: positive x to the right, logical pixels
    void zoomed(double factor); ///< with the view's middle staying where it is
    void zoomReset();
    void fitted();

private:
    void showMap();
    void showBars(const ViewMapping &mapping);

    const Scene &m_scene;
    QWidget *m_viewport;
    ViewportBars *m_bars;
    Minimap *m_map;
    ZoomBar *m_zoomBar;
    bool m_mapWanted = true;
};

} // namespace jackfield
