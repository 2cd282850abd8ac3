// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/tools/connect_tool.h"

namespace jackfield {

void ConnectTool::attach(const NodeId &from, const QByteArray &port, const NodeId &to)
{
    m_host.perform({Connect{from, port, to}}, tr("Connect %1 to %2").arg(m_host.nameOf(from), m_host.nameOf(to)));
}

void ConnectTool::dropOnEmpty(QPointF scenePoint)
{
    m_host.openQuickAdd(scenePoint, wire());
}

void ConnectTool::click()
{
    m_host.setSelection({.nodes = {wire().node}, .edges = {}});
}

} // namespace jackfield
