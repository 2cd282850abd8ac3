// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/tools/reconnect_tool.h"

#include "model/document/document.h"

namespace jackfield {

void ReconnectTool::attach(const NodeId &from, const QByteArray &port, const NodeId &to)
{
    const Edge *edge = m_host.document().graph().edge(wire().edge);
    if (!edge || (edge->from == from && edge->port == port && edge->to == to))
        return;
    m_host.perform(
        {Reconnect{wire().edge, from, port, to}}, tr("Reconnect %1 to %2").arg(m_host.nameOf(from), m_host.nameOf(to)));
}

void ReconnectTool::dropOnEmpty(QPointF)
{
    m_host.showMessage(tr("The connection stays: drop its end on a node, or press Delete to remove it."));
}

void ReconnectTool::click()
{
    m_host.setSelection({.nodes = {}, .edges = {wire().edge}});
}

} // namespace jackfield
