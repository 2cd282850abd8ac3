// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/editing/arrange.h"
#include "canvas/editing/canvas_editor.h"
#include "canvas/editing/reach.h"
#include "canvas/view/canvas_input.h"

#include <QKeyEvent>

namespace jackfield {

namespace {

constexpr double kSmallNudge = 8;
constexpr double kLargeNudge = 24;

QPoint directionOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return {-1, 0};
    case Qt::Key_Right:
        return {1, 0};
    case Qt::Key_Up:
        return {0, -1};
    case Qt::Key_Down:
        return {0, 1};
    default:
        return {};
    }
}

} // namespace

bool CanvasInput::pressKey(const QKeyEvent &event)
{
    const QPoint towards = directionOf(event.key());
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (event.key() == Qt::Key_Space && modifiers == Qt::NoModifier) {
        m_spaceHeld = true;
        updateCursor();
    } else if (event.key() == Qt::Key_Escape) {
        if (m_tool)
            cancelGesture();
        else
            m_editor.setSelection({});
    } else if ((event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) && modifiers == Qt::NoModifier) {
        requestEdit();
    } else if (!towards.isNull() && modifiers == Qt::NoModifier) {
        selectTowards(towards);
    } else if (!towards.isNull() && modifiers == Qt::ControlModifier) {
        nudge(m_editor, QPointF(towards) * kSmallNudge);
    } else if (!towards.isNull() && modifiers == Qt::ShiftModifier) {
        nudge(m_editor, QPointF(towards) * kLargeNudge);
    } else {
        return false;
    }
    return true;
}

bool CanvasInput::releaseKey(const QKeyEvent &event)
{
    if (event.key() != Qt::Key_Space || event.isAutoRepeat())
        return false;
    m_spaceHeld = false;
    updateCursor();
    return true;
}

void CanvasInput::requestEdit()
{
    const QSet<NodeId> &selected = m_editor.selection().nodes;
    if (selected.contains(m_editor.currentNode()))
        emit editRequested(m_editor.currentNode());
    else if (!selected.isEmpty())
        emit editRequested(m_editor.selectedNodes().constFirst());
}

void CanvasInput::selectTowards(QPoint direction)
{
    const Scene &scene = m_host.scene();
    const QRectF shown = m_host.shownArea();
    const NodeId next = nodeTowards(scene, m_editor.currentNode(), shown.center(), direction);
    if (next.isEmpty())
        return;
    m_editor.select({next});
    if (const QRectF rect = scene.nodeRect(next); !shown.contains(rect))
        m_host.setViewportState({.centre = rect.center(), .zoom = m_host.viewportState().zoom});
}

} // namespace jackfield
