// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/tools/tool.h"

namespace jackfield {

/// Holds the scene by the point that was pressed. Cancelling goes back to where it was.
class PanTool : public Tool
{
public:
    PanTool(ToolHost &host, QPointF scenePoint);

    void move(QPointF scenePoint, Qt::KeyboardModifiers modifiers) override;
    void release(QPointF scenePoint, Qt::KeyboardModifiers modifiers) override;
    void cancel() override;
    QCursor cursor() const override { return Qt::ClosedHandCursor; }

private:
    QPointF m_held;
    Viewport m_before;
};

} // namespace jackfield
