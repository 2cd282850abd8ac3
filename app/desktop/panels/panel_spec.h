// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/panels/inspector_parts.h"

#include <QByteArray>
#include <QHash>
#include <QSize>
#include <QString>

#include <functional>

class QWidget;

namespace jackfield {

class Panel;
class PanelHost;
class Workbench;

/// What panels are made of. The references outlive them.
struct PanelContext
{
    Workbench &workbench;
    PanelHost &host;
    QHash<QByteArray, InspectorParts> inspectorParts; ///< by kind: what it adds to the inspector
};

/// A row of a table of panels: where a panel stands, and how it is made.
struct PanelSpec
{
    QByteArray id; ///< the object name of its dock is "dock." with this: saved layouts name it
    QString title;
    Qt::DockWidgetArea area = Qt::RightDockWidgetArea;
    bool tabbed = true; ///< in one place with the other tabbed panels of its area, else below those before it
    QSize extent = {}; ///< of the dock in the first layout; 0 = as it comes
    std::function<Panel *(const PanelContext &, QWidget *parent)> make;
};

} // namespace jackfield
