// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/tools/wire_tool.h"

#include "canvas/routing/edge_route.h"
#include "model/document/document.h"

#include <QPainter>
#include <QPainterPath>

namespace jackfield {

namespace {

constexpr qsizetype kMaxTargets = 500; // more rings than that show nothing and take time to find
constexpr double kRing = 8;

} // namespace

WireTool::WireTool(ToolHost &host, OpenWire wire, QPointF scenePoint)
    : Tool(host), m_wire(std::move(wire)), m_origin(scenePoint), m_tip(scenePoint)
{
}

QPointF WireTool::attachedAnchor() const
{
    const Scene &scene = m_host.scene();
    return m_wire.forward ? scene.outputAnchor(m_wire.node, m_wire.port) : scene.inputAnchor(m_wire.node);
}

std::optional<WireTool::Candidate> WireTool::candidate(const NodeId &node, const QByteArray &port) const
{
    const Document &document = m_host.document();
    const NodeId &from = m_wire.forward ? m_wire.node : node;
    const NodeId &to = m_wire.forward ? node : m_wire.node;
    const QByteArray &output = m_wire.forward ? m_wire.port : port;
    const auto allowed = document.kind().lens().canConnect(document.graph(), from, output, to, m_wire.edge);
    const Scene &scene = m_host.scene();
    return Candidate{
        node, port, m_wire.forward ? scene.inputAnchor(node) : scene.outputAnchor(node, port),
        allowed ? QString() : allowed.error().message};
}

// Anywhere on a node will do: the end goes to the first output that may be used, else to the first, for its reason.
std::optional<WireTool::Candidate> WireTool::firstAllowedOutput(const NodeId &node) const
{
    std::optional<Candidate> refused;
    for (const Port &port : m_host.document().graph().node(node)->outputs) {
        auto found = candidate(node, port.id);
        if (found->refusal.isEmpty())
            return found;
        if (!refused)
            refused = found;
    }
    return refused;
}

std::optional<WireTool::Candidate> WireTool::candidateAt(QPointF scenePoint) const
{
    const SceneHit hit = m_host.scene().hit(scenePoint, m_host.pointerReach());
    if (hit.node.isEmpty())
        return std::nullopt;
    if (m_wire.forward)
        return candidate(hit.node, {});
    return hit.part == SceneHit::Part::Output ? candidate(hit.node, hit.port) : firstAllowedOutput(hit.node);
}

void WireTool::findTargets()
{
    const QRectF visible = m_host.shownArea();
    const QList<NodeId> nodes = m_host.scene().nodesIn(visible, false);
    m_targets.clear();
    if (nodes.size() > kMaxTargets)
        return;
    for (const NodeId &node : nodes) {
        const auto found = m_wire.forward ? candidate(node, {}) : firstAllowedOutput(node);
        if (found && found->refusal.isEmpty())
            m_targets.append(found->anchor);
    }
    m_host.updateOverlay(visible);
}

QRectF WireTool::lineArea() const
{
    const QPointF from = attachedAnchor();
    const double margin = kMaxControlOffset + 4 / m_host.viewportState().zoom;
    return QRectF(from, m_candidate ? m_candidate->anchor : m_tip)
               .normalized()
               .adjusted(-margin, -margin, margin, margin)
        | QRectF(m_tip, QSizeF(1, 1));
}

void WireTool::move(QPointF scenePoint, Qt::KeyboardModifiers)
{
    if (!m_dragging) {
        if (!isDrag(m_origin, scenePoint))
            return;
        m_dragging = true;
        findTargets();
    }
    const QRectF before = lineArea();
    const QString message = m_candidate ? m_candidate->refusal : QString();
    m_tip = scenePoint;
    m_candidate = candidateAt(scenePoint);
    if (const QString now = m_candidate ? m_candidate->refusal : QString(); now != message)
        m_host.showMessage(now);
    m_host.updateOverlay(before | lineArea());
}

void WireTool::release(QPointF scenePoint, Qt::KeyboardModifiers modifiers)
{
    move(scenePoint, modifiers);
    finish();
    if (!m_dragging)
        click();
    else if (!m_candidate)
        dropOnEmpty(scenePoint);
    else if (!m_candidate->refusal.isEmpty())
        m_host.showMessage(m_candidate->refusal);
    else if (m_wire.forward)
        attach(m_wire.node, m_wire.port, m_candidate->node);
    else
        attach(m_candidate->node, m_candidate->port, m_wire.node);
}

void WireTool::cancel()
{
    finish();
    m_host.showMessage({});
}

void WireTool::finish()
{
    m_host.updateOverlay(m_host.shownArea());
}

void WireTool::paint(QPainter &painter) const
{
    if (!m_dragging)
        return;
    const Theme &theme = m_host.theme();
    QPen pen(theme.accent, 2);
    pen.setCosmetic(true);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(pen);
    for (const QPointF &target : m_targets)
        painter.drawEllipse(target, kRing, kRing);

    const bool refused = m_candidate && !m_candidate->refusal.isEmpty();
    const QPointF free = m_candidate && !refused ? m_candidate->anchor : m_tip;
    const QPointF attached = attachedAnchor();
    pen.setColor(refused ? theme.error : theme.accent);
    pen.setStyle(refused ? Qt::DashLine : Qt::SolidLine);
    painter.setPen(pen);
    QPainterPath path;
    appendRoute(path, routeEdge({.start = m_wire.forward ? attached : free, .end = m_wire.forward ? free : attached}));
    painter.drawPath(path);
}

} // namespace jackfield
