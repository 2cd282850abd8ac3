// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/tools/tool.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

class QAbstractScrollArea;
class QContextMenuEvent;
class QDropEvent;
class QKeyEvent;
class QMimeData;
class QMouseEvent;

namespace jackfield {

class CanvasEditor;

/// What mouse, keys and drops do on a canvas: a press starts a gesture, moves feed it, its release or Escape ends it.
class CanvasInput : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive it. `area` is the widget that has the focus; the events are those of its viewport.
    CanvasInput(ToolHost &host, CanvasEditor &editor, QAbstractScrollArea &area);
    ~CanvasInput() override;

    bool handle(QEvent &event); ///< of the viewport; true when that was all there is to do
    bool pressKey(const QKeyEvent &event); ///< true when it meant something
    bool releaseKey(const QKeyEvent &event);
    void loseFocus(Qt::FocusReason reason);
    void cancelGesture(); ///< as Escape does; leaves no trace
    void paint(QPainter &painter) const; ///< what the gesture under way shows, in scene coordinates
    std::optional<QPointF> pointer() const; ///< scene point under it; none while it is elsewhere

signals:
    void editRequested(const jackfield::NodeId &node); ///< double click, Enter
    /// Right click, Menu key or long press; what is under it is selected by then. Global position.
    void contextMenuRequested(const QPoint &globalPosition);

private:
    void press(const QMouseEvent &event);
    void move(const QMouseEvent &event);
    void release(const QMouseEvent &event);
    void doubleClick(const QMouseEvent &event);
    void showContextMenu(const QContextMenuEvent &event);
    void drop(const QDropEvent &event);
    void selectUnder(QPointF scenePoint);
    void startTool(std::unique_ptr<Tool> tool);
    void hover(const SceneHit &hit);
    void updateCursor();
    void scrollNearBorder();
    void requestEdit();
    void selectTowards(QPoint direction);

    ToolHost &m_host;
    CanvasEditor &m_editor;
    QAbstractScrollArea &m_area;
    std::unique_ptr<Tool> m_tool; ///< the gesture under way
    Qt::MouseButton m_button = Qt::NoButton; ///< that started it
    QTimer m_scroll; ///< runs while it holds the pointer near the border
    QPointF m_pointer; ///< the last one, view coordinates
    Qt::KeyboardModifiers m_modifiers;
    SceneHit m_hover; ///< what is under the pointer
    bool m_pointerInside = false;
    bool m_spaceHeld = false;
};

} // namespace jackfield
