// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/tools/pan_tool.h"

namespace jackfield {

PanTool::PanTool(CanvasView &view, QPointF scenePoint) : Tool(view), m_held(scenePoint), m_before(view.viewportState())
{
}

void PanTool::move(QPointF scenePoint, Qt::KeyboardModifiers)
{
    m_view.panBy((scenePoint - m_held) * m_view.viewportState().zoom);
}

void PanTool::release(QPointF scenePoint, Qt::KeyboardModifiers modifiers)
{
    move(scenePoint, modifiers);
}

void PanTool::cancel()
{
    m_view.setViewportState(m_before);
}

} // namespace jackfield
