// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/scene/open_wire.h"
#include "model/graph/catalog.h"

#include <QPointF>

#include <optional>

namespace jackfield {

class CanvasEditor;

// Nodes that come and go. Each is one undo step; what is refused is said by CanvasEditor::messageShown().

/// A node with the middle of its header at a scene point, or near it where another one lies exactly there. Selected.
void addNode(CanvasEditor &editor, const QByteArray &type, QPointF scenePoint);
/// A node with its port at a scene point, connected to the wire by the first port that may be. Selected.
void addWired(CanvasEditor &editor, const QByteArray &type, QPointF scenePoint, const OpenWire &wire);
/// The node types that may be added, with a wire those that fit its open end. In the order of the catalog; they live
/// as long as it does.
QList<const NodeType *> typesThatFit(const Catalog &catalog, const std::optional<OpenWire> &wire);

void removeSelection(CanvasEditor &editor);
/// One node; what was before it leads to what was after it.
void removeAndReconnect(CanvasEditor &editor);

} // namespace jackfield
