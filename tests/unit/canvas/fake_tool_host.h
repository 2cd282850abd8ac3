// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/tools/tool.h"
#include "model/document/document.h"
#include "tests/support/kinds/fake_kind.h"

#include <memory>

namespace jackfield {

/// Surroundings of a gesture without a widget: a document of the fake kind and its scene, a view of 1000 x 600 at 100 %
/// with the scene's origin in its top left corner. What a gesture asks for is written down.
class FakeToolHost : public ToolHost
{
public:
    explicit FakeToolHost(FlowState state = fakeChain(2)) : m_document(m_kind, std::move(state))
    {
        m_scene.setGraph(m_document.graph());
        QObject::connect(&m_document, &Document::changed, &m_document, [this](const DocumentChange &change) {
            m_scene.applyDelta(m_document.graph(), change.graph);
        });
    }

    const Document &document() const override { return m_document; }
    const Scene &scene() const override { return m_scene; }
    const Theme &theme() const override { return m_theme; }
    QString nameOf(const NodeId &node) const override { return node.toString(); }

    Viewport viewportState() const override { return m_viewport; }
    void setViewportState(const Viewport &viewport) override { m_viewport = viewport; }
    void panBy(QPointF viewOffset) override { m_viewport.centre -= viewOffset / m_viewport.zoom; }
    QPointF toScene(QPointF viewPoint) const override
    {
        return m_viewport.centre + (viewPoint - QPointF(500, 300)) / m_viewport.zoom;
    }
    QPointF toView(QPointF scenePoint) const override
    {
        return (scenePoint - m_viewport.centre) * m_viewport.zoom + QPointF(500, 300);
    }
    QRectF shownArea() const override { return {toScene({0, 0}), toScene({1000, 600})}; }
    double pointerReach() const override { return 6; }
    QPointF snapped(QPointF scenePoint, Qt::KeyboardModifiers) const override { return scenePoint; }

    const Selection &selection() const override { return m_selection; }
    void setSelection(Selection selection) override { m_selection = std::move(selection); }
    void setCurrentNode(const NodeId &node) override { current = node; }
    void setHover(const SceneHit &) override { }
    void setGhost(const QSet<NodeId> &nodes, QPointF offset) override { m_scene.setGhostOffset(nodes, offset); }
    void clearGhost() override { m_scene.clearGhost(); }
    void updateOverlay(const QRectF &) override { ++overlays; }
    void showMessage(const QString &message) override { messages.append(message); }

    std::optional<GraphDelta> perform(const GraphEdits &edits, const QString &label) override
    {
        log.append(label);
        return m_document.apply(edits, label) ? std::optional(GraphDelta()) : std::nullopt;
    }
    void moveSelection(QPointF offset) override
    {
        log.append(QStringLiteral("move by %1,%2").arg(offset.x()).arg(offset.y()));
    }
    void duplicateSelection(QPointF offset) override
    {
        log.append(QStringLiteral("duplicate %1,%2 away").arg(offset.x()).arg(offset.y()));
    }
    void openQuickAdd(QPointF, const std::optional<OpenWire> &wire) override
    {
        log.append(QStringLiteral("quick add for %1").arg(wire ? wire->node.toString() : QString()));
    }

    /// From press to release, with a stop half way.
    void drag(std::unique_ptr<Tool> tool, QPointF from, QPointF to, Qt::KeyboardModifiers modifiers = {})
    {
        tool->move((from + to) / 2, modifiers);
        tool->move(to, modifiers);
        tool->release(to, modifiers);
    }
    int steps() { return m_document.undoStack()->count(); }
    /// Selected ids in alphabetical order.
    QString selected() const
    {
        QStringList names;
        for (const NodeId &node : m_selection.nodes)
            names.append(node.toString());
        for (const EdgeId &edge : m_selection.edges)
            names.append(edge.toString());
        names.sort();
        return names.join(u' ');
    }

    QStringList log; ///< what was asked of the document
    QStringList messages;
    NodeId current;
    int overlays = 0;

private:
    const Kind m_kind = fakeKind();
    Document m_document;
    Scene m_scene;
    Theme m_theme = Theme::load(QStringLiteral("light"));
    Viewport m_viewport{.centre = {500, 300}, .zoom = 1};
    Selection m_selection;
};

} // namespace jackfield
