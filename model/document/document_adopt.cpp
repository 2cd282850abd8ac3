// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/document/apply_edits_command.h"
#include "model/document/document.h"
#include "model/document/edit_rebase.h"
#include "model/json/edit/json_diff.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Edits of both halves that know their containers.
struct PlacedFlowEdits
{
    PlacedEdits content;
    PlacedEdits sidecar;
};

PlacedFlowEdits place(const FlowState &state, const FlowEdits &edits)
{
    return {placeEdits(state.content, edits.content), placeEdits(state.sidecar, edits.sidecar)};
}

/// Brings our edits, one gesture after the other, onto a state that others have changed.
class Merge
{
public:
    /// `remote` leads from `base` to `merged`.
    Merge(FlowState base, FlowState merged, const FlowEdits &remote)
        : m_ours(std::move(base)), m_merged(std::move(merged)), m_bridge(place(m_ours, remote))
    {
    }

    const FlowState &merged() const { return m_merged; }

    /// The next gesture as it applies now and its inverse; none when its place is gone.
    std::optional<std::pair<FlowEdits, FlowEdits>> take(const FlowEdits &forward, const FlowEdits &inverse)
    {
        const PlacedFlowEdits gesture = place(m_ours, forward);
        const bool known = bool(applyFlowEdits(m_ours, forward));
        if (auto result = onto(gesture); known && result) {
            m_bridge.content = rebasedWhatRemains(m_bridge.content, gesture.content, false);
            m_bridge.sidecar = rebasedWhatRemains(m_bridge.sidecar, gesture.sidecar, false);
            return result;
        }
        // What follows is meant for a state that has this gesture; the way from there begins by taking it back.
        PlacedFlowEdits back = place(m_ours, inverse);
        m_bridge = {back.content + m_bridge.content, back.sidecar + m_bridge.sidecar};
        return std::nullopt;
    }

private:
    std::optional<std::pair<FlowEdits, FlowEdits>> onto(const PlacedFlowEdits &gesture)
    {
        const auto content = rebased(gesture.content, m_bridge.content, true);
        const auto sidecar = rebased(gesture.sidecar, m_bridge.sidecar, true);
        if (!content || !sidecar)
            return std::nullopt;
        FlowEdits edits{plainEdits(m_merged.content, *content), plainEdits(m_merged.sidecar, *sidecar)};
        auto inverse = applyFlowEdits(m_merged, edits);
        if (!inverse)
            return std::nullopt;
        return std::pair(std::move(edits), *std::move(inverse));
    }

    FlowState m_ours; ///< base and every gesture so far
    FlowState m_merged; ///< the same with what the others did
    PlacedFlowEdits m_bridge; ///< leads from the former to the latter
};

} // namespace

// The queue may have joined several changes into one commit, so whole lists are compared, not entries.
Result<QList<Document::Applied>> Document::recent(const QList<FlowEdits> &pending) const
{
    FlowEdits wanted;
    for (const FlowEdits &edits : pending) {
        wanted.content += edits.content;
        wanted.sidecar += edits.sidecar;
    }
    FlowEdits found;
    QList<Applied> entries;
    qsizetype first = m_recent.size();
    qsizetype content = 0;
    qsizetype sidecar = 0;
    while (first > 0 && (content < wanted.content.size() || sidecar < wanted.sidecar.size())) {
        --first;
        content += m_recent[first].forward.content.size();
        sidecar += m_recent[first].forward.sidecar.size();
    }
    for (const Applied &entry : m_recent.sliced(first)) {
        found.content += entry.forward.content;
        found.sidecar += entry.forward.sidecar;
        entries.append(entry);
    }
    if (found == wanted)
        return entries;
    return Error{
        "pending_unknown"_ba, u"The changes that are not yet saved are not the latest ones of this flow."_s, {}, 0, 0};
}

Result<Document::Adopted>
Document::adopt(const FlowEdits &remote, const QString &label, const QList<FlowEdits> &pending)
{
    if (m_busy)
        return busy();
    const auto ours = recent(pending);
    if (!ours)
        return ours.error();

    if (ours->isEmpty()) {
        auto inverse = applyFlowEdits(m_state, remote);
        if (!inverse)
            return inverse.error();
        return showAdopted({}, {}, remote, *inverse, label);
    }

    FlowState base = m_state;
    for (auto entry = ours->crbegin(); entry != ours->crend(); ++entry) {
        if (auto back = applyFlowEdits(base, entry->inverse); !back)
            return back.error();
    }
    FlowState theirs = base;
    if (auto applied = applyFlowEdits(theirs, remote); !applied)
        return applied.error();

    Adopted adopted;
    QList<Applied> kept;
    Merge merge(std::move(base), std::move(theirs), remote);
    for (const Applied &entry : *ours) {
        if (auto again = merge.take(entry.forward, entry.inverse)) {
            adopted.pending.append(again->first);
            kept.append({again->first, again->second});
        } else {
            adopted.lost.append(entry.forward);
        }
    }

    // One step from what is shown to what is to be shown: its inverse leads back to exactly the state that the older
    // undo steps were made for.
    const FlowEdits step{
        diffJson(m_state.content, merge.merged().content), diffJson(m_state.sidecar, merge.merged().sidecar)};
    auto inverse = applyFlowEdits(m_state, step);
    if (!inverse)
        return inverse.error();
    return showAdopted(std::move(adopted), std::move(kept), step, *inverse, label);
}

Document::Adopted Document::showAdopted(
    Adopted adopted, QList<Applied> kept, const FlowEdits &step, const FlowEdits &inverse, const QString &label)
{
    m_recent = std::move(kept);
    if (!step.isEmpty()) {
        m_undoStack.push(new ApplyEditsCommand(*this, label, step, inverse));
        finish(ChangeSource::Remote, label, step, inverse);
    }
    return adopted;
}

} // namespace jackfield
