// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/tools/tool.h"
#include "canvas/view/canvas_view.h"
#include "canvas/view/gesture_state.h"
#include "model/document/document.h"

#include <QKeyEvent>

#include <cmath>
#include <limits>

namespace jackfield {

namespace {

constexpr double kSmallNudge = 8;
constexpr double kLargeNudge = 24;

QPoint direction(int key)
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

// Tab alone opens the list of nodes; Shift+Tab leaves the canvas. Children of the canvas ask here, too.
bool CanvasView::focusNextPrevChild(bool next)
{
    if (!next || !hasFocus())
        return QAbstractScrollArea::focusNextPrevChild(next);
    openQuickAdd(placeForNew());
    return true;
}

void CanvasView::keyPressEvent(QKeyEvent *event)
{
    const QPoint towards = direction(event->key());
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    if (event->key() == Qt::Key_Space && modifiers == Qt::NoModifier) {
        m_gesture->spaceHeld = true;
        updateCursor();
    } else if (event->key() == Qt::Key_Escape) {
        if (m_tool)
            cancelGesture();
        else
            setSelection({});
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && modifiers == Qt::NoModifier) {
        if (m_selection.nodes.contains(m_gesture->focus))
            emit editRequested(m_gesture->focus);
        else if (!m_selection.nodes.isEmpty())
            emit editRequested(selectedNodes().constFirst());
    } else if (!towards.isNull() && modifiers == Qt::NoModifier) {
        focusTowards(towards);
    } else if (!towards.isNull() && modifiers == Qt::ControlModifier) {
        nudge(QPointF(towards) * kSmallNudge);
    } else if (!towards.isNull() && modifiers == Qt::ShiftModifier) {
        nudge(QPointF(towards) * kLargeNudge);
    } else {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void CanvasView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Space || event->isAutoRepeat()) {
        QAbstractScrollArea::keyReleaseEvent(event);
        return;
    }
    m_gesture->spaceHeld = false;
    updateCursor();
}

// The nearest node that way: what lies aside counts double, what lies more aside than ahead does not count.
void CanvasView::focusTowards(QPoint direction)
{
    const Graph &graph = m_document.graph();
    if (graph.nodes().isEmpty())
        return;
    const bool known = graph.node(m_gesture->focus);
    const QPointF from = known ? m_scene.nodeRect(m_gesture->focus).center() : toScene(viewport()->rect().center());
    NodeId best;
    double shortest = std::numeric_limits<double>::max();
    for (const Node &node : graph.nodes()) {
        const QPointF way = m_scene.nodeRect(node.id).center() - from;
        const double ahead = QPointF::dotProduct(way, direction);
        const double aside = std::abs(direction.x() != 0 ? way.y() : way.x());
        if (known && (node.id == m_gesture->focus || ahead <= 0 || aside > 2 * ahead))
            continue;
        if (const double distance = std::abs(ahead) + 2 * aside; distance < shortest) {
            shortest = distance;
            best = node.id;
        }
    }
    if (best.isEmpty())
        return;
    m_gesture->focus = best;
    setSelection({.nodes = {best}, .edges = {}});
    if (!shownArea().contains(m_scene.nodeRect(best)))
        centreOn(best);
}

} // namespace jackfield
