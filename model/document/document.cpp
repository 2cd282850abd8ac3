// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/document/document.h"

#include "model/document/apply_edits_command.h"
#include "model/document/trial.h"

#include <QScopedValueRollback>

#include <algorithm>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

// As many changes as may be on their way to the service; older ones are stored long since.
constexpr qsizetype kRecentChanges = 1 << 16;

bool changesNothing(const JsonEdits &forward, const JsonEdits &inverse)
{
    if (forward.size() != inverse.size())
        return false;
    // Setting what is there already is its own inverse; so is moving something to where it is.
    return std::equal(forward.cbegin(), forward.cend(), inverse.crbegin(), [](const JsonEdit &a, const JsonEdit &b) {
        return a == b && (a.operation == JsonEdit::Operation::Set || a.operation == JsonEdit::Operation::Move);
    });
}

} // namespace

Document::Document(const Kind &kind, const FlowState &state, QObject *parent)
    : Document(kind, state, kind.lens().project(state), parent)
{
}

Document::Document(const Kind &kind, FlowState state, Graph graph, QObject *parent)
    : QObject(parent), m_kind(kind), m_state(std::move(state)), m_graph(std::move(graph))
{
}

Error Document::busy()
{
    return {
        "document_busy"_ba, u"The flow is being changed right now: try again when the change is shown."_s, {}, 0, 0};
}

Result<GraphDelta> Document::apply(const FlowEdits &edits, const QString &label)
{
    if (m_busy)
        return busy();
    if (edits.isEmpty())
        return GraphDelta();
    auto inverse = applyFlowEdits(m_state, edits);
    if (!inverse)
        return inverse.error();
    if (changesNothing(edits.content, inverse->content) && changesNothing(edits.sidecar, inverse->sidecar))
        return GraphDelta();
    remember(edits, *inverse);
    m_undoStack.push(new ApplyEditsCommand(*this, label, edits, *inverse));
    return finish(ChangeSource::Editor, label, edits, *inverse);
}

Result<GraphDelta> Document::apply(const GraphEdits &edits, const QString &label)
{
    if (edits.size() == 1) {
        auto compiled = m_kind.lens().compile(m_state, storedGraph(), edits.constFirst());
        return compiled ? apply(*compiled, label) : Result<GraphDelta>(compiled.error());
    }
    Trial trial(*this);
    for (const GraphEdit &edit : edits) {
        if (const auto tried = trial.add(edit); !tried)
            return tried.error();
    }
    return apply(trial.edits(), label);
}

bool Document::replay(const FlowEdits &edits, const FlowEdits &inverse, const QString &label)
{
    if (m_busy)
        return false;
    if (auto applied = applyFlowEdits(m_state, edits); !applied) {
        emit undoRefused(
            tr("\"%1\" no longer fits the flow and was left as it is: %2").arg(label, applied.error().message));
        return false;
    }
    remember(edits, inverse);
    finish(ChangeSource::Undo, label, edits, inverse);
    return true;
}

void Document::remember(const FlowEdits &forward, const FlowEdits &inverse)
{
    if (m_recent.size() == kRecentChanges)
        m_recent.removeFirst();
    m_recent.append({forward, inverse});
}

GraphDelta Document::finish(ChangeSource source, const QString &label, const FlowEdits &edits, const FlowEdits &wayBack)
{
    const QScopedValueRollback guard(m_busy, true);
    const DocumentChange change{source, label, edits, updateGraph(edits, wayBack)};
    emit changed(change);
    return change.graph;
}

void Document::reload(FlowState state)
{
    const QScopedValueRollback guard(m_busy, true);
    m_state = std::move(state);
    m_recent.clear();
    m_undoStack.clear();
    m_provisional.clear();
    m_projection.reset();
    m_replaced.reset();
    m_graph = m_kind.lens().project(m_state);
    emit changed({ChangeSource::Load, {}, {}, {.reset = true}});
}

} // namespace jackfield
