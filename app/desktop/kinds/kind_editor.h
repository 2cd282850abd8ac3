// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/panels/inspector_parts.h"
#include "app/desktop/panels/panel_spec.h"

#include <QByteArray>

#include <vector>

namespace jackfield {

/// What a kind adds to the window beside the canvas. Most kinds need none: palette, forms and problems come from the
/// kind itself.
struct KindEditor
{
    QByteArray kind; ///< KindInfo::id
    InspectorParts inspector;
    std::vector<PanelSpec> panels; ///< their docks show while a flow of the kind is in front
};

/// Those of the program, one line for each kind that has one. The window takes its table by its constructor.
std::vector<KindEditor> kindEditors();

} // namespace jackfield
