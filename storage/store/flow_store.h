// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/flow/flow_state.h"
#include "storage/records/access.h"
#include "storage/records/flow_query.h"
#include "storage/records/flow_record.h"
#include "storage/store/schema.h"
#include "storage/store/seams.h"
#include "storage/store/sql_connection.h"
#include "storage/store/ulid_source.h"

#include <memory>
#include <optional>

namespace jackfield {

struct StoreOptions
{
    std::shared_ptr<Clock> clock = systemClock();
    std::shared_ptr<RandomSource> random = systemRandom();
    std::shared_ptr<StoreProbe> probe;
    QList<SchemaStep> steps = schemaSteps();
};

/// A flow with what only the store knows about it.
struct StoredFlow
{
    FlowRecord record;
    qint64 number = 0; ///< order of creation within the store
    qint64 snapshotRevision = 0; ///< the journal after this revision is replayed over the snapshot
    qint64 snapshotBytes = 0; ///< of content and sidecar as text, when the snapshot was written
};

/// One line of the journal.
struct JournalEntry
{
    FlowEvent event;
    FlowEdits inverse;
    bool editsKept = true; ///< false when a snapshot in the same transaction stands for the edits
};

/// An API key with the SHA-256 of its secret.
struct StoredKey
{
    ApiKey key;
    QByteArray digest;
};

/// All of one store on disk. Rows in, rows out: what they mean is the service's business.
///
/// Belongs to one thread. Functions that write need a transaction around them; nothing is durable before commit() has
/// returned. Every query names the workspace. Error codes: not_found, integrity, storage_full, storage_failed,
/// store_damaged; open() also newer_schema.
class FlowStore
{
public:
    /// Opens or makes the file; brings an older schema up to date, after a copy in `backups` beside the file.
    /// A damaged or newer file is refused and left untouched.
    static Result<std::unique_ptr<FlowStore>> open(const QString &path, StoreOptions options = {});
    ~FlowStore();

    Timestamp now() { return m_time->now(); }
    QByteArray newUlid() { return m_ulids->next(now()); }
    RandomSource &random() { return *m_options.random; }
    QString path() const { return m_path; }
    QString backupFolder() const;
    Result<QString> backUp(const QString &name);

    // Transactions
    Result<void> begin();
    Result<void> commit();
    void rollback();
    bool isInTransaction() const { return m_connection->isInTransaction(); }
    /// Opens the file anew and closes the old connection: after a failed write nothing that it believes is trusted.
    /// The old one stays when that fails.
    Result<void> reopen();

    // Flows
    enum class Place : quint8 { Live, Trash };
    Result<StoredFlow> flow(const WorkspaceId &workspace, const FlowId &id, Place place = Place::Live);
    Result<void> insertFlow(StoredFlow &flow); ///< gives it its number; its snapshot is written with it
    Result<void> updateFlow(const StoredFlow &flow); ///< the small row, not the documents
    Result<void> writeSnapshot(StoredFlow &flow);
    Result<bool> idTaken(const FlowId &id); ///< also by a flow in the trash or in another workspace
    /// Flows that belong to `parent`, however deep, itself first.
    Result<QList<FlowSummary>> family(const WorkspaceId &workspace, const FlowId &parent);
    Result<void> moveToTrash(const WorkspaceId &workspace, const FlowId &id, const FlowId &with, Timestamp at);
    /// Ids of what went into the trash together with `with`, in order of creation.
    Result<QList<FlowId>> trashedWith(const WorkspaceId &workspace, const FlowId &with);
    Result<void> takeFromTrash(const WorkspaceId &workspace, const FlowId &id);

    // Lists
    struct Page
    {
        QList<FlowSummary> flows;
        FlowId next;
    };
    Result<Page> list(const FlowQuery &query);
    Result<qint64> count(const FlowQuery &query); ///< of all pages
    Result<QList<FlowSummary>> trash(const WorkspaceId &workspace);
    Result<QStringList>
    namesLike(const WorkspaceId &workspace, const QByteArray &kind, const FlowId &parent, const QString &name);
    Result<QList<FlowId>>
    withStatus(const WorkspaceId &workspace, const QByteArray &kind, const FlowId &parent, FlowStatus status);

    // Journal
    qint64 lastSequence(); ///< of what is on disk or in the running transaction; 0 when empty
    Result<void> append(qint64 flowNumber, const JournalEntry &entry);
    /// Lines after `sequence` up to `last`, oldest first. None when they are no longer kept whole.
    Result<std::optional<QList<FlowEvent>>> events(qint64 sequence, qint64 last, int limit);
    Result<QList<JournalEntry>>
    history(const WorkspaceId &workspace, const FlowId &id, qint64 afterRevision, int limit);
    /// Forgets lines before `sequence`, except those that a snapshot does not hold yet.
    Result<void> pruneJournal(qint64 sequence);

    // Versions
    Result<void> insertVersion(const StoredFlow &flow, const FlowVersion &version);
    Result<int> newestVersionNumber(const StoredFlow &flow);
    Result<void> dropVersions(const StoredFlow &flow);
    Result<FlowVersion> version(const WorkspaceId &workspace, const FlowId &flow, const QByteArray &id);
    Result<QList<FlowVersion>>
    versions(const WorkspaceId &workspace, const FlowId &flow, const QByteArray &after, int limit);
    Result<qint64> versionCount(const WorkspaceId &workspace, const FlowId &flow);

    // Workspaces and keys
    Result<QList<Workspace>> workspaces();
    Result<void> insertWorkspace(const Workspace &workspace);
    Result<QList<StoredKey>> keys();
    Result<void> insertKey(const StoredKey &key);
    Result<void> deleteKey(const QByteArray &id);

    // Folders
    Result<QList<FlowFolder>> folders(const WorkspaceId &workspace);
    Result<bool> folderIdTaken(const QByteArray &id); ///< in whatever workspace
    Result<void> insertFolder(const FlowFolder &folder);
    Result<void> updateFolder(const FlowFolder &folder);
    Result<void> deleteFolder(const WorkspaceId &workspace, const QByteArray &id);

    // Answers to requests that may come again
    struct Answer
    {
        QByteArray digest;
        Json answer;
        Timestamp at = 0;
    };
    Result<std::optional<Answer>> answer(const WorkspaceId &workspace, QByteArrayView key);
    Result<void> putAnswer(const WorkspaceId &workspace, QByteArrayView key, const Answer &answer);
    Result<void> deleteAnswer(const WorkspaceId &workspace, QByteArrayView key);
    Result<void> forgetAnswersBefore(Timestamp at);

private:
    FlowStore(QString path, StoreOptions options);
    Result<void> connect();
    Result<void> prepareContents();
    Result<Timestamp> newestTimestamp();
    Result<void> replay(StoredFlow &flow);
    bool isStillInPlace() const;

    QString m_path;
    StoreOptions m_options;
    std::unique_ptr<SqlConnection> m_connection;
    std::unique_ptr<MonotonicTime> m_time;
    std::unique_ptr<UlidSource> m_ulids;
    quint64 m_fileId = 0;
};

} // namespace jackfield
