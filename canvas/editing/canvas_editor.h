// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/scene/selection.h"
#include "model/graph/graph.h"
#include "model/graph/graph_edit.h"
#include "model/json/result.h"
#include "model/layout/align.h"

#include <QObject>

#include <optional>

namespace jackfield {

class Document;
struct DocumentChange;
struct FlowEdits;

/// A document and what is selected in it: what every command of a menu or key needs, without a widget. The commands
/// are functions over it (node_commands.h, clipboard.h, arrange.h, reach.h).
class CanvasEditor : public QObject
{
    Q_OBJECT

public:
    /// `document` outlives the editor. What is gone from the document is no longer selected.
    explicit CanvasEditor(Document &document, QObject *parent = nullptr);

    const Document &document() const { return m_document; }
    const Graph &graph() const;

    const Selection &selection() const { return m_selection; }
    void setSelection(Selection selection);
    void select(const QList<NodeId> &nodes); ///< them alone, the first becomes the current one; none changes nothing
    void selectAll(); ///< every node; edges go where their nodes go
    QList<NodeId> selectedNodes() const; ///< in document order
    QList<NodeBox> selectedBoxes() const; ///< likewise, where they lie
    /// The node that arrow keys go on from and Enter opens; may be gone or not selected.
    const NodeId &currentNode() const { return m_current; }
    void setCurrentNode(const NodeId &node) { m_current = node; }

    void setSnapsToGrid(bool on) { m_snaps = on; }
    QPointF snapped(QPointF scenePoint, Qt::KeyboardModifiers modifiers = {}) const; ///< to the grid; Alt suspends it
    QString nameOf(const NodeId &node) const; ///< in quotes, short

    /// One undo step, and the earlier message goes. Nothing when it was refused: messageShown() has said why.
    std::optional<GraphDelta> perform(const GraphEdits &edits, const QString &label);
    std::optional<GraphDelta> perform(const FlowEdits &edits, const QString &label);
    /// Positions that only this window made up, beside the earlier ones: no undo step.
    void addProvisionalPositions(const QHash<NodeId, QPointF> &positions);
    void showMessage(const QString &message) { emit messageShown(message); } ///< empty clears it

signals:
    void selectionChanged();
    void messageShown(const QString &message);

private:
    void deselectGone();
    std::optional<GraphDelta> told(const Result<GraphDelta> &done); ///< to the user; what it did

    Document &m_document;
    Selection m_selection;
    NodeId m_current;
    bool m_snaps = true;
};

QRectF boundsOf(const QList<NodeBox> &boxes); ///< null when there are none

} // namespace jackfield
