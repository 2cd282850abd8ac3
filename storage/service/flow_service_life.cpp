// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/service/flow_service_impl.h"

#include <algorithm>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMaxVersionPage = 200;

} // namespace

Result<Problems> FlowService::validate(const WorkspaceId &workspace, const FlowId &id)
{
    const Result<Impl::Flow> flow = m_impl->load(workspace, id);
    if (!flow)
        return flow.error();
    const Result<const Kind *> kind = m_impl->kindOf((*flow)->record);
    if (!kind)
        return kind.error();
    const FlowState &state = (*flow)->record.state;
    return (*kind)->rules().check(state, (*kind)->lens().project(state));
}

void FlowService::publish(
    const WorkspaceId &workspace, const FlowId &id, const QByteArray &origin, Completion<PublishOutcome> done)
{
    const Result<Impl::Flow> flow = m_impl->load(workspace, id);
    if (!flow) {
        done(flow.error());
        return;
    }
    const Result<const Kind *> kind = m_impl->kindOf((*flow)->record);
    const Result<void> allowed
        = kind ? lifecycle::mayPublish((*kind)->info(), (*flow)->record) : Result<void>(kind.error());
    if (!allowed) {
        done(allowed.error());
        return;
    }
    const Result<Problems> problems = validate(workspace, id);
    if (!problems) {
        done(problems.error());
        return;
    }
    if (hasErrors(*problems)) {
        done(PublishOutcome{.version = {}, .problems = *problems, .flow = (*flow)->record});
        return;
    }
    m_impl->write<PublishOutcome>(std::move(done), [&](Impl::Events &events) -> Result<PublishOutcome> {
        const Result<FlowVersion> version = m_impl->makeVersion(**flow, (*kind)->info());
        if (!version)
            return version.error();
        lifecycle::published((*kind)->info(), (*flow)->record, version->id, version->createdAt);
        if (const Result<void> written = m_impl->store->writeSnapshot(**flow); !written)
            return written.error();
        m_impl->unsettled.remove(id);
        if (const Result<void> noted = m_impl->recordStatus(**flow, FlowEvent::Type::Published, origin, events); !noted)
            return noted.error();
        if (const Result<void> alone = m_impl->displaceSiblings((*flow)->record, (*kind)->info(), origin, events);
            !alone)
            return alone.error();
        m_impl->forgetPages(false);
        return PublishOutcome{.version = *version, .problems = *problems, .flow = (*flow)->record};
    });
}

Result<FlowVersion> FlowService::Impl::makeVersion(StoredFlow &flow, const KindInfo &kind)
{
    touched.insert(flow.record.id);
    const Result<int> newest = store->newestVersionNumber(flow);
    if (!newest)
        return newest.error();
    if (!kind.lifecycle.keepsVersions) {
        if (const Result<void> dropped = store->dropVersions(flow); !dropped)
            return dropped.error();
    }
    const FlowVersion version{
        .id = store->newUlid(),
        .flow = flow.record.id,
        .number = *newest + 1,
        .content = flow.record.state.content,
        .createdAt = store->now()};
    if (const Result<void> inserted = store->insertVersion(flow, version); !inserted)
        return inserted.error();
    return version;
}

Result<void> FlowService::Impl::displaceSiblings(
    const FlowRecord &record, const KindInfo &kind, const QByteArray &origin, Events &events)
{
    if (!kind.lifecycle.onePublishedPerParent || record.parent.isEmpty())
        return {};
    const Result<QList<FlowId>> siblings
        = store->withStatus(record.workspace, record.kind, record.parent, FlowStatus::Published);
    if (!siblings)
        return siblings.error();
    for (const FlowId &sibling : *siblings) {
        if (sibling == record.id)
            continue;
        const Result<Flow> loaded = load(record.workspace, sibling);
        if (!loaded)
            return loaded.error();
        lifecycle::displaced((*loaded)->record, store->now());
        if (Result<void> noted = recordStatus(**loaded, FlowEvent::Type::StatusChanged, origin, events); !noted)
            return noted;
    }
    return {};
}

void FlowService::activate(
    const WorkspaceId &workspace, const FlowId &id, const QByteArray &origin, Completion<FlowRecord> done)
{
    m_impl->changeStatus(workspace, id, origin, std::move(done), &lifecycle::activate);
}

void FlowService::pause(
    const WorkspaceId &workspace, const FlowId &id, const QByteArray &origin, Completion<FlowRecord> done)
{
    m_impl->changeStatus(
        workspace, id, origin, std::move(done),
        [](const KindInfo &kind, FlowRecord &record, Timestamp at) -> Result<bool> {
            if (const Result<void> paused = lifecycle::pause(kind, record, at); !paused)
                return paused.error();
            return true;
        });
}

void FlowService::Impl::changeStatus(
    const WorkspaceId &workspace, const FlowId &id, const QByteArray &origin, Completion<FlowRecord> done,
    const std::function<Result<bool>(const KindInfo &, FlowRecord &, Timestamp)> &transition)
{
    const Result<Flow> flow = load(workspace, id);
    if (!flow) {
        done(flow.error());
        return;
    }
    const Result<const Kind *> kind = kindOf((*flow)->record);
    if (!kind) {
        done(kind.error());
        return;
    }
    FlowRecord next = (*flow)->record;
    const Result<bool> changed = transition((*kind)->info(), next, store->now());
    if (!changed) {
        done(changed.error());
        return;
    }
    if (!*changed) {
        self.whenDurable([done = std::move(done), next](const Result<void> &durable) {
            done(durable ? Result<FlowRecord>(next) : Result<FlowRecord>(durable.error()));
        });
        return;
    }
    write<FlowRecord>(std::move(done), [&](Events &events) -> Result<FlowRecord> {
        (*flow)->record = next;
        forgetPages(false);
        if (const Result<void> noted = recordStatus(**flow, FlowEvent::Type::StatusChanged, origin, events); !noted)
            return noted.error();
        return next;
    });
}

Result<FlowService::VersionPage>
FlowService::versions(const WorkspaceId &workspace, const FlowId &id, const QByteArray &after, int limit)
{
    const Result<Impl::Flow> flow = m_impl->load(workspace, id);
    if (!flow)
        return flow.error();
    const int wanted = std::clamp(limit, 1, kMaxVersionPage);
    Result<QList<FlowVersion>> versions = m_impl->store->versions(workspace, id, after, wanted + 1);
    if (!versions)
        return versions.error();
    const Result<qint64> total = m_impl->store->versionCount(workspace, id);
    if (!total)
        return total.error();
    VersionPage page{.versions = *std::move(versions), .next = {}, .total = *total};
    if (page.versions.size() > wanted) {
        page.versions.removeLast();
        page.next = page.versions.last().id;
    }
    return page;
}

Result<FlowVersion> FlowService::version(const WorkspaceId &workspace, const FlowId &id, const QByteArray &versionId)
{
    if (const Result<Impl::Flow> flow = m_impl->load(workspace, id); !flow)
        return flow.error();
    return m_impl->store->version(workspace, id, versionId);
}

} // namespace jackfield
