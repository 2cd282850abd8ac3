// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/kind_registry.h"
#include "storage/records/access.h"
#include "storage/records/flow_query.h"
#include "storage/records/flow_record.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace jackfield {

class FlowStore;

/// Called once the change is durable on disk, or with the reason why it is not (nothing changed then).
template <typename T> using Completion = std::function<void(Result<T>)>;

struct NewFlow
{
    WorkspaceId workspace; ///< empty = the default workspace
    FlowId
        id; ///< empty = a new one in the style of the kind; else 1 to 64 of [A-Za-z0-9_-], refused when any flow has it
    QByteArray kind;
    QString name;
    FlowId parent;
    Json properties = Json::object();
    FlowState state; ///< null content = the kind's blank
    Json surround;
    JsonStyle style;
    QByteArray origin;
    QString label;
};

struct Commit
{
    FlowId flow;
    std::optional<qint64> baseRevision; ///< refused with revision_moved when the flow has moved on
    FlowEdits edits;
    JsonEdits properties;
    std::optional<QString> name;
    QByteArray origin;
    QString label;
};

/// What publishing came to: a version, or the errors that stand against one.
struct PublishOutcome
{
    std::optional<FlowVersion> version; ///< none when `problems` has errors; nothing changed then
    Problems problems; ///< all of them; warnings come with a version, too
    FlowRecord flow; ///< afterwards
};

/// What the window and the APIs do with flows: both call these same functions.
///
/// Lives on the service thread (see ServiceThread); nothing here may be called from another one. Reads answer at once
/// from memory or the store. Writes take effect for readers at once, share a transaction with what else arrives in the
/// same turn of the event loop (group commit), and complete when that is durable; when it fails everything in it is
/// taken back. What is refused without touching the store completes at once, before the call returns. Every function
/// names the workspace: what belongs to another one is not_found. Every change of a flow, of its status too, makes a
/// new revision and one event; going into the trash and coming back make an event only. Error codes: not_found,
/// revision_moved, conflict (wrong state), invalid, edit_does_not_apply, integrity, storage_full, storage_failed,
/// store_damaged.
class FlowService : public QObject
{
    Q_OBJECT

public:
    FlowService(const KindRegistry &kinds, std::unique_ptr<FlowStore> store, QObject *parent = nullptr);
    ~FlowService() override;

    const KindRegistry &kinds() const;

    // Flows
    Result<FlowRecord> flow(const WorkspaceId &workspace, const FlowId &id);
    Result<FlowPage> list(const FlowQuery &query);
    void create(NewFlow flow, Completion<FlowRecord> done);
    void commit(const WorkspaceId &workspace, Commit commit, Completion<FlowRecord> done);
    void remove(
        const WorkspaceId &workspace, const FlowId &id, const QByteArray &origin,
        Completion<void> done); ///< into the trash, with its children
    void restore(
        const WorkspaceId &workspace, const FlowId &id, const QByteArray &origin,
        Completion<FlowRecord> done); ///< from the trash, same id
    Result<QList<FlowSummary>> trash(const WorkspaceId &workspace);
    /// A name that no sibling of that kind has: "Support", "Support 2", ...
    QString freeName(const WorkspaceId &workspace, const QByteArray &kind, const FlowId &parent, const QString &wanted);

    // Life
    Result<Problems> validate(const WorkspaceId &workspace, const FlowId &id);
    /// Validates and snapshots in one transaction. Errors of the flow are no Error: they are in the outcome, without a
    /// version.
    void
    publish(const WorkspaceId &workspace, const FlowId &id, const QByteArray &origin, Completion<PublishOutcome> done);
    /// Makes the newest version the live one. Active with that version already: nothing changes.
    void
    activate(const WorkspaceId &workspace, const FlowId &id, const QByteArray &origin, Completion<FlowRecord> done);
    void pause(const WorkspaceId &workspace, const FlowId &id, const QByteArray &origin, Completion<FlowRecord> done);
    struct VersionPage
    {
        QList<FlowVersion> versions; ///< newest first
        QByteArray next;
        qint64 total = 0;
    };
    Result<VersionPage> versions(const WorkspaceId &workspace, const FlowId &id, const QByteArray &after, int limit);
    Result<FlowVersion> version(const WorkspaceId &workspace, const FlowId &id, const QByteArray &versionId);

    // Folders, in order of creation
    Result<QList<FlowFolder>> folders(const WorkspaceId &workspace);
    Result<FlowFolder> folder(const WorkspaceId &workspace, const QByteArray &id);
    /// Makes a folder when `folder.id` is empty or new, else changes its name and properties. Times are set here.
    void putFolder(FlowFolder folder, Completion<FlowFolder> done);
    void removeFolder(const WorkspaceId &workspace, const QByteArray &id, Completion<void> done); ///< its flows stay

    // Workspaces and keys
    WorkspaceId defaultWorkspace() const;
    QList<Workspace> workspaces() const;
    void createWorkspace(const QString &name, Completion<Workspace> done);
    void createKey(const KeyRequest &request, Completion<NewKey> done);
    QList<ApiKey> keys() const;
    void revokeKey(const QByteArray &keyId, Completion<void> done);
    /// The owner of a key that `api` accepts; constant time in the secret. Revoked keys stop at once.
    std::optional<Principal> authenticate(QByteArrayView api, QByteArrayView secret) const;

    /// A fresh id that sorts after all before; and one in 24 hexadecimal digits that begin with the time in seconds.
    QByteArray newId();
    QByteArray newHexId();
    /// The time that a change made now gets.
    Timestamp now() const;

    // Idempotent requests: the stored answer for a key, kept 24 hours, written in the same transaction as the change.
    // The order for a request with a key: storedAnswer(); else rememberAnswer() with a null answer, then the change
    // inside answeringEarly(): its completion makes the answer, passes it to rememberAnswer() and sends it from
    // whenDurable().
    struct StoredAnswer
    {
        QByteArray requestDigest; ///< of method, path and body: another body under the same key is a conflict
        Json
            answer; ///< status, headers and body as the API layer wrote them; null while the first request is under way
    };
    std::optional<StoredAnswer> storedAnswer(const WorkspaceId &workspace, QByteArrayView key);
    /// Remembers a key before its change is made; the answer follows through rememberAnswer() before the same
    /// transaction ends.
    void rememberAnswer(const WorkspaceId &workspace, QByteArrayView key, const StoredAnswer &answer);
    /// For requests whose answer is not worth keeping (refused before anything changed).
    void forgetAnswer(const WorkspaceId &workspace, QByteArrayView key);
    /// Runs `work`; what it writes completes at once, before it is durable. Nothing of that may leave the program
    /// before whenDurable() says so.
    void answeringEarly(const std::function<void()> &work);
    /// Called when everything written so far is on disk, or with why it is not; at once when nothing is under way.
    void whenDurable(Completion<void> done);

    /// Events after `sequence`, oldest first, at most 1 000; none when they are no longer kept (start over then).
    std::optional<QList<FlowEvent>> eventsSince(qint64 sequence) const;
    qint64 lastSequence() const;
    /// The changes of one flow after `revision`, oldest first; none when they are no longer kept (read the flow then).
    Result<std::optional<QList<FlowEvent>>>
    changesSince(const WorkspaceId &workspace, const FlowId &id, qint64 revision);
    /// Grows whenever anything that a read could show has changed: answers made under the same count may be reused.
    quint64 changeCount() const;

    /// A consistent copy of the store in the folder `backups` beside it; the path of the copy.
    Result<QString> backUp();

    /// Makes everything durable now. For a clean end.
    Result<void> flush();

signals:
    /// A change is on disk. Emitted in order, before the completion of the call that made it.
    void happened(const jackfield::FlowEvent &event);
    /// Writing does not work or works again: `message` is empty when it does.
    void storageTroubled(const QString &message);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace jackfield
