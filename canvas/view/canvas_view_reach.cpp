// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/tools/tool.h"
#include "canvas/view/canvas_view.h"
#include "model/document/document.h"

namespace jackfield {

void CanvasView::selectReachable(Reach reach)
{
    const Graph &graph = m_document.graph();
    QSet<NodeId> found = m_selection.nodes;
    const auto follow = [&](bool forwards) {
        QList<NodeId> open = m_selection.nodes.values();
        QSet<NodeId> seen = m_selection.nodes;
        while (!open.isEmpty()) {
            const NodeId node = open.takeLast();
            for (const Edge *edge : forwards ? graph.edgesFrom(node) : graph.edgesTo(node)) {
                const NodeId &next = forwards ? edge->to : edge->from;
                if (graph.node(next) && !seen.contains(next)) {
                    seen.insert(next);
                    open.append(next);
                }
            }
        }
        found |= seen;
    };
    if (reach != Reach::Upstream)
        follow(true);
    if (reach != Reach::Downstream)
        follow(false);
    setSelection({.nodes = found, .edges = {}});
}

// What led to the node leads to what followed it; edges keep their ids and labels, only their end moves.
void CanvasView::removeAndReconnect()
{
    const QList<NodeId> nodes = selectedNodes();
    if (nodes.size() != 1) {
        emit messageShown(tr("Select one node to delete it and connect what is before it to what is after it."));
        return;
    }
    const NodeId &gone = nodes.constFirst();
    const Graph &graph = m_document.graph();
    NodeId next;
    for (const Edge *edge : graph.edgesFrom(gone)) {
        if (edge->to == gone || !graph.node(edge->to))
            continue;
        if (!next.isEmpty() && next != edge->to) {
            emit messageShown(
                tr("%1 leads to several nodes: delete it and connect what is left by hand.").arg(nameOf(gone)));
            return;
        }
        next = edge->to;
    }
    GraphEdits edits;
    for (const Edge *edge : graph.edgesTo(gone)) {
        // An edge that may not lead there, a second one to the same node for instance, goes with the node.
        if (!next.isEmpty() && edge->from != gone
            && m_document.kind().lens().canConnect(graph, edge->from, edge->port, next, edge->id))
            edits.append(Reconnect{edge->id, edge->from, edge->port, next});
    }
    edits.append(RemoveNodes{nodes});
    if (perform(edits, tr("Delete %1 and reconnect").arg(nameOf(gone))))
        setSelection({});
}

} // namespace jackfield
