// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/layout/align.h"

namespace jackfield {

class CanvasEditor;

// Other positions for the selected nodes. Each is one undo step, none when nothing has to move.

void nudge(CanvasEditor &editor, QPointF offset);
void align(CanvasEditor &editor, Alignment alignment);
void distribute(CanvasEditor &editor, Qt::Orientation direction);
void moveNodes(CanvasEditor &editor, const QList<MoveNodes::Place> &moves, const QString &label);

} // namespace jackfield
