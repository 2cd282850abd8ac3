// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/scene/open_wire.h"
#include "canvas/scene/scene.h"
#include "canvas/scene/selection.h"
#include "canvas/scene/theme.h"
#include "model/graph/graph_edit.h"

#include <optional>

namespace jackfield {

class Document;

/// What a gesture may ask of its surroundings: the view that it runs in, or a test. Scene points are logical pixels at
/// 100 %, view points logical pixels from the view's top left corner.
class ToolHost
{
public:
    ToolHost() = default;
    ToolHost(const ToolHost &) = delete;
    ToolHost &operator=(const ToolHost &) = delete;
    virtual ~ToolHost() = default;

    virtual const Document &document() const = 0;
    virtual const Scene &scene() const = 0;
    virtual const Theme &theme() const = 0;
    virtual QString nameOf(const NodeId &node) const = 0; ///< in quotes, short

    // Where the view is.
    virtual Viewport viewportState() const = 0;
    virtual void setViewportState(const Viewport &viewport) = 0;
    virtual void panBy(QPointF viewOffset) = 0; ///< moves what is shown: positive x to the right, logical pixels
    virtual QPointF toScene(QPointF viewPoint) const = 0;
    virtual QPointF toView(QPointF scenePoint) const = 0;
    virtual QRectF shownArea() const = 0; ///< of the scene
    virtual double pointerReach() const = 0; ///< radius of the pointer in scene units, for Scene::hit()
    /// To the grid, where that is wanted; Alt suspends it.
    virtual QPointF snapped(QPointF scenePoint, Qt::KeyboardModifiers modifiers) const = 0;

    // What is selected, and what a gesture shows while it is under way: nothing of the document changes.
    virtual const Selection &selection() const = 0;
    virtual void setSelection(Selection selection) = 0;
    virtual void setCurrentNode(const NodeId &node) = 0; ///< the one that arrow keys go on from
    virtual void setHover(const SceneHit &hit) = 0; ///< what is under the pointer is drawn grown or thick
    /// Shows nodes displaced. Pass the same QSet object on every move: comparing shared sets costs nothing.
    virtual void setGhost(const QSet<NodeId> &nodes, QPointF offset) = 0;
    virtual void clearGhost() = 0;
    virtual void updateOverlay(const QRectF &sceneArea) = 0; ///< has Tool::paint() called for it
    virtual void showMessage(const QString &message) = 0; ///< a sentence for the status bar; empty clears it

    // What a gesture comes to, one undo step each. Refusals are shown as messages.
    virtual std::optional<GraphDelta> perform(const GraphEdits &edits, const QString &label) = 0;
    virtual void moveSelection(QPointF offset) = 0;
    virtual void duplicateSelection(QPointF offset) = 0; ///< the copies lie that far away and are selected
    /// A list of node types to choose from; with a wire, those that fit its open end, and the new node is connected.
    virtual void openQuickAdd(QPointF scenePoint, const std::optional<OpenWire> &wire) = 0;
};

} // namespace jackfield
