// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/scene/node_geometry.h"
#include "canvas/tools/tool.h"
#include "canvas/view/canvas_view.h"
#include "canvas/view/gesture_state.h"
#include "canvas/view/quick_add.h"
#include "model/document/document.h"
#include "model/document/trial.h"

#include <algorithm>
#include <cmath>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMaxNameLength = 40;
constexpr qsizetype kRecentTypes = 5;

// Where a new node lies so that the pointer is in the middle of its header, or on its port.
constexpr QPointF kHeaderMiddle(measure::kNodeWidth / 2, measure::kHeader / 2);
constexpr QPointF kInputPort(0, measure::kHeader / 2);
constexpr QPointF kOutputPort(measure::kNodeWidth, measure::kHeader / 2);

GraphEdit wiring(const OpenWire &wire, const NodeId &other, const QByteArray &output)
{
    return wire.forward ? Connect{wire.node, wire.port, other} : Connect{other, output, wire.node};
}

} // namespace

QPointF CanvasView::snapped(QPointF scenePoint, Qt::KeyboardModifiers modifiers) const
{
    if (!m_snaps || (modifiers & Qt::AltModifier))
        return {std::round(scenePoint.x()), std::round(scenePoint.y())};
    return {
        std::round(scenePoint.x() / measure::kSnap) * measure::kSnap,
        std::round(scenePoint.y() / measure::kSnap) * measure::kSnap};
}

void CanvasView::setCurrentNode(const NodeId &node)
{
    m_gesture->focus = node;
}

QString CanvasView::nameOf(const NodeId &id) const
{
    const Node *node = m_document.graph().node(id);
    QString name = node ? (node->title.isEmpty() ? node->typeTitle : node->title).simplified() : QString();
    if (name.isEmpty())
        name = id.toString();
    if (name.size() > kMaxNameLength)
        name = name.left(kMaxNameLength - 1) + u'…';
    return u"\"%1\""_s.arg(name);
}

std::optional<GraphDelta> CanvasView::perform(const GraphEdits &edits, const QString &label)
{
    GraphDelta delta;
    const auto listening = connect(
        &m_document, &Document::changed, this, [&delta](const DocumentChange &change) { delta = change.graph; });
    const auto done = m_document.apply(edits, label);
    disconnect(listening);
    emit messageShown(done ? QString() : done.error().message);
    return done ? std::optional(delta) : std::nullopt;
}

void CanvasView::select(const QList<NodeId> &nodes)
{
    if (nodes.isEmpty())
        return;
    m_gesture->focus = nodes.constFirst();
    setSelection({.nodes = QSet<NodeId>(nodes.cbegin(), nodes.cend()), .edges = {}});
}

QList<NodeId> CanvasView::selectedNodes() const
{
    QList<NodeId> nodes;
    if (m_selection.nodes.isEmpty())
        return nodes;
    nodes.reserve(m_selection.nodes.size());
    for (const Node &node : m_document.graph().nodes()) {
        if (m_selection.nodes.contains(node.id))
            nodes.append(node.id);
    }
    return nodes;
}

QRectF CanvasView::boundsOf(const QList<NodeId> &nodes) const
{
    QRectF bounds;
    for (const NodeId &node : nodes)
        bounds |= m_scene.nodeRect(node);
    return bounds;
}

void CanvasView::removeSelection()
{
    const QList<NodeId> nodes = selectedNodes();
    QList<EdgeId> edges;
    for (const Edge &edge : m_document.graph().edges()) {
        // Those that touch a node go with it.
        if (m_selection.edges.contains(edge.id) && !m_selection.nodes.contains(edge.from)
            && !m_selection.nodes.contains(edge.to))
            edges.append(edge.id);
    }
    GraphEdits edits;
    if (!edges.isEmpty())
        edits.append(RemoveEdges{edges});
    if (!nodes.isEmpty())
        edits.append(RemoveNodes{nodes});
    if (edits.isEmpty()) {
        emit messageShown(tr("Nothing is selected: click a node or a connection first."));
        return;
    }
    QString label = tr("Delete %n nodes", nullptr, int(nodes.size()));
    if (nodes.size() == 1)
        label = tr("Delete %1").arg(nameOf(nodes.constFirst()));
    else if (nodes.isEmpty())
        label = edges.size() == 1 ? tr("Delete connection") : tr("Delete %n connections", nullptr, int(edges.size()));
    if (perform(edits, label))
        setSelection({});
}

QPointF CanvasView::placeForNew() const
{
    return m_gesture->pointerInside ? toScene(m_gesture->pointer) : toScene(QPointF(viewport()->rect().center()));
}

void CanvasView::addNode(const QByteArray &type, std::optional<QPointF> scenePoint)
{
    const NodeType *known = m_document.kind().catalog().find(type);
    if (!known) {
        emit messageShown(tr("This flow has no node type \"%1\".").arg(QString::fromUtf8(type)));
        return;
    }
    QPointF place = snapped(scenePoint.value_or(toScene(QPointF(viewport()->rect().center()))) - kHeaderMiddle, {});
    const auto taken = [this](QPointF point) {
        return std::ranges::any_of(m_scene.nodesIn(QRectF(point, QSizeF(1, 1)), false), [&](const NodeId &node) {
            return m_scene.nodeRect(node).topLeft() == point;
        });
    };
    while (taken(place)) // several in a row would otherwise hide each other
        place += QPointF(measure::kGrid, measure::kGrid);
    if (const auto delta = perform({AddNode{type, place, {}}}, tr("Add %1").arg(u"\"%1\""_s.arg(known->title))))
        select(delta->addedNodes);
}

void CanvasView::addWired(const QByteArray &type, QPointF scenePoint, const OpenWire &wire)
{
    const NodeType *known = m_document.kind().catalog().find(type);
    const QPointF place = snapped(scenePoint - (wire.forward ? kInputPort : kOutputPort), {});
    Trial trial(m_document);
    const auto added = trial.add(AddNode{type, place, {}});
    if (!added) {
        emit messageShown(added.error().message);
        return;
    }
    // With the node in place, the first of its outputs that may be used; for a forward wire there is nothing to choose.
    std::optional<Error> refusal;
    bool wired = false;
    if (!added->addedNodes.isEmpty()) {
        const Node node = *trial.graph().node(added->addedNodes.constFirst());
        QList<QByteArray> outputs;
        for (const Port &port : node.outputs)
            outputs.append(port.id);
        for (const QByteArray &output : wire.forward ? QList<QByteArray>{{}} : outputs) {
            const auto connected = trial.add(wiring(wire, node.id, output));
            wired = bool(connected);
            if (wired)
                break;
            refusal = connected.error();
        }
    }
    if (!wired) {
        emit messageShown(refusal ? refusal->message : tr("A \"%1\" cannot be connected here.").arg(known->title));
        return;
    }
    if (const auto done
        = m_document.apply(trial.edits(), tr("Add %1 and connect it").arg(u"\"%1\""_s.arg(known->title)));
        !done)
        emit messageShown(done.error().message);
    else
        select(added->addedNodes);
}

void CanvasView::openQuickAdd(QPointF scenePoint, const std::optional<OpenWire> &wire)
{
    if (const QString &elsewhere = m_document.kind().info().drawnElsewhere; !elsewhere.isEmpty()) {
        emit messageShown(elsewhere);
        return;
    }
    QList<const NodeType *> types;
    const Catalog &catalog = m_document.kind().catalog();
    for (const NodeType &type : catalog.types()) {
        const bool fits
            = !wire || (wire->forward ? type.acceptsInput : !type.ports.isEmpty() || !type.portList.isEmpty());
        if (fits)
            types.append(&type);
    }
    const QList<QByteArray> recent = m_gesture->recentTypes;
    std::ranges::stable_sort(types, {}, [&](const NodeType *type) {
        const qsizetype rank = recent.indexOf(type->id);
        return rank < 0 ? recent.size() : rank;
    });
    delete m_gesture->quickAdd;
    m_gesture->quickAdd = new QuickAdd(types, this);
    connect(m_gesture->quickAdd, &QuickAdd::chosen, this, [this, scenePoint, wire](const QByteArray &type) {
        m_gesture->recentTypes.removeAll(type);
        m_gesture->recentTypes.prepend(type);
        m_gesture->recentTypes = m_gesture->recentTypes.mid(0, kRecentTypes);
        if (wire)
            addWired(type, scenePoint, *wire);
        else
            addNode(type, scenePoint);
    });
    m_gesture->quickAdd->openAt(viewport()->mapTo(this, toView(scenePoint).toPoint()));
}

} // namespace jackfield
