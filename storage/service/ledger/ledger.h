// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/service/ledger/completion.h"
#include "storage/service/ledger/flow_cache.h"
#include "storage/service/ledger/group_commit.h"
#include "storage/store/flow_store.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace jackfield {

/// What every use case of the service writes through: the store, the flows of it that are in memory, the transaction
/// that is under way, and the journal lines in that. Lives on the service thread.
///
/// A write takes effect in memory at once; what write() and touch() know of is dropped from memory again when the
/// transaction fails, and takenBack() tells whoever remembers more.
class Ledger : public QObject
{
    Q_OBJECT

public:
    explicit Ledger(std::unique_ptr<FlowStore> store, QObject *parent = nullptr);

    using Flow = std::shared_ptr<StoredFlow>;
    using Events = QList<FlowEvent>;

    FlowStore &store() { return *m_store; }

    /// The flow from memory or the store. Error not_found also for one of another workspace.
    Result<Flow> load(const WorkspaceId &workspace, const FlowId &id);
    Flow keep(StoredFlow flow) { return m_cache.put(std::move(flow)); } ///< in memory
    void forget(const FlowId &id) { m_cache.drop(id); } ///< it is no longer live

    /// Runs `change` inside the running transaction. It may fail for the disk's reasons only: whatever can be refused
    /// was refused before. `done` is called when the transaction has ended, or at once when answering early.
    template <typename T> void write(Completion<T> done, const std::function<Result<T>(Events &)> &change)
    {
        if (const Result<void> entered = enter(); !entered) {
            done(entered.error());
            return;
        }
        ++m_changeCount;
        Events events;
        Result<T> result = change(events);
        if (!result)
            fail(result.error());
        if (m_early > 0) {
            m_group->add(std::move(events), {});
            done(std::move(result));
            return;
        }
        m_group->add(
            std::move(events), [done = std::move(done), result = std::move(result)](const Result<void> &durable) {
                if (durable)
                    done(result);
                else
                    done(durable.error());
            });
    }
    /// Completes with what is there already, when that is durable: a change that turned out to be none.
    template <typename T> void complete(Completion<T> done, T value)
    {
        whenDurable([done = std::move(done), value = std::move(value)](const Result<void> &durable) {
            done(durable ? Result<T>(value) : Result<T>(durable.error()));
        });
    }

    /// For writes beside write(): before the first statement, and when one failed.
    Result<void> enter() { return m_group->enter(); }
    void fail(const Error &error) { m_group->fail(error); }
    /// The running transaction changes this flow in memory.
    void touch(const FlowId &id) { m_touched.insert(id); }

    /// Called when everything written so far is on disk, or with why it is not; at once when nothing is under way.
    void whenDurable(Completion<void> done);
    /// Runs `work`; what it writes completes at once, before it is durable.
    void answeringEarly(const std::function<void()> &work);
    /// Writes the snapshots that are due and makes everything durable now.
    Result<void> flush();
    Result<void> endTransaction() { return m_group->flush(); } ///< now, without the snapshots
    /// Grows whenever anything that a read could show has changed.
    quint64 changeCount() const { return m_changeCount; }
    qint64 lastSequence() const { return m_durableSequence; } ///< of the newest line that is on disk

    /// A line of the journal before it has its number: who did what.
    struct Line
    {
        FlowEvent::Type type = FlowEvent::Type::Committed;
        FlowEdits edits = {};
        FlowEdits inverse = {};
        bool editsKept = true;
        QByteArray author = {};
        QString label = {};
    };
    /// Appends a line to the journal, with its event. Touches the flow.
    Result<void> note(StoredFlow &flow, Line line, Events &events);
    /// The same after a change of status: the row, too.
    Result<void> noteStatus(StoredFlow &flow, FlowEvent::Type type, const QByteArray &author, Events &events);
    /// After an edit of the documents: the row, the line, and the snapshot when it is due.
    Result<FlowRecord> noteEdit(StoredFlow &flow, Line line, Events &events);
    /// Before a version is made of it: what is stored is the flow as it is.
    Result<void> writeSnapshot(StoredFlow &flow);

signals:
    void happened(const jackfield::FlowEvent &event); ///< see FlowService
    void troubled(const QString &message); ///< see FlowService::storageTroubled
    /// A transaction failed: what memory holds of it is to be read anew.
    void takenBack();

private:
    void takeBack();
    void settle();
    Result<void> settleInTransaction();

    std::unique_ptr<FlowStore> m_store;
    GroupCommit *m_group;
    QTimer *m_quiet; ///< runs out a second after the last edit
    FlowCache m_cache;
    QSet<FlowId> m_touched; ///< by the running transaction
    /// Flows whose journal runs ahead of their snapshot, and by how many lines since.
    struct Unsettled
    {
        WorkspaceId workspace;
        int lines = 0;
    };
    QHash<FlowId, Unsettled> m_unsettled;
    qint64 m_sequence = 0; ///< of the newest line, durable or not
    qint64 m_durableSequence = 0;
    qint64 m_prunedSequence = 0;
    quint64 m_changeCount = 0;
    int m_early = 0;
};

} // namespace jackfield
