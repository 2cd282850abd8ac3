// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/tools/reconnect_tool.h"

#include "model/document/document.h"

namespace jackfield {

void ReconnectTool::attach(const NodeId &from, const QByteArray &port, const NodeId &to)
{
    const Edge *edge = m_view.document().graph().edge(wire().edge);
    if (!edge || (edge->from == from && edge->port == port && edge->to == to))
        return;
    m_view.perform(
        {Reconnect{wire().edge, from, port, to}},
        CanvasView::tr("Reconnect %1 to %2").arg(m_view.nameOf(from), m_view.nameOf(to)));
}

void ReconnectTool::dropOnEmpty(QPointF)
{
    emit m_view.messageShown(
        CanvasView::tr("The connection stays: drop its end on a node, or press Delete to remove it."));
}

void ReconnectTool::click()
{
    m_view.setSelection({.nodes = {}, .edges = {wire().edge}});
}

} // namespace jackfield
