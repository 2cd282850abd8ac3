// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCursor>
#include <QPointF>

class QKeyEvent;
class QPainter;

namespace jackfield {

class CanvasView;

/// One gesture from press to release. Made by the view at the press, gone after release or cancel.
/// Nothing of the document changes before release(); cancel() (Escape, lost capture) leaves no trace.
class Tool
{
public:
    explicit Tool(CanvasView &view) : m_view(view) { }
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

    CanvasView &m_view;
};

} // namespace jackfield
