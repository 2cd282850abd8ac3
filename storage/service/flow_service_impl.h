// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/kind_registry.h"
#include "storage/service/flow_cache.h"
#include "storage/service/flow_service.h"
#include "storage/service/group_commit.h"
#include "storage/service/lifecycle.h"
#include "storage/store/flow_store.h"

#include <QSet>
#include <QTimer>

#include <deque>

namespace jackfield {

/// How long the answer to an Idempotency-Key is kept, in milliseconds.
inline constexpr Timestamp kAnswersKept = 24LL * 60 * 60 * 1000;

/// What a FlowService holds. Its functions are spread over flow_service*.cpp by what they are about.
struct FlowService::Impl
{
    Impl(FlowService &service, const KindRegistry &registry, std::unique_ptr<FlowStore> ownStore);

    using Flow = std::shared_ptr<StoredFlow>;
    using Events = QList<FlowEvent>;

    /// The flow from memory or the store. Error not_found also for one of another workspace.
    Result<Flow> load(const WorkspaceId &workspace, const FlowId &id);
    /// The kind of a stored flow. Error conflict when this program does not know it.
    Result<const Kind *> kindOf(const FlowRecord &record) const;
    WorkspaceId orDefault(const WorkspaceId &workspace) const;

    /// Runs `change` inside the running transaction. It may fail for the disk's reasons only: whatever can be refused
    /// was refused before. `done` is called when the transaction has ended, or at once when answering early.
    template <typename T> void write(Completion<T> done, const std::function<Result<T>(Events &)> &change)
    {
        if (const Result<void> entered = group->enter(); !entered) {
            done(entered.error());
            return;
        }
        ++changes;
        Events events;
        Result<T> result = change(events);
        if (!result)
            group->fail(result.error());
        if (early > 0) {
            group->add(std::move(events), {});
            done(std::move(result));
            return;
        }
        group->add(
            std::move(events), [done = std::move(done), result = std::move(result)](const Result<void> &durable) {
                if (durable)
                    done(result);
                else
                    done(durable.error());
            });
    }

    /// A line of the journal before it has its number: who did what.
    struct Line
    {
        FlowEvent::Type type = FlowEvent::Type::Committed;
        FlowEdits edits;
        FlowEdits inverse;
        bool editsKept = true;
        QByteArray origin;
        QString label;
    };
    /// Marks a flow as changed by the running transaction and appends a line to the journal, with its event.
    Result<void> record(StoredFlow &flow, Line line, Events &events);
    /// The same after a change of status: the row, too.
    Result<void> recordStatus(StoredFlow &flow, FlowEvent::Type type, const QByteArray &origin, Events &events);
    /// After an edit of the documents: the row, the line, and the snapshot when it is due.
    Result<FlowRecord> journalled(StoredFlow &flow, Line line, Events &events);
    Result<FlowVersion> makeVersion(StoredFlow &flow, const KindInfo &kind);
    /// Takes the published siblings of a flow back to draft where only one may be published.
    Result<void>
    displaceSiblings(const FlowRecord &record, const KindInfo &kind, const QByteArray &origin, Events &events);
    /// `transition` changes the record, or says false when there is nothing to change.
    void changeStatus(
        const WorkspaceId &workspace, const FlowId &id, const QByteArray &origin, Completion<FlowRecord> done,
        const std::function<Result<bool>(const KindInfo &, FlowRecord &, Timestamp)> &transition);
    Result<void> bringBack(const WorkspaceId &workspace, const FlowId &id, const QByteArray &origin, Events &events);
    Result<void> parentFits(const WorkspaceId &workspace, const KindInfo &kind, const FlowId &parent);
    void forgetPages(bool membership);
    void readKeys();

    // What the transaction's end means.
    void durable(const FlowEvent &event);
    void takenBack();
    /// Writes the snapshots that are due; called after a second without commits.
    void settle();
    Result<void> settleInTransaction();

    FlowService &self;
    const KindRegistry &kinds;
    std::unique_ptr<FlowStore> store;
    GroupCommit *group;
    QTimer *quiet;
    FlowCache cache;
    QSet<FlowId> touched; ///< by the running transaction
    /// Flows whose journal runs ahead of their snapshot, and by how many lines since.
    struct Unsettled
    {
        WorkspaceId workspace;
        int lines = 0;
    };
    QHash<FlowId, Unsettled> unsettled;
    QList<Workspace> workspaces;
    QHash<QByteArray, ApiKey> keysByDigest;
    std::deque<FlowEvent> recent;
    QHash<QByteArray, FlowStore::Page> pages;
    QHash<QByteArray, qint64> totals;
    qint64 sequence = 0; ///< of the newest line, durable or not
    qint64 durableSequence = 0;
    qint64 prunedSequence = 0;
    quint64 changes = 0;
    int early = 0;
};

} // namespace jackfield
