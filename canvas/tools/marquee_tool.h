// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/tools/tool.h"

namespace jackfield {

/// Selects what a rectangle touches: alone, added (Shift) or toggled (Ctrl); with Alt only what lies wholly inside.
/// Edges are selected by a rectangle that touches no node. A click on empty canvas selects nothing.
class MarqueeTool : public Tool
{
public:
    MarqueeTool(ToolHost &host, QPointF scenePoint);

    void move(QPointF scenePoint, Qt::KeyboardModifiers modifiers) override;
    void release(QPointF scenePoint, Qt::KeyboardModifiers modifiers) override;
    void cancel() override;
    void paint(QPainter &painter) const override;
    QCursor cursor() const override { return Qt::CrossCursor; }
    bool autoScrolls() const override { return m_dragging; }

private:
    void setArea(const QRectF &area);

    QPointF m_origin;
    QRectF m_area;
    Selection m_before;
    bool m_dragging = false;
};

} // namespace jackfield
