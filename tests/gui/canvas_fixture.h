// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/editing/canvas_editor.h"
#include "canvas/view/canvas_view.h"
#include "model/document/document.h"
#include "model/json/json_writer.h"
#include "tests/support/kinds/fake_kind.h"

#include <QMouseEvent>
#include <QTest>
#include <QThreadPool>

namespace jackfield {

/// A canvas of 1200 x 800 over the fake kind, at 100 %, with the scene's origin at (100, 200) of the view.
struct CanvasFixture
{
    explicit CanvasFixture(FlowState state = fakeChain(2)) : CanvasFixture(std::move(state), nullptr) { }
    CanvasFixture(FlowState state, QThreadPool &workers) : CanvasFixture(std::move(state), &workers) { }

    QPoint at(QPointF scenePoint) const { return view.toView(scenePoint).toPoint(); }
    void press(QPointF scenePoint, Qt::MouseButton button = Qt::LeftButton, Qt::KeyboardModifiers modifiers = {})
    {
        held = button;
        send(QEvent::MouseButtonPress, at(scenePoint), button, modifiers);
    }
    void move(QPointF scenePoint, Qt::KeyboardModifiers modifiers = {}) { moveTo(at(scenePoint), modifiers); }
    void moveTo(QPoint place, Qt::KeyboardModifiers modifiers = {})
    {
        send(QEvent::MouseMove, place, Qt::NoButton, modifiers);
    }
    void release(QPointF scenePoint, Qt::KeyboardModifiers modifiers = {})
    {
        const Qt::MouseButton button = std::exchange(held, Qt::NoButton);
        send(QEvent::MouseButtonRelease, at(scenePoint), button, modifiers);
    }
    void drag(QPointF from, QPointF to, Qt::KeyboardModifiers modifiers = {}, Qt::MouseButton button = Qt::LeftButton)
    {
        press(from, button, modifiers);
        move((from + to) / 2, modifiers);
        move(to, modifiers);
        release(to, modifiers);
    }
    void click(QPointF point, Qt::KeyboardModifiers modifiers = {}, Qt::MouseButton button = Qt::LeftButton)
    {
        press(point, button, modifiers);
        release(point, modifiers);
    }
    void doubleClick(QPointF point)
    {
        click(point);
        send(QEvent::MouseButtonDblClick, at(point), Qt::LeftButton, {});
        send(QEvent::MouseButtonRelease, at(point), Qt::LeftButton, {});
    }

    QPointF middle(const char *node) const { return view.scene().nodeRect(NodeId(QByteArray(node))).center(); }
    QPointF place(const char *node) const { return view.scene().nodeRect(NodeId(QByteArray(node))).topLeft(); }
    QPointF input(const char *node) const { return view.scene().inputAnchor(NodeId(QByteArray(node))); }
    QPointF output(const char *node, const char *port) const
    {
        return view.scene().outputAnchor(NodeId(QByteArray(node)), QByteArray(port));
    }
    /// Selected ids in alphabetical order.
    QString selected() const
    {
        QStringList names;
        for (const NodeId &node : view.selection().nodes)
            names.append(node.toString());
        for (const EdgeId &edge : view.selection().edges)
            names.append(edge.toString());
        names.sort();
        return names.join(u' ');
    }
    int steps() { return document.undoStack()->count(); }
    QByteArray json() const { return writeJson(document.content()); }
    /// "from.port>to" of every edge, in document order.
    QString edges() const
    {
        QStringList lines;
        for (const Edge &edge : document.graph().edges())
            lines.append(
                QStringLiteral("%1.%2>%3").arg(edge.from.toString(), QString::fromUtf8(edge.port), edge.to.toString()));
        return lines.join(u' ');
    }

    const Kind kind = fakeKind();
    Document document;
    QThreadPool ownWorkers;
    CanvasView view;
    QStringList messages;
    Qt::MouseButton held = Qt::NoButton;

private:
    CanvasFixture(FlowState state, QThreadPool *workers)
        : document(kind, std::move(state)), view(document, workers ? *workers : ownWorkers)
    {
        view.setAnimated(false);
        view.resize(1200, 800);
        view.show();
        view.activateWindow();
        (void)QTest::qWaitForWindowActive(&view);
        view.setFocus();
        view.setViewportState({.centre = {500, 200}, .zoom = 1});
        QObject::connect(
            &view, &CanvasView::messageShown, &view, [this](const QString &text) { messages.append(text); });
    }
    void send(QEvent::Type type, QPoint place, Qt::MouseButton button, Qt::KeyboardModifiers modifiers)
    {
        QMouseEvent event(type, place, view.viewport()->mapToGlobal(place), button, held, modifiers);
        QCoreApplication::sendEvent(view.viewport(), &event);
    }
};

} // namespace jackfield
