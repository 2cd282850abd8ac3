// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/tools/marquee_tool.h"

#include <QPainter>

namespace jackfield {

namespace {

template <typename T> QSet<T> combined(const QSet<T> &before, const QSet<T> &touched, Qt::KeyboardModifiers modifiers)
{
    if (modifiers & Qt::ControlModifier)
        return (before - touched) | (touched - before);
    if (modifiers & Qt::ShiftModifier)
        return before | touched;
    return touched;
}

} // namespace

MarqueeTool::MarqueeTool(ToolHost &host, QPointF scenePoint)
    : Tool(host), m_origin(scenePoint), m_before(host.selection())
{
}

void MarqueeTool::setArea(const QRectF &area)
{
    const double margin = 2 / m_host.viewportState().zoom;
    m_host.updateOverlay((m_area | area).adjusted(-margin, -margin, margin, margin));
    m_area = area;
}

void MarqueeTool::move(QPointF scenePoint, Qt::KeyboardModifiers modifiers)
{
    m_dragging = m_dragging || isDrag(m_origin, scenePoint);
    if (!m_dragging)
        return;
    setArea(QRectF(m_origin, scenePoint).normalized());
    const bool wholly = modifiers & Qt::AltModifier;
    const QList<NodeId> nodes = m_host.scene().nodesIn(m_area, wholly);
    QList<EdgeId> edges;
    if (nodes.isEmpty() && !wholly)
        edges = m_host.scene().edgesIn(m_area);
    m_host.setSelection(
        {combined(m_before.nodes, QSet<NodeId>(nodes.cbegin(), nodes.cend()), modifiers),
         combined(m_before.edges, QSet<EdgeId>(edges.cbegin(), edges.cend()), modifiers)});
}

void MarqueeTool::release(QPointF scenePoint, Qt::KeyboardModifiers modifiers)
{
    move(scenePoint, modifiers);
    if (!m_dragging && !(modifiers & (Qt::ShiftModifier | Qt::ControlModifier)))
        m_host.setSelection({});
    setArea({});
}

void MarqueeTool::cancel()
{
    m_host.setSelection(m_before);
    setArea({});
}

void MarqueeTool::paint(QPainter &painter) const
{
    if (m_area.isNull())
        return;
    QColor fill = m_host.theme().accent;
    QPen pen(fill, 1);
    pen.setCosmetic(true);
    fill.setAlphaF(0.12F);
    painter.setPen(pen);
    painter.setBrush(fill);
    painter.drawRect(m_area);
}

} // namespace jackfield
