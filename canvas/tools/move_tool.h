// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/tools/tool.h"

namespace jackfield {

/// Moves the selected nodes as a ghost; the document changes at the release, once. The pressed node snaps to the grid,
/// Alt suspends that. Released with Ctrl, copies are made instead. Without a drag it is a click, which selects.
class MoveTool : public Tool
{
public:
    MoveTool(ToolHost &host, const NodeId &node, QPointF scenePoint, Qt::KeyboardModifiers modifiers);

    void move(QPointF scenePoint, Qt::KeyboardModifiers modifiers) override;
    void release(QPointF scenePoint, Qt::KeyboardModifiers modifiers) override;
    void cancel() override;
    QCursor cursor() const override { return m_dragging ? Qt::SizeAllCursor : Qt::ArrowCursor; }
    bool autoScrolls() const override { return m_dragging; }

private:
    void startDrag();
    void click(Qt::KeyboardModifiers modifiers);

    NodeId m_node;
    QPointF m_origin;
    QPointF m_offset;
    Selection m_before;
    QSet<NodeId> m_nodes; ///< what moves; one object for the whole gesture
    bool m_dragging = false;
};

} // namespace jackfield
