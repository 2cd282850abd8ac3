// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/editing/clipboard.h"

#include "canvas/editing/canvas_editor.h"
#include "model/document/document.h"
#include "model/document/trial.h"
#include "model/json/json_reader.h"
#include "model/json/json_writer.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

#include <memory>

namespace jackfield {

namespace {

Json copied(const CanvasEditor &editor)
{
    const Document &document = editor.document();
    return document.kind().lens().copyFragment(document.state(), document.graph(), editor.selectedNodes());
}

/// The label of a command on the selected nodes, of one by its name.
QString labelFor(const CanvasEditor &editor, const QString &one, const QString &several)
{
    const QList<NodeId> nodes = editor.selectedNodes();
    return nodes.size() == 1 ? one.arg(editor.nameOf(nodes.constFirst())) : several;
}

bool hasSelectedNodes(CanvasEditor &editor)
{
    const bool any = !editor.selection().nodes.isEmpty();
    if (!any)
        editor.showMessage(CanvasEditor::tr("Nothing is selected: click a node first."));
    return any;
}

Error refusal(const QString &message)
{
    return {.code = "invalid_fragment", .message = message};
}

// What was copied from a flow of the same kind, or a sentence that says what it is instead.
Result<Json> readFragment(const QByteArray &json, const KindInfo &info)
{
    Result<Json> fragment = parseJson(json);
    if (!fragment)
        return refusal(CanvasEditor::tr("The clipboard holds text, not nodes: copy nodes in a flow first."));
    const QByteArray kind = (*fragment)["kind"].toUtf8();
    if (!fragment->isObject() || !fragment->contains("jackfield") || kind.isEmpty())
        return refusal(
            CanvasEditor::tr("This JSON is not a copy of nodes: open it as a file to get a flow of its own."));
    if (kind != info.id)
        return refusal(
            CanvasEditor::tr(
                "These nodes come from a \"%1\" and do not fit a \"%2\": paste them into a flow of the same kind.")
                .arg(QString::fromUtf8(kind), QString::fromUtf8(info.id)));
    return fragment;
}

} // namespace

void copySelection(const CanvasEditor &editor)
{
    if (editor.selection().nodes.isEmpty())
        return;
    const QByteArray json = writeJson(copied(editor), JsonStyle{});
    auto mime = std::make_unique<QMimeData>();
    mime->setData(kSelectionMime, json);
    mime->setText(QString::fromUtf8(json));
    QGuiApplication::clipboard()->setMimeData(mime.release());
}

void cutSelection(CanvasEditor &editor)
{
    if (!hasSelectedNodes(editor))
        return;
    copySelection(editor);
    const QList<NodeId> nodes = editor.selectedNodes();
    const QString label
        = labelFor(editor, CanvasEditor::tr("Cut %1"), CanvasEditor::tr("Cut %n nodes", nullptr, int(nodes.size())));
    if (editor.perform({RemoveNodes{nodes}}, label))
        editor.setSelection({});
}

void duplicateSelection(CanvasEditor &editor, QPointF offset)
{
    if (!hasSelectedNodes(editor))
        return;
    const QList<NodeBox> boxes = editor.selectedBoxes();
    const QString label = labelFor(
        editor, CanvasEditor::tr("Duplicate %1"), CanvasEditor::tr("Duplicate %n nodes", nullptr, int(boxes.size())));
    if (const auto delta = editor.perform({Paste{copied(editor), boundsOf(boxes).topLeft() + offset}}, label))
        editor.select(delta->addedNodes);
}

void paste(CanvasEditor &editor, QPointF centre)
{
    QByteArray json;
    if (const QMimeData *mime = QGuiApplication::clipboard()->mimeData())
        json = mime->hasFormat(kSelectionMime) ? mime->data(kSelectionMime) : mime->text().toUtf8();
    if (json.trimmed().isEmpty()) {
        editor.showMessage(CanvasEditor::tr("The clipboard holds no nodes: copy some first."));
        return;
    }
    pasteText(editor, json, centre);
}

void pasteText(CanvasEditor &editor, const QByteArray &json, QPointF centre)
{
    const Result<Json> fragment = readFragment(json, editor.document().kind().info());
    if (!fragment) {
        editor.showMessage(fragment.error().message);
        return;
    }
    // Pasted once on a copy, to know how large it is: its middle goes to the wanted point.
    Trial trial(editor.document());
    const auto tried = trial.add(Paste{*fragment, {}});
    if (!tried) {
        editor.showMessage(tried.error().message);
        return;
    }
    QRectF bounds;
    for (const NodeId &id : tried->addedNodes)
        bounds |= rectOf(*trial.graph().node(id));
    const QPointF position = editor.snapped(centre - QPointF(bounds.width(), bounds.height()) / 2);
    const qsizetype count = tried->addedNodes.size();
    const QString label
        = count == 1 ? CanvasEditor::tr("Paste node") : CanvasEditor::tr("Paste %n nodes", nullptr, int(count));
    if (const auto delta = editor.perform({Paste{*fragment, position}}, label))
        editor.select(delta->addedNodes);
}

} // namespace jackfield
