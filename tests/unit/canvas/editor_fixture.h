// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/editing/canvas_editor.h"
#include "model/document/document.h"
#include "model/json/json_writer.h"
#include "tests/support/kinds/fake_kind.h"

namespace jackfield {

/// An editor over a document of the fake kind, without a widget: start -> step1 -> step2 -> stop, 304 apart.
struct EditorFixture
{
    explicit EditorFixture(FlowState state = fakeChain(2)) : document(kind, std::move(state)), editor(document)
    {
        QObject::connect(
            &editor, &CanvasEditor::messageShown, &editor, [this](const QString &text) { messages.append(text); });
    }

    void select(std::initializer_list<const char *> nodes)
    {
        Selection wanted;
        for (const char *node : nodes)
            wanted.nodes.insert(NodeId(QByteArray(node)));
        editor.setSelection(wanted);
    }
    /// Selected ids in alphabetical order.
    QString selected() const
    {
        QStringList names;
        for (const NodeId &node : editor.selection().nodes)
            names.append(node.toString());
        for (const EdgeId &edge : editor.selection().edges)
            names.append(edge.toString());
        names.sort();
        return names.join(u' ');
    }
    QPointF corner(const char *node) const ///< (-1, -1) when it has no position or does not exist
    {
        const Node *found = document.graph().node(NodeId(QByteArray(node)));
        return found ? found->position.value_or(QPointF(-1, -1)) : QPointF(-1, -1);
    }
    /// "from.port>to" of every edge, in document order.
    QString edges() const
    {
        QStringList lines;
        for (const Edge &edge : document.graph().edges())
            lines.append(
                QStringLiteral("%1.%2>%3").arg(edge.from.toString(), QString::fromUtf8(edge.port), edge.to.toString()));
        return lines.join(u' ');
    }
    int steps() { return document.undoStack()->count(); }
    QString lastLabel() { return document.undoStack()->undoText(); }
    QByteArray json() const { return writeJson(document.content()); }

    const Kind kind = fakeKind();
    Document document;
    CanvasEditor editor;
    QStringList messages;
};

} // namespace jackfield
