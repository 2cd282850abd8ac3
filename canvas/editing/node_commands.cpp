// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/editing/node_commands.h"

#include "canvas/editing/canvas_editor.h"
#include "canvas/scene/node_geometry.h"
#include "model/document/document.h"
#include "model/document/trial.h"

#include <algorithm>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

// Where a new node lies so that the pointer is in the middle of its header, or on its port.
constexpr QPointF kHeaderMiddle(measure::kNodeWidth / 2, measure::kHeader / 2);
constexpr QPointF kInputPort(0, measure::kHeader / 2);
constexpr QPointF kOutputPort(measure::kNodeWidth, measure::kHeader / 2);

GraphEdit wiring(const OpenWire &wire, const NodeId &other, const QByteArray &output)
{
    return wire.forward ? Connect{wire.node, wire.port, other} : Connect{other, output, wire.node};
}

const NodeType *knownType(CanvasEditor &editor, const QByteArray &type)
{
    const NodeType *known = editor.document().kind().catalog().find(type);
    if (!known)
        editor.showMessage(CanvasEditor::tr("This flow has no node type \"%1\".").arg(QString::fromUtf8(type)));
    return known;
}

} // namespace

void addNode(CanvasEditor &editor, const QByteArray &type, QPointF scenePoint)
{
    const NodeType *known = knownType(editor, type);
    if (!known)
        return;
    QPointF position = editor.snapped(scenePoint - kHeaderMiddle);
    const auto taken = [&editor](QPointF point) {
        return std::ranges::any_of(
            editor.graph().nodes(), [&](const Node &node) { return node.position.value_or(QPointF()) == point; });
    };
    while (taken(position)) // several in a row would otherwise hide each other
        position += QPointF(measure::kGrid, measure::kGrid);
    const QString label = CanvasEditor::tr("Add %1").arg(u"\"%1\""_s.arg(known->title));
    if (const auto delta = editor.perform({AddNode{type, position, {}}}, label))
        editor.select(delta->addedNodes);
}

void addWired(CanvasEditor &editor, const QByteArray &type, QPointF scenePoint, const OpenWire &wire)
{
    const NodeType *known = knownType(editor, type);
    if (!known)
        return;
    const QPointF position = editor.snapped(scenePoint - (wire.forward ? kInputPort : kOutputPort));
    Trial trial(editor.document());
    const auto added = trial.add(AddNode{type, position, {}});
    if (!added) {
        editor.showMessage(added.error().message);
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
        editor.showMessage(
            refusal ? refusal->message : CanvasEditor::tr("A \"%1\" cannot be connected here.").arg(known->title));
        return;
    }
    const QString label = CanvasEditor::tr("Add %1 and connect it").arg(u"\"%1\""_s.arg(known->title));
    if (editor.perform(trial.edits(), label))
        editor.select(added->addedNodes);
}

QList<const NodeType *> typesThatFit(const Catalog &catalog, const std::optional<OpenWire> &wire)
{
    QList<const NodeType *> types;
    for (const NodeType &type : catalog.types()) {
        if (!wire || (wire->forward ? type.acceptsInput : !type.ports.isEmpty() || !type.portList.isEmpty()))
            types.append(&type);
    }
    return types;
}

void removeSelection(CanvasEditor &editor)
{
    const Selection &selection = editor.selection();
    const QList<NodeId> nodes = editor.selectedNodes();
    QList<EdgeId> edges;
    for (const Edge &edge : editor.graph().edges()) {
        // Those that touch a node go with it.
        if (selection.edges.contains(edge.id) && !selection.nodes.contains(edge.from)
            && !selection.nodes.contains(edge.to))
            edges.append(edge.id);
    }
    GraphEdits edits;
    if (!edges.isEmpty())
        edits.append(RemoveEdges{edges});
    if (!nodes.isEmpty())
        edits.append(RemoveNodes{nodes});
    if (edits.isEmpty()) {
        editor.showMessage(CanvasEditor::tr("Nothing is selected: click a node or a connection first."));
        return;
    }
    QString label = CanvasEditor::tr("Delete %n nodes", nullptr, int(nodes.size()));
    if (nodes.size() == 1)
        label = CanvasEditor::tr("Delete %1").arg(editor.nameOf(nodes.constFirst()));
    else if (nodes.isEmpty())
        label = edges.size() == 1 ? CanvasEditor::tr("Delete connection")
                                  : CanvasEditor::tr("Delete %n connections", nullptr, int(edges.size()));
    if (editor.perform(edits, label))
        editor.setSelection({});
}

// Edges keep their ids and labels, only their end moves.
void removeAndReconnect(CanvasEditor &editor)
{
    const QList<NodeId> nodes = editor.selectedNodes();
    if (nodes.size() != 1) {
        editor.showMessage(
            CanvasEditor::tr("Select one node to delete it and connect what is before it to what is after it."));
        return;
    }
    const NodeId &gone = nodes.constFirst();
    const Graph &graph = editor.graph();
    NodeId next;
    for (const Edge *edge : graph.edgesFrom(gone)) {
        if (edge->to == gone || !graph.node(edge->to))
            continue;
        if (!next.isEmpty() && next != edge->to) {
            editor.showMessage(
                CanvasEditor::tr("%1 leads to several nodes: delete it and connect what is left by hand.")
                    .arg(editor.nameOf(gone)));
            return;
        }
        next = edge->to;
    }
    GraphEdits edits;
    for (const Edge *edge : graph.edgesTo(gone)) {
        // An edge that may not lead there, a second one to the same node for instance, goes with the node.
        if (!next.isEmpty() && edge->from != gone
            && editor.document().kind().lens().canConnect(graph, edge->from, edge->port, next, edge->id))
            edits.append(Reconnect{edge->id, edge->from, edge->port, next});
    }
    edits.append(RemoveNodes{nodes});
    if (editor.perform(edits, CanvasEditor::tr("Delete %1 and reconnect").arg(editor.nameOf(gone))))
        editor.setSelection({});
}

} // namespace jackfield
