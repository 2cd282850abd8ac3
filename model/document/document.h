// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/graph.h"
#include "model/graph/graph_edit.h"
#include "model/json/json_edit.h"
#include "model/kinds/kind.h"

#include <QObject>
#include <QUndoStack>

namespace jackfield {

/// Where a change of a document came from.
enum class ChangeOrigin : quint8 { Editor, Undo, Remote, Load };

/// What one change did, for views and for the sync queue.
struct DocumentChange
{
    ChangeOrigin origin = ChangeOrigin::Editor;
    QString label; ///< "Move 3 nodes"
    FlowEdits edits;
    GraphDelta graph;
};

/// An open flow: content, sidecar, graph and undo history. The only mutator of an open flow.
/// Lives in the GUI thread. Every change is one undo step; two gestures never merge.
class Document : public QObject
{
    Q_OBJECT

public:
    /// `kind` outlives the document.
    Document(const Kind &kind, FlowState state, QObject *parent = nullptr);

    const Kind &kind() const { return m_kind; }
    const FlowState &state() const { return m_state; }
    const Json &content() const { return m_state.content; }
    const Graph &graph() const { return m_graph; }
    QUndoStack *undoStack() { return &m_undoStack; }

    /// One gesture: all or nothing, one undo step. No step when nothing changes.
    Result<void> apply(const FlowEdits &edits, const QString &label);
    /// The same for what the canvas and the inspector mean; edits are compiled one after the other.
    Result<void> apply(const GraphEdits &edits, const QString &label);

    /// Changes that are already stored elsewhere, as one undo step that is applied at once.
    /// `pending` are edits of ours, in order, that the other side has not seen: they are taken back, `remote` is applied,
    /// ours follow again. What no longer applies is returned, never dropped silently.
    struct Adopted
    {
        QList<FlowEdits> pending; ///< ours, as they apply now
        QList<FlowEdits> lost; ///< ours that no longer apply
    };
    Result<Adopted> adopt(const FlowEdits &remote, const QString &label, const QList<FlowEdits> &pending = {});

    /// Positions that only this window made up (automatic layout at opening): shown, never stored, no undo step.
    void setProvisionalPositions(const QHash<NodeId, QPointF> &positions);

signals:
    /// After every change, once. The graph is already up to date.
    void changed(const jackfield::DocumentChange &change);

private:
    friend class ApplyEditsCommand;
    void perform(const FlowEdits &edits, ChangeOrigin origin, const QString &label);

    const Kind &m_kind;
    FlowState m_state;
    Graph m_graph;
    QHash<NodeId, QPointF> m_provisional;
    QUndoStack m_undoStack;
};

} // namespace jackfield
