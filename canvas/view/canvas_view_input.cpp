// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/tools/tool.h"
#include "canvas/view/canvas_view.h"

namespace jackfield {

bool CanvasView::viewportEvent(QEvent *event)
{
    return zoomGesture(event) || QAbstractScrollArea::viewportEvent(event);
}

void CanvasView::keyPressEvent(QKeyEvent *event)
{
    QAbstractScrollArea::keyPressEvent(event);
}

void CanvasView::keyReleaseEvent(QKeyEvent *event)
{
    QAbstractScrollArea::keyReleaseEvent(event);
}

} // namespace jackfield
