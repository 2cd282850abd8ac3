// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/tools/tool.h"

#include <memory>

namespace jackfield {

/// The gesture that a press of the left button there starts. None on an edge: that is a click, and is done.
std::unique_ptr<Tool> toolAt(ToolHost &host, QPointF scenePoint, Qt::KeyboardModifiers modifiers);

} // namespace jackfield
