// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/tools/tool_at.h"

#include "canvas/tools/connect_tool.h"
#include "canvas/tools/marquee_tool.h"
#include "canvas/tools/move_tool.h"
#include "canvas/tools/reconnect_tool.h"
#include "model/document/document.h"

namespace jackfield {

namespace {

// An input that has a connection gives it up: the selected one, else the latest. One without starts one backwards.
std::unique_ptr<Tool> toolAtInput(ToolHost &host, const NodeId &node, QPointF scenePoint)
{
    const Graph &graph = host.document().graph();
    const Edge *taken = nullptr;
    for (const Edge *edge : graph.edgesTo(node)) {
        if (graph.port(edge->from, edge->port) && !(taken && host.selection().edges.contains(taken->id)))
            taken = edge;
    }
    if (taken)
        return std::make_unique<ReconnectTool>(host, OpenWire{taken->from, taken->port, true, taken->id}, scenePoint);
    return std::make_unique<ConnectTool>(host, OpenWire{node, {}, false, {}}, scenePoint);
}

void clickEdge(ToolHost &host, const EdgeId &edge, Qt::KeyboardModifiers modifiers)
{
    if (!(modifiers & (Qt::ShiftModifier | Qt::ControlModifier))) {
        host.setSelection({.nodes = {}, .edges = {edge}});
        return;
    }
    Selection selection = host.selection();
    if (!selection.edges.remove(edge))
        selection.edges.insert(edge);
    host.setSelection(selection);
}

} // namespace

std::unique_ptr<Tool> toolAt(ToolHost &host, QPointF scenePoint, Qt::KeyboardModifiers modifiers)
{
    const Graph &graph = host.document().graph();
    const SceneHit hit = host.scene().hit(scenePoint, host.pointerReach());
    const Edge *edge = graph.edge(hit.edge);
    switch (hit.part) {
    case SceneHit::Part::Nothing:
        break;
    case SceneHit::Part::Node:
        host.setCurrentNode(hit.node);
        return std::make_unique<MoveTool>(host, hit.node, scenePoint, modifiers);
    case SceneHit::Part::Output:
        return std::make_unique<ConnectTool>(host, OpenWire{hit.node, hit.port, true, {}}, scenePoint);
    case SceneHit::Part::Input:
        return toolAtInput(host, hit.node, scenePoint);
    case SceneHit::Part::EdgeStart:
        if (graph.node(edge->to))
            return std::make_unique<ReconnectTool>(host, OpenWire{edge->to, {}, false, edge->id}, scenePoint);
        [[fallthrough]];
    case SceneHit::Part::EdgeEnd:
        if (graph.port(edge->from, edge->port))
            return std::make_unique<ReconnectTool>(host, OpenWire{edge->from, edge->port, true, edge->id}, scenePoint);
        [[fallthrough]];
    case SceneHit::Part::Edge:
        clickEdge(host, hit.edge, modifiers);
        return nullptr;
    }
    return std::make_unique<MarqueeTool>(host, scenePoint);
}

} // namespace jackfield
