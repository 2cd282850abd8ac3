// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/service/flow_service_impl.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

void FlowService::remove(
    const WorkspaceId &workspace, const FlowId &id, const QByteArray &origin, Completion<void> done)
{
    const Result<QList<FlowSummary>> family = m_impl->store->family(workspace, id);
    if (!family) {
        done(family.error());
        return;
    }
    if (family->isEmpty()) {
        done(Error{.code = "not_found"_ba, .message = u"There is no flow '%1' here."_s.arg(id.toString())});
        return;
    }
    QList<Impl::Flow> members;
    for (const FlowSummary &summary : *family) {
        if (const Result<void> allowed = lifecycle::mayRemove(summary); !allowed) {
            done(allowed.error());
            return;
        }
        const Result<Impl::Flow> member = m_impl->load(workspace, summary.id);
        if (!member) {
            done(member.error());
            return;
        }
        members.append(*member);
    }
    m_impl->write<void>(std::move(done), [&](Impl::Events &events) -> Result<void> {
        const Timestamp at = m_impl->store->now();
        for (const Impl::Flow &member : members) {
            if (Result<void> moved = m_impl->store->moveToTrash(workspace, member->record.summary.id, id, at); !moved)
                return moved;
            if (Result<void> noted
                = m_impl->record(*member, {.type = FlowEvent::Type::Deleted, .origin = origin}, events);
                !noted)
                return noted;
            m_impl->cache.drop(member->record.summary.id);
        }
        m_impl->forgetPages(true);
        return {};
    });
}

void FlowService::restore(
    const WorkspaceId &workspace, const FlowId &id, const QByteArray &origin, Completion<FlowRecord> done)
{
    const Result<StoredFlow> root = m_impl->store->flow(workspace, id, FlowStore::Place::Trash);
    if (!root) {
        done(root.error());
        return;
    }
    const FlowRecord &record = root->record;
    if (!record.summary.parent.isEmpty() && !m_impl->load(workspace, record.summary.parent)) {
        done(Error{
            .code = "conflict"_ba,
            .message
            = u"'%1' belongs to a flow that is in the trash, too: restore that one."_s.arg(record.summary.name)});
        return;
    }
    Result<QList<FlowId>> members = m_impl->store->trashedWith(workspace, id);
    if (!members) {
        done(members.error());
        return;
    }
    if (!members->contains(id))
        members->append(id);

    m_impl->write<FlowRecord>(std::move(done), [&](Impl::Events &events) -> Result<FlowRecord> {
        m_impl->forgetPages(true);
        for (const FlowId &member : *members) {
            if (const Result<void> back = m_impl->bringBack(workspace, member, origin, events); !back)
                return back.error();
        }
        const Result<Impl::Flow> restored = m_impl->load(workspace, id);
        if (!restored)
            return restored.error();
        return (*restored)->record;
    });
}

Result<void>
FlowService::Impl::bringBack(const WorkspaceId &workspace, const FlowId &id, const QByteArray &origin, Events &events)
{
    touched.insert(id);
    if (Result<void> taken = store->takeFromTrash(workspace, id); !taken)
        return taken;
    const Result<Flow> flow = load(workspace, id);
    if (!flow)
        return flow.error();
    if (Result<void> noted = record(**flow, {.type = FlowEvent::Type::Restored, .origin = origin}, events); !noted)
        return noted;
    // While it was away another flow may have taken its place as the published one.
    FlowRecord &back = (*flow)->record;
    const Kind *kind = kinds.find(back.summary.kind);
    if (!kind || !kind->info().lifecycle.onePublishedPerParent || back.summary.parent.isEmpty()
        || back.summary.status != FlowStatus::Published)
        return {};
    const Result<QList<FlowId>> published
        = store->withStatus(workspace, back.summary.kind, back.summary.parent, FlowStatus::Published);
    if (!published)
        return published.error();
    if (published->size() < 2)
        return {};
    lifecycle::displaced(back, store->now());
    return recordStatus(**flow, FlowEvent::Type::StatusChanged, origin, events);
}

} // namespace jackfield
