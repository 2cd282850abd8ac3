// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/editing/canvas_mime.h"
#include "canvas/scene/node_geometry.h"
#include "canvas/tools/tool.h"
#include "canvas/view/canvas_view.h"
#include "canvas/view/gesture_state.h"
#include "model/document/document.h"
#include "model/document/trial.h"
#include "model/json/json_reader.h"
#include "model/json/json_writer.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace jackfield {

Json CanvasView::copied() const
{
    return m_document.kind().lens().copyFragment(m_document.state(), m_document.graph(), selectedNodes());
}

void CanvasView::copySelection() const
{
    if (m_selection.nodes.isEmpty())
        return;
    const QByteArray json = writeJson(copied(), JsonStyle{});
    auto mime = std::make_unique<QMimeData>();
    mime->setData(kSelectionMime, json);
    mime->setText(QString::fromUtf8(json));
    QGuiApplication::clipboard()->setMimeData(mime.release());
}

void CanvasView::cutSelection()
{
    const QList<NodeId> nodes = selectedNodes();
    if (nodes.isEmpty()) {
        emit messageShown(tr("Nothing is selected: click a node first."));
        return;
    }
    copySelection();
    const QString label = nodes.size() == 1 ? tr("Cut %1").arg(nameOf(nodes.constFirst()))
                                            : tr("Cut %n nodes", nullptr, int(nodes.size()));
    if (perform({RemoveNodes{nodes}}, label))
        setSelection({});
}

void CanvasView::duplicateSelection()
{
    duplicate({measure::kGrid, measure::kGrid});
}

void CanvasView::duplicate(QPointF offset)
{
    const QList<NodeId> nodes = selectedNodes();
    if (nodes.isEmpty()) {
        emit messageShown(tr("Nothing is selected: click a node first."));
        return;
    }
    const QString label = nodes.size() == 1 ? tr("Duplicate %1").arg(nameOf(nodes.constFirst()))
                                            : tr("Duplicate %n nodes", nullptr, int(nodes.size()));
    if (const auto delta = perform({Paste{copied(), boundsOf(nodes).topLeft() + offset}}, label))
        select(delta->addedNodes);
}

void CanvasView::paste()
{
    QByteArray json;
    if (const QMimeData *mime = QGuiApplication::clipboard()->mimeData())
        json = mime->hasFormat(kSelectionMime) ? mime->data(kSelectionMime) : mime->text().toUtf8();
    if (json.trimmed().isEmpty()) {
        emit messageShown(tr("The clipboard holds no nodes: copy some first."));
        return;
    }
    pasteText(json, placeForNew());
}

void CanvasView::pasteText(const QByteArray &json, QPointF centre)
{
    const auto fragment = parseJson(json);
    if (!fragment) {
        emit messageShown(tr("The clipboard holds text, not nodes: copy nodes in a flow first."));
        return;
    }
    const QByteArray kind = (*fragment)["kind"].toUtf8();
    if (!fragment->isObject() || !fragment->contains("jackfield") || kind.isEmpty()) {
        emit messageShown(tr("This JSON is not a copy of nodes: open it as a file to get a flow of its own."));
        return;
    }
    if (const KindInfo &info = m_document.kind().info(); kind != info.id) {
        emit messageShown(
            tr("These nodes come from a \"%1\" and do not fit a \"%2\": paste them into a flow of the same kind.")
                .arg(QString::fromUtf8(kind), QString::fromUtf8(info.id)));
        return;
    }
    // Pasted once on a copy, to know how large it is: its middle goes to the wanted place.
    Trial trial(m_document);
    const auto tried = trial.add(Paste{*fragment, {}});
    if (!tried) {
        emit messageShown(tried.error().message);
        return;
    }
    QRectF bounds;
    for (const NodeId &id : tried->addedNodes) {
        const Node *node = trial.graph().node(id);
        bounds |= QRectF(node->position.value_or(QPointF()), Scene::nodeSize(*node));
    }
    const QPointF place = snapped(centre - QPointF(bounds.width(), bounds.height()) / 2, {});
    const qsizetype count = tried->addedNodes.size();
    if (const auto delta
        = perform({Paste{*fragment, place}}, count == 1 ? tr("Paste node") : tr("Paste %n nodes", nullptr, int(count))))
        select(delta->addedNodes);
}

} // namespace jackfield
