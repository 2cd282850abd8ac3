// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/document/document.h"

#include "model/document/apply_edits_command.h"

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

Error busy()
{
    return {
        "document_busy"_ba, u"The flow is being changed right now: try again when the change is shown."_s, {}, 0, 0};
}

} // namespace

Document::Document(const Kind &kind, FlowState state, QObject *parent)
    : Document(kind, state, kind.lens().project(state), parent)
{
}

Document::Document(const Kind &kind, FlowState state, Graph graph, QObject *parent)
    : QObject(parent), m_kind(kind), m_state(std::move(state)), m_graph(std::move(graph))
{
}

Result<void> Document::apply(const FlowEdits &edits, const QString &label)
{
    if (m_busy)
        return busy();
    if (edits.isEmpty())
        return {};
    auto inverse = applyFlowEdits(m_state, edits);
    if (!inverse)
        return inverse.error();
    if (changesNothing(edits.content, inverse->content) && changesNothing(edits.sidecar, inverse->sidecar))
        return {};
    remember(edits, *inverse);
    m_undoStack.push(new ApplyEditsCommand(*this, label, edits, *inverse));
    finish(ChangeOrigin::Editor, label, edits, *inverse);
    return {};
}

Result<void> Document::apply(const GraphEdits &edits, const QString &label)
{
    if (edits.size() == 1) {
        auto compiled = m_kind.lens().compile(m_state, storedGraph(), edits.constFirst());
        return compiled ? apply(*compiled, label) : Result<void>(compiled.error());
    }
    FlowEdits all;
    FlowState state = m_state;
    Graph graph = storedGraph();
    for (const GraphEdit &edit : edits) {
        auto compiled = m_kind.lens().compile(state, graph, edit);
        if (!compiled)
            return compiled.error();
        if (auto applied = applyFlowEdits(state, *compiled); !applied)
            return applied.error();
        m_kind.lens().reproject(graph, state, *compiled);
        all.content += compiled->content;
        all.sidecar += compiled->sidecar;
    }
    return apply(all, label);
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
    finish(ChangeOrigin::Undo, label, edits, inverse);
    return true;
}

void Document::remember(const FlowEdits &forward, const FlowEdits &inverse)
{
    if (m_recent.size() == kRecentChanges)
        m_recent.removeFirst();
    m_recent.append({forward, inverse});
}

void Document::finish(ChangeOrigin origin, const QString &label, const FlowEdits &edits, const FlowEdits &wayBack)
{
    const QScopedValueRollback guard(m_busy, true);
    emit changed({origin, label, edits, updateGraph(edits, wayBack)});
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
    emit changed({ChangeOrigin::Load, {}, {}, {.reset = true}});
}

} // namespace jackfield
