// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/tools/connect_tool.h"

namespace jackfield {

void ConnectTool::attach(const NodeId &from, const QByteArray &port, const NodeId &to)
{
    m_view.perform(
        {Connect{from, port, to}}, CanvasView::tr("Connect %1 to %2").arg(m_view.nameOf(from), m_view.nameOf(to)));
}

void ConnectTool::dropOnEmpty(QPointF scenePoint)
{
    m_view.openQuickAdd(scenePoint, wire());
}

void ConnectTool::click()
{
    m_view.setSelection({.nodes = {wire().node}, .edges = {}});
}

} // namespace jackfield
