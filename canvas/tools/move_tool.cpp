// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/tools/move_tool.h"

#include "model/document/document.h"

namespace jackfield {

MoveTool::MoveTool(CanvasView &view, const NodeId &node, QPointF scenePoint, Qt::KeyboardModifiers modifiers)
    : Tool(view), m_node(node), m_origin(scenePoint), m_before(view.selection())
{
    if (!(modifiers & (Qt::ShiftModifier | Qt::ControlModifier)) && !m_before.nodes.contains(node))
        m_view.setSelection({.nodes = {node}, .edges = {}});
}

void MoveTool::startDrag()
{
    m_dragging = true;
    Selection selection = m_view.selection();
    if (!selection.nodes.contains(m_node)) {
        selection.nodes.insert(m_node);
        m_view.setSelection(selection);
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
    const QPointF from = m_view.scene().nodeRect(m_node).topLeft();
    m_offset = m_view.snapped(from + scenePoint - m_origin, modifiers) - from;
    m_view.setGhost(m_nodes, m_offset);
}

void MoveTool::release(QPointF scenePoint, Qt::KeyboardModifiers modifiers)
{
    move(scenePoint, modifiers);
    if (!m_dragging) {
        click(modifiers);
        return;
    }
    m_view.clearGhost();
    if (m_offset.isNull())
        return;
    if (modifiers & Qt::ControlModifier)
        m_view.duplicate(m_offset);
    else
        m_view.nudge(m_offset);
}

void MoveTool::click(Qt::KeyboardModifiers modifiers)
{
    if (!(modifiers & (Qt::ShiftModifier | Qt::ControlModifier))) {
        m_view.setSelection({.nodes = {m_node}, .edges = {}});
        return;
    }
    Selection selection = m_view.selection();
    if (!selection.nodes.remove(m_node))
        selection.nodes.insert(m_node);
    m_view.setSelection(selection);
}

void MoveTool::cancel()
{
    m_view.clearGhost();
    m_view.setSelection(m_before);
}

} // namespace jackfield
