// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/tools/move_tool.h"

namespace jackfield {

MoveTool::MoveTool(ToolHost &host, const NodeId &node, QPointF scenePoint, Qt::KeyboardModifiers modifiers)
    : Tool(host), m_node(node), m_origin(scenePoint), m_before(host.selection())
{
    if (!(modifiers & (Qt::ShiftModifier | Qt::ControlModifier)) && !m_before.nodes.contains(node))
        m_host.setSelection({.nodes = {node}, .edges = {}});
}

void MoveTool::startDrag()
{
    m_dragging = true;
    Selection selection = m_host.selection();
    if (!selection.nodes.contains(m_node)) {
        selection.nodes.insert(m_node);
        m_host.setSelection(selection);
    }
    m_nodes = selection.nodes;
}

void MoveTool::move(QPointF scenePoint, Qt::KeyboardModifiers modifiers)
{
    if (!m_dragging) {
        if (!isDrag(m_origin, scenePoint))
            return;
        startDrag();
    }
    const QPointF from = m_host.scene().nodeRect(m_node).topLeft();
    m_offset = m_host.snapped(from + scenePoint - m_origin, modifiers) - from;
    m_host.setGhost(m_nodes, m_offset);
}

void MoveTool::release(QPointF scenePoint, Qt::KeyboardModifiers modifiers)
{
    move(scenePoint, modifiers);
    if (!m_dragging) {
        click(modifiers);
        return;
    }
    m_host.clearGhost();
    if (m_offset.isNull())
        return;
    if (modifiers & Qt::ControlModifier)
        m_host.duplicateSelection(m_offset);
    else
        m_host.moveSelection(m_offset);
}

void MoveTool::click(Qt::KeyboardModifiers modifiers)
{
    if (!(modifiers & (Qt::ShiftModifier | Qt::ControlModifier))) {
        m_host.setSelection({.nodes = {m_node}, .edges = {}});
        return;
    }
    Selection selection = m_host.selection();
    if (!selection.nodes.remove(m_node))
        selection.nodes.insert(m_node);
    m_host.setSelection(selection);
}

void MoveTool::cancel()
{
    m_host.clearGhost();
    m_host.setSelection(m_before);
}

} // namespace jackfield
