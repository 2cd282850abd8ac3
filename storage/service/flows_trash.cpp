// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/service/flows.h"

#include "storage/records/missing.h"
#include "storage/service/lifecycle.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

Result<QList<FlowSummary>> Flows::trash(const WorkspaceId &workspace)
{
    return m_ledger.store().trash().flows(workspace);
}

void Flows::remove(const WorkspaceId &workspace, const FlowId &id, const QByteArray &author, Completion<void> done)
{
    const Result<QList<FlowSummary>> family = m_ledger.store().lists().family(workspace, id);
    if (!family) {
        done(family.error());
        return;
    }
    if (family->isEmpty()) {
        done(missing(u"flow"_s, id.utf8));
        return;
    }
    QList<Ledger::Flow> members;
    for (const FlowSummary &summary : *family) {
        if (const Result<void> allowed = lifecycle::mayRemove(summary); !allowed) {
            done(allowed.error());
            return;
        }
        const Result<Ledger::Flow> member = m_ledger.load(workspace, summary.id);
        if (!member) {
            done(member.error());
            return;
        }
        members.append(*member);
    }
    m_ledger.write<void>(std::move(done), [&](Ledger::Events &events) -> Result<void> {
        const Timestamp at = m_ledger.store().now();
        for (const Ledger::Flow &member : members) {
            const FlowId &memberId = member->record.summary.id;
            if (Result<void> moved = m_ledger.store().trash().put(workspace, memberId, id, at); !moved)
                return moved;
            if (Result<void> noted
                = m_ledger.note(*member, {.type = FlowEvent::Type::Deleted, .author = author}, events);
                !noted)
                return noted;
            m_ledger.forget(memberId);
        }
        m_pages.forgetAll();
        return {};
    });
}

void Flows::restore(
    const WorkspaceId &workspace, const FlowId &id, const QByteArray &author, Completion<FlowRecord> done)
{
    const Result<StoredFlow> root = m_ledger.store().flows().flow(workspace, id, FlowTable::Where::Trash);
    if (!root) {
        done(root.error());
        return;
    }
    const FlowSummary &summary = root->record.summary;
    if (!summary.parent.isEmpty() && !m_ledger.load(workspace, summary.parent)) {
        done(Error{
            .code = "conflict"_ba,
            .message = u"'%1' belongs to a flow that is in the trash, too: restore that one."_s.arg(summary.name)});
        return;
    }
    Result<QList<FlowId>> members = m_ledger.store().trash().putWith(workspace, id);
    if (!members) {
        done(members.error());
        return;
    }
    if (!members->contains(id))
        members->append(id);

    m_ledger.write<FlowRecord>(std::move(done), [&](Ledger::Events &events) -> Result<FlowRecord> {
        m_pages.forgetAll();
        for (const FlowId &member : *members) {
            if (const Result<void> back = bringBack(workspace, member, author, events); !back)
                return back.error();
        }
        const Result<Ledger::Flow> restored = m_ledger.load(workspace, id);
        if (!restored)
            return restored.error();
        return (*restored)->record;
    });
}

Result<void>
Flows::bringBack(const WorkspaceId &workspace, const FlowId &id, const QByteArray &author, Ledger::Events &events)
{
    m_ledger.touch(id);
    if (Result<void> taken = m_ledger.store().trash().take(workspace, id); !taken)
        return taken;
    const Result<Ledger::Flow> flow = m_ledger.load(workspace, id);
    if (!flow)
        return flow.error();
    if (Result<void> noted = m_ledger.note(**flow, {.type = FlowEvent::Type::Restored, .author = author}, events);
        !noted)
        return noted;
    // While it was away another flow may have taken its place as the published one. A kind that this program does not
    // know says nothing of that.
    const FlowSummary &back = (*flow)->record.summary;
    const Kind *kind = m_kinds.find(back.kind);
    if (!kind || !kind->info().lifecycle.onePublishedPerParent || back.parent.isEmpty()
        || back.status != FlowStatus::Published)
        return {};
    const Result<QList<FlowId>> published
        = m_ledger.store().lists().withStatus(workspace, back.kind, back.parent, FlowStatus::Published);
    if (!published)
        return published.error();
    if (published->size() < 2)
        return {};
    lifecycle::displaced((*flow)->record, m_ledger.store().now());
    return m_ledger.noteStatus(**flow, FlowEvent::Type::StatusChanged, author, events);
}

} // namespace jackfield
