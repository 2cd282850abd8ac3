// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/service/flow_life.h"

#include "storage/records/stored_kind.h"
#include "storage/service/lifecycle.h"

#include <algorithm>

namespace jackfield {

namespace {

constexpr int kMaxVersionPage = 200;

Problems problemsOf(const Kind &kind, const FlowState &state)
{
    return kind.rules().check(state, kind.lens().project(state));
}

} // namespace

Result<Problems> FlowLife::validate(const WorkspaceId &workspace, const FlowId &id)
{
    const Result<Ledger::Flow> flow = m_ledger.load(workspace, id);
    if (!flow)
        return flow.error();
    const Result<const Kind *> kind = kindOf(m_kinds, (*flow)->record.summary);
    if (!kind)
        return kind.error();
    return problemsOf(**kind, (*flow)->record.state);
}

void FlowLife::publish(
    const WorkspaceId &workspace, const FlowId &id, const QByteArray &author, Completion<PublishOutcome> done)
{
    const Result<Ledger::Flow> flow = m_ledger.load(workspace, id);
    if (!flow) {
        done(flow.error());
        return;
    }
    FlowRecord &record = (*flow)->record;
    const Result<const Kind *> kind = kindOf(m_kinds, record.summary);
    if (!kind) {
        done(kind.error());
        return;
    }
    if (const Result<void> allowed = lifecycle::mayPublish((*kind)->info(), record); !allowed) {
        done(allowed.error());
        return;
    }
    const Problems problems = problemsOf(**kind, record.state);
    if (hasErrors(problems)) {
        done(PublishOutcome{.version = {}, .problems = problems, .flow = record});
        return;
    }
    m_ledger.write<PublishOutcome>(std::move(done), [&](Ledger::Events &events) -> Result<PublishOutcome> {
        const KindInfo &info = (*kind)->info();
        const Result<FlowVersion> version = makeVersion(**flow, info);
        if (!version)
            return version.error();
        lifecycle::published(info, record, *version);
        if (const Result<void> written = m_ledger.writeSnapshot(**flow); !written)
            return written.error();
        if (const Result<void> noted = m_ledger.noteStatus(**flow, FlowEvent::Type::Published, author, events); !noted)
            return noted.error();
        if (const Result<void> alone = displaceSiblings(record, info, author, events); !alone)
            return alone.error();
        m_pages.forget();
        return PublishOutcome{.version = *version, .problems = problems, .flow = record};
    });
}

Result<FlowVersion> FlowLife::makeVersion(StoredFlow &flow, const KindInfo &kind)
{
    m_ledger.touch(flow.record.summary.id);
    FlowStore &store = m_ledger.store();
    const Result<int> newest = store.versions().newestNumber(flow);
    if (!newest)
        return newest.error();
    if (!kind.lifecycle.keepsVersions) {
        if (const Result<void> dropped = store.versions().dropAll(flow); !dropped)
            return dropped.error();
    }
    const FlowVersion version{
        .id = store.newUlid(),
        .flow = flow.record.summary.id,
        .number = *newest + 1,
        .content = flow.record.state.content,
        .createdAt = store.now()};
    if (const Result<void> inserted = store.versions().insert(flow, version); !inserted)
        return inserted.error();
    return version;
}

Result<void> FlowLife::displaceSiblings(
    const FlowRecord &record, const KindInfo &kind, const QByteArray &author, Ledger::Events &events)
{
    const FlowSummary &summary = record.summary;
    if (!kind.lifecycle.onePublishedPerParent || summary.parent.isEmpty())
        return {};
    const Result<QList<FlowId>> siblings
        = m_ledger.store().lists().withStatus(record.workspace, summary.kind, summary.parent, FlowStatus::Published);
    if (!siblings)
        return siblings.error();
    for (const FlowId &sibling : *siblings) {
        if (sibling == summary.id)
            continue;
        const Result<Ledger::Flow> loaded = m_ledger.load(record.workspace, sibling);
        if (!loaded)
            return loaded.error();
        lifecycle::displaced((*loaded)->record, m_ledger.store().now());
        if (Result<void> noted = m_ledger.noteStatus(**loaded, FlowEvent::Type::StatusChanged, author, events); !noted)
            return noted;
    }
    return {};
}

void FlowLife::activate(
    const WorkspaceId &workspace, const FlowId &id, const QByteArray &author, Completion<FlowRecord> done)
{
    changeStatus(workspace, id, author, std::move(done), &lifecycle::activate);
}

void FlowLife::pause(
    const WorkspaceId &workspace, const FlowId &id, const QByteArray &author, Completion<FlowRecord> done)
{
    changeStatus(
        workspace, id, author, std::move(done),
        [](const KindInfo &kind, FlowRecord &record, Timestamp at) -> Result<bool> {
            if (const Result<void> paused = lifecycle::pause(kind, record, at); !paused)
                return paused.error();
            return true;
        });
}

void FlowLife::changeStatus(
    const WorkspaceId &workspace, const FlowId &id, const QByteArray &author, Completion<FlowRecord> done,
    const std::function<Result<bool>(const KindInfo &, FlowRecord &, Timestamp)> &transition)
{
    const Result<Ledger::Flow> flow = m_ledger.load(workspace, id);
    if (!flow) {
        done(flow.error());
        return;
    }
    const Result<const Kind *> kind = kindOf(m_kinds, (*flow)->record.summary);
    if (!kind) {
        done(kind.error());
        return;
    }
    FlowRecord next = (*flow)->record;
    const Result<bool> changed = transition((*kind)->info(), next, m_ledger.store().now());
    if (!changed) {
        done(changed.error());
        return;
    }
    if (!*changed) {
        m_ledger.complete(std::move(done), next);
        return;
    }
    m_ledger.write<FlowRecord>(std::move(done), [&](Ledger::Events &events) -> Result<FlowRecord> {
        (*flow)->record = next;
        m_pages.forget();
        if (const Result<void> noted = m_ledger.noteStatus(**flow, FlowEvent::Type::StatusChanged, author, events);
            !noted)
            return noted.error();
        return next;
    });
}

Result<VersionPage>
FlowLife::versions(const WorkspaceId &workspace, const FlowId &id, const QByteArray &after, int limit)
{
    if (const Result<Ledger::Flow> flow = m_ledger.load(workspace, id); !flow)
        return flow.error();
    VersionTable &table = m_ledger.store().versions();
    const int wanted = std::clamp(limit, 1, kMaxVersionPage);
    Result<QList<FlowVersion>> versions = table.versions(workspace, id, after, wanted + 1);
    if (!versions)
        return versions.error();
    const Result<qint64> total = table.count(workspace, id);
    if (!total)
        return total.error();
    VersionPage page{.versions = *std::move(versions), .next = {}, .total = *total};
    if (page.versions.size() > wanted) {
        page.versions.removeLast();
        page.next = page.versions.last().id;
    }
    return page;
}

Result<FlowVersion> FlowLife::version(const WorkspaceId &workspace, const FlowId &id, const QByteArray &versionId)
{
    if (const Result<Ledger::Flow> flow = m_ledger.load(workspace, id); !flow)
        return flow.error();
    return m_ledger.store().versions().version(workspace, id, versionId);
}

} // namespace jackfield
