// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointF>

namespace jackfield {

/// What CanvasView remembers between input events, beside the running tool.
struct GestureState
{
    QPointF pointer; ///< last place of the pointer, scene coordinates
    bool spaceHeld = false;
};

} // namespace jackfield
