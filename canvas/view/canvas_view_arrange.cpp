// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/tools/tool.h"
#include "canvas/view/canvas_view.h"
#include "model/document/document.h"

namespace jackfield {

QList<NodeBox> CanvasView::selectedBoxes() const
{
    QList<NodeBox> boxes;
    for (const NodeId &node : selectedNodes())
        boxes.append({node, m_scene.nodeRect(node)});
    return boxes;
}

void CanvasView::moveTo(const QList<MoveNodes::Place> &places, const QString &label)
{
    if (!places.isEmpty())
        perform({MoveNodes{places}}, label);
}

void CanvasView::nudge(QPointF offset)
{
    QList<MoveNodes::Place> places;
    for (const NodeBox &box : selectedBoxes())
        places.append({box.node, box.rect.topLeft() + offset});
    const QString label = places.size() == 1 ? tr("Move %1").arg(nameOf(places.constFirst().node))
                                             : tr("Move %n nodes", nullptr, int(places.size()));
    moveTo(places, label);
}

void CanvasView::align(Alignment alignment)
{
    const QList<NodeBox> boxes = selectedBoxes();
    if (boxes.size() < 2)
        emit messageShown(tr("Select two or more nodes to align them."));
    moveTo(aligned(boxes, alignment), tr("Align %n nodes", nullptr, int(boxes.size())));
}

void CanvasView::distribute(Qt::Orientation direction)
{
    const QList<NodeBox> boxes = selectedBoxes();
    if (boxes.size() < 3)
        emit messageShown(tr("Select three or more nodes to distribute them."));
    moveTo(distributed(boxes, direction), tr("Distribute %n nodes", nullptr, int(boxes.size())));
}

} // namespace jackfield
