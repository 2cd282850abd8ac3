// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/graph.h"
#include "model/graph/graph_edit.h"
#include "model/json/edit/json_edit.h"
#include "model/kinds/parts/kind.h"

#include <QObject>
#include <QUndoStack>

#include <optional>

namespace jackfield {

/// Where a change of a document came from. Load is also what automatic positions report, with no edits.
enum class ChangeSource : quint8 { Editor, Undo, Remote, Load };

/// What one change did, for views and for the sync queue.
struct DocumentChange
{
    ChangeSource source = ChangeSource::Editor;
    QString label; ///< "Move 3 nodes"
    FlowEdits edits; ///< what was applied: for Undo the edits that took the step back or did it again
    GraphDelta graph;
};

/// An open flow: content, sidecar, graph and undo history. The only mutator of an open flow.
/// Lives in the GUI thread. Every change is one undo step; two gestures never merge.
/// Slots of changed() must not change the document: they are refused with the code document_busy.
class Document : public QObject
{
    Q_OBJECT

public:
    /// `kind` outlives the document.
    Document(const Kind &kind, const FlowState &state, QObject *parent = nullptr);
    /// The same without projecting: `graph` is kind.lens().project(state), made on another thread.
    Document(const Kind &kind, FlowState state, Graph graph, QObject *parent = nullptr);

    const Kind &kind() const { return m_kind; }
    const FlowState &state() const { return m_state; }
    const Json &content() const { return m_state.content; }
    /// The projection of the state, nodes without a position of their own at their provisional one.
    const Graph &graph() const { return m_graph; }
    /// The projection of the state alone: what Lens::compile() takes.
    const Graph &storedGraph() const { return m_projection ? *m_projection : m_graph; }
    QUndoStack *undoStack() { return &m_undoStack; }

    /// One gesture: all or nothing, one undo step. Returns what changed in the graph, as changed() tells it; no step
    /// when nothing changes.
    Result<GraphDelta> apply(const FlowEdits &edits, const QString &label);
    /// The same for what the canvas and the inspector mean; edits are compiled one after the other, each for the
    /// outcome of those before it.
    Result<GraphDelta> apply(const GraphEdits &edits, const QString &label);

    /// Changes that are already stored elsewhere, as one undo step that is applied at once.
    /// `pending` are edits of ours, in order, that the other side has not seen: they are taken back, `remote` is
    /// applied, ours follow again, at the places where what they meant is now. What no longer applies is returned,
    /// never dropped silently. Errors leave the document untouched: edit_does_not_apply, and pending_unknown when
    /// `pending` are not the latest edits that changed() reported.
    struct Adopted
    {
        QList<FlowEdits> pending; ///< ours, as they apply now
        QList<FlowEdits> lost; ///< ours that no longer apply, as they were
    };
    Result<Adopted> adopt(const FlowEdits &remote, const QString &label, const QList<FlowEdits> &pending = {});

    /// Another state altogether (reopened, repaired); forgets the undo history.
    void reload(FlowState state);

    /// Positions that only this window made up (automatic layout at opening): shown, never stored, no undo step.
    /// They replace the earlier ones; a position of the flow's own wins.
    void setProvisionalPositions(const QHash<NodeId, QPointF> &positions);
    const QHash<NodeId, QPointF> &provisionalPositions() const { return m_provisional; }

signals:
    /// After every change, once. The graph is already up to date.
    void changed(const jackfield::DocumentChange &change);
    /// An undo or redo no longer fits the flow: nothing was touched and the step is gone. A sentence for the user.
    void undoRefused(const QString &message);

private:
    friend class ApplyEditsCommand;

    /// A change of ours and what takes it back; the newest ones may still be on their way to the service.
    struct Applied
    {
        FlowEdits forward;
        FlowEdits inverse;
    };

    static Error busy();
    bool replay(const FlowEdits &edits, const FlowEdits &inverse, const QString &label);
    /// The graph before a change of many edits, until the next change: taking that change back need not project again.
    struct Replaced
    {
        FlowEdits wayBack;
        Graph graph;
    };

    GraphDelta finish(ChangeSource source, const QString &label, const FlowEdits &edits, const FlowEdits &wayBack);
    void remember(const FlowEdits &forward, const FlowEdits &inverse);
    Result<QList<Applied>> recent(const QList<FlowEdits> &pending) const;
    /// Makes the step that adopt() applied known. `kept`: what of ours is still to be acknowledged.
    Adopted showAdopted(
        Adopted adopted, QList<Applied> kept, const FlowEdits &step, const FlowEdits &inverse, const QString &label);
    GraphDelta updateGraph(const FlowEdits &edits, const FlowEdits &wayBack);
    std::optional<QPointF> placeOf(const Node &node) const; ///< its own, else the provisional one
    void showProjection();

    const Kind &m_kind;
    FlowState m_state;
    Graph m_graph;
    std::optional<Graph> m_projection; ///< without provisional positions; only while there are some
    std::optional<Replaced> m_replaced; ///< never while there is a m_projection
    QHash<NodeId, QPointF> m_provisional;
    QList<Applied> m_recent;
    QUndoStack m_undoStack;
    bool m_busy = false;
};

} // namespace jackfield
