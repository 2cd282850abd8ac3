// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/tools/pan_tool.h"

namespace jackfield {

PanTool::PanTool(ToolHost &host, QPointF scenePoint)
    : Tool(host), m_held(scenePoint), m_before(host.viewportState()) { }

void PanTool::move(QPointF scenePoint, Qt::KeyboardModifiers)
{
    m_host.panBy((scenePoint - m_held) * m_host.viewportState().zoom);
}

void PanTool::release(QPointF scenePoint, Qt::KeyboardModifiers modifiers)
{
    move(scenePoint, modifiers);
}

void PanTool::cancel()
{
    m_host.setViewportState(m_before);
}

} // namespace jackfield
