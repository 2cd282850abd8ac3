// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/tools/tool_host.h"

#include <QCoreApplication>
#include <QCursor>
#include <QPointF>

class QPainter;

namespace jackfield {

/// One gesture from press to release. Made at the press, gone after release or cancel; the host outlives it.
/// Nothing of the document changes before release(); cancel() (Escape, lost capture) leaves no trace.
class Tool
{
    Q_DECLARE_TR_FUNCTIONS(Tool)

public:
    explicit Tool(ToolHost &host) : m_host(host) { }
    Tool(const Tool &) = delete;
    Tool &operator=(const Tool &) = delete;
    virtual ~Tool() = default;

    /// Positions are scene coordinates; modifiers are those of the moment.
    virtual void move(QPointF scenePoint, Qt::KeyboardModifiers modifiers) = 0;
    virtual void release(QPointF scenePoint, Qt::KeyboardModifiers modifiers) = 0;
    virtual void cancel() = 0;
    /// Feedback above the scene; the painter is in scene coordinates.
    virtual void paint(QPainter &) const { }
    virtual QCursor cursor() const { return Qt::ArrowCursor; }
    /// Whether the view follows the pointer when it comes near the border.
    virtual bool autoScrolls() const { return false; }

protected:
    /// The pointer went farther than a hand shakes during a click.
    bool isDrag(QPointF pressed, QPointF now) const;

    ToolHost &m_host;
};

} // namespace jackfield
