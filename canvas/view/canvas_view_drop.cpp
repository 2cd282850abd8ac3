// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/editing/canvas_mime.h"
#include "canvas/view/canvas_view.h"
#include "canvas/view/gesture_state.h"

#include <QDropEvent>
#include <QMimeData>

namespace jackfield {

bool CanvasView::acceptsDrop(const QMimeData &mime) const
{
    return mime.hasFormat(kNodeTypeMime) || mime.hasFormat(kJsonMime);
}

void CanvasView::drop(const QDropEvent &event)
{
    const QPointF point = toScene(event.position());
    setFocus(Qt::MouseFocusReason);
    if (event.mimeData()->hasFormat(kNodeTypeMime))
        addNode(event.mimeData()->data(kNodeTypeMime), point);
    else
        pasteText(event.mimeData()->data(kJsonMime), point);
}

} // namespace jackfield
