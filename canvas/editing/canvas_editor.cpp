// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/editing/canvas_editor.h"

#include "canvas/scene/node_geometry.h"
#include "model/document/document.h"

#include <cmath>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMaxNameLength = 40;

} // namespace

CanvasEditor::CanvasEditor(Document &document, QObject *parent) : QObject(parent), m_document(document)
{
    connect(&m_document, &Document::changed, this, &CanvasEditor::deselectGone);
    connect(&m_document, &Document::undoRefused, this, &CanvasEditor::messageShown);
}

const Graph &CanvasEditor::graph() const
{
    return m_document.graph();
}

void CanvasEditor::deselectGone()
{
    Selection kept = m_selection;
    kept.nodes.removeIf([this](const NodeId &id) { return !graph().node(id); });
    kept.edges.removeIf([this](const EdgeId &id) { return !graph().edge(id); });
    setSelection(std::move(kept));
}

void CanvasEditor::setSelection(Selection selection)
{
    if (selection == m_selection)
        return;
    m_selection = std::move(selection);
    emit selectionChanged();
}

void CanvasEditor::select(const QList<NodeId> &nodes)
{
    if (nodes.isEmpty())
        return;
    m_current = nodes.constFirst();
    setSelection({.nodes = QSet<NodeId>(nodes.cbegin(), nodes.cend()), .edges = {}});
}

void CanvasEditor::selectAll()
{
    Selection all;
    all.nodes.reserve(graph().nodes().size());
    for (const Node &node : graph().nodes())
        all.nodes.insert(node.id);
    setSelection(std::move(all));
}

QList<NodeId> CanvasEditor::selectedNodes() const
{
    QList<NodeId> nodes;
    if (m_selection.nodes.isEmpty())
        return nodes;
    nodes.reserve(m_selection.nodes.size());
    for (const Node &node : graph().nodes()) {
        if (m_selection.nodes.contains(node.id))
            nodes.append(node.id);
    }
    return nodes;
}

QList<NodeBox> CanvasEditor::selectedBoxes() const
{
    QList<NodeBox> boxes;
    for (const NodeId &node : selectedNodes())
        boxes.append({node, rectOf(*graph().node(node))});
    return boxes;
}

QPointF CanvasEditor::snapped(QPointF scenePoint, Qt::KeyboardModifiers modifiers) const
{
    if (!m_snaps || (modifiers & Qt::AltModifier))
        return {std::round(scenePoint.x()), std::round(scenePoint.y())};
    return {
        std::round(scenePoint.x() / measure::kSnap) * measure::kSnap,
        std::round(scenePoint.y() / measure::kSnap) * measure::kSnap};
}

QString CanvasEditor::nameOf(const NodeId &id) const
{
    const Node *node = graph().node(id);
    QString name = node ? (node->title.isEmpty() ? node->typeTitle : node->title).simplified() : QString();
    if (name.isEmpty())
        name = id.toString();
    if (name.size() > kMaxNameLength)
        name = name.left(kMaxNameLength - 1) + u'…';
    return u"\"%1\""_s.arg(name);
}

std::optional<GraphDelta> CanvasEditor::perform(const GraphEdits &edits, const QString &label)
{
    return told(m_document.apply(edits, label));
}

std::optional<GraphDelta> CanvasEditor::perform(const FlowEdits &edits, const QString &label)
{
    return told(m_document.apply(edits, label));
}

std::optional<GraphDelta> CanvasEditor::told(const Result<GraphDelta> &done)
{
    showMessage(done ? QString() : done.error().message);
    return done ? std::optional(*done) : std::nullopt;
}

void CanvasEditor::addProvisionalPositions(const QHash<NodeId, QPointF> &positions)
{
    QHash<NodeId, QPointF> all = m_document.provisionalPositions();
    all.insert(positions);
    m_document.setProvisionalPositions(all);
}

QRectF boundsOf(const QList<NodeBox> &boxes)
{
    QRectF bounds;
    for (const NodeBox &box : boxes)
        bounds |= box.rect;
    return bounds;
}

} // namespace jackfield
