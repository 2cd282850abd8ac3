// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/editing/arrange.h"

#include "canvas/editing/canvas_editor.h"

namespace jackfield {

void moveNodes(CanvasEditor &editor, const QList<MoveNodes::Place> &moves, const QString &label)
{
    if (!moves.isEmpty())
        editor.perform({MoveNodes{moves}}, label);
}

void nudge(CanvasEditor &editor, QPointF offset)
{
    QList<MoveNodes::Place> moves;
    for (const NodeBox &box : editor.selectedBoxes())
        moves.append({box.node, box.rect.topLeft() + offset});
    const QString label = moves.size() == 1 ? CanvasEditor::tr("Move %1").arg(editor.nameOf(moves.constFirst().node))
                                            : CanvasEditor::tr("Move %n nodes", nullptr, int(moves.size()));
    moveNodes(editor, moves, label);
}

void align(CanvasEditor &editor, Alignment alignment)
{
    const QList<NodeBox> boxes = editor.selectedBoxes();
    if (boxes.size() < 2)
        editor.showMessage(CanvasEditor::tr("Select two or more nodes to align them."));
    moveNodes(editor, aligned(boxes, alignment), CanvasEditor::tr("Align %n nodes", nullptr, int(boxes.size())));
}

void distribute(CanvasEditor &editor, Qt::Orientation direction)
{
    const QList<NodeBox> boxes = editor.selectedBoxes();
    if (boxes.size() < 3)
        editor.showMessage(CanvasEditor::tr("Select three or more nodes to distribute them."));
    moveNodes(
        editor, distributed(boxes, direction), CanvasEditor::tr("Distribute %n nodes", nullptr, int(boxes.size())));
}

} // namespace jackfield
