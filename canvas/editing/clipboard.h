// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/scene/node_geometry.h"

#include <QPointF>

namespace jackfield {

class CanvasEditor;

// Copies of the selected nodes. Each that changes the flow is one undo step; what is refused is said by
// CanvasEditor::messageShown().

/// The id of a node type of the catalog, UTF-8: what the palette drags.
inline const QString kNodeTypeMime = QStringLiteral("application/x-jackfield-node-type");
/// A fragment as the kind copies it, as JSON text. The clipboard has it as plain text, too.
inline const QString kSelectionMime = QStringLiteral("application/x-jackfield-selection+json");
inline const QString kJsonMime = QStringLiteral("application/json");

void copySelection(const CanvasEditor &editor); ///< to the clipboard; nothing when no node is selected
void cutSelection(CanvasEditor &editor);
/// Copies in the same flow, `offset` away; they are selected.
void duplicateSelection(CanvasEditor &editor, QPointF offset = {measure::kGrid, measure::kGrid});
void paste(CanvasEditor &editor, QPointF centre); ///< what the clipboard holds; selected
void pasteText(CanvasEditor &editor, const QByteArray &json, QPointF centre); ///< the same from JSON text

} // namespace jackfield
