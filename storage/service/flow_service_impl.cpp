// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/service/flow_service_impl.h"

#include "model/kinds/kind_registry.h"

#include <utility>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Text of the flows kept in memory; as values they take a few times that.
constexpr qint64 kCacheBytes = 12 * 1024 * 1024;
constexpr size_t kRecentEvents = 1000;
constexpr int kQuietMilliseconds = 1000;
constexpr qint64 kJournalLines = 10'000;
constexpr qint64 kPruneEvery = 1000;

} // namespace

FlowService::Impl::Impl(FlowService &service, const KindRegistry &registry, std::unique_ptr<FlowStore> ownStore)
    : self(service), kinds(registry), store(std::move(ownStore)),
      group(new GroupCommit(
          *store,
          {.durable = [this](const FlowEvent &event) { durable(event); },
           .committed = [this] { touched.clear(); },
           .takenBack = [this] { takenBack(); },
           .troubled = [this](const QString &message) { emit self.storageTroubled(message); }},
          &service)),
      quiet(new QTimer(&service)), cache(kCacheBytes)
{
    quiet->setSingleShot(true);
    quiet->setInterval(kQuietMilliseconds);
    QObject::connect(quiet, &QTimer::timeout, &service, [this] { settle(); });
    durableSequence = sequence = store->lastSequence();
    if (Result<QList<Workspace>> read = store->workspaces())
        workspaces = *std::move(read);
    readKeys();
}

void FlowService::Impl::readKeys()
{
    const Result<QList<StoredKey>> read = store->keys();
    if (!read)
        return;
    keysByDigest.clear();
    for (const StoredKey &stored : *read)
        keysByDigest.insert(stored.digest, stored.key);
}

WorkspaceId FlowService::Impl::orDefault(const WorkspaceId &workspace) const
{
    return workspace.isEmpty() ? self.defaultWorkspace() : workspace;
}

Result<FlowService::Impl::Flow> FlowService::Impl::load(const WorkspaceId &workspace, const FlowId &id)
{
    if (Flow cached = cache.find(id); cached && cached->record.workspace == workspace)
        return cached;
    Result<StoredFlow> stored = store->flow(workspace, id);
    if (!stored)
        return stored.error();
    return cache.put(*std::move(stored));
}

Result<const Kind *> FlowService::Impl::kindOf(const FlowRecord &record) const
{
    const Kind *kind = kinds.find(record.summary.kind);
    if (!kind) {
        return Error{
            .code = "conflict"_ba,
            .message = u"'%1' is of the kind '%2', which this program does not know."_s.arg(
                record.summary.name, QString::fromUtf8(record.summary.kind))};
    }
    return kind;
}

Result<void> FlowService::Impl::record(StoredFlow &flow, Line line, Events &events)
{
    touched.insert(flow.record.summary.id);
    JournalEntry entry{
        .event
        = {.sequence = ++sequence,
           .type = line.type,
           .workspace = flow.record.workspace,
           .flow = flow.record.summary.id,
           .kind = flow.record.summary.kind,
           .revision = flow.record.revision,
           .edits = std::move(line.edits),
           .origin = line.origin,
           .label = line.label,
           .at = store->now()},
        .inverse = std::move(line.inverse),
        .editsKept = line.editsKept};
    const Result<void> appended = store->append(flow.number, entry);
    events.append(std::move(entry.event));
    return appended;
}

Result<void>
FlowService::Impl::recordStatus(StoredFlow &flow, FlowEvent::Type type, const QByteArray &origin, Events &events)
{
    touched.insert(flow.record.summary.id);
    if (Result<void> updated = store->updateFlow(flow); !updated)
        return updated;
    return record(flow, {.type = type, .origin = origin}, events);
}

void FlowService::Impl::forgetPages(bool membership)
{
    pages.clear();
    if (membership)
        totals.clear();
}

void FlowService::Impl::durable(const FlowEvent &event)
{
    durableSequence = std::max(durableSequence, event.sequence);
    recent.push_back(event);
    if (recent.size() > kRecentEvents)
        recent.pop_front();
    emit self.happened(event);
}

void FlowService::Impl::takenBack()
{
    for (const FlowId &id : std::exchange(touched, {}))
        cache.drop(id);
    forgetPages(true);
    sequence = durableSequence;
    ++changes;
    if (Result<QList<Workspace>> read = store->workspaces())
        workspaces = *std::move(read);
    readKeys();
}

void FlowService::Impl::settle()
{
    if (const Result<void> entered = group->enter(); !entered)
        return;
    if (const Result<void> settled = settleInTransaction(); !settled)
        group->fail(settled.error());
}

Result<void> FlowService::Impl::settleInTransaction()
{
    const auto due = std::exchange(unsettled, {});
    for (auto flow = due.begin(); flow != due.end(); ++flow) {
        const Result<Flow> loaded = load(flow->workspace, flow.key());
        // Gone into the trash meanwhile: its journal stays and is replayed when it comes back.
        if (!loaded || (*loaded)->snapshotRevision == (*loaded)->record.revision)
            continue;
        touched.insert(flow.key());
        if (Result<void> written = store->writeSnapshot(**loaded); !written)
            return written;
    }
    if (sequence - kJournalLines > prunedSequence + kPruneEvery) {
        prunedSequence = sequence - kJournalLines;
        if (Result<void> pruned = store->pruneJournal(prunedSequence); !pruned)
            return pruned;
    }
    return store->forgetAnswersBefore(store->now() - kAnswersKept);
}

} // namespace jackfield
