// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/service/api_keys.h"
#include "storage/service/flow_events.h"
#include "storage/service/flow_life.h"
#include "storage/service/flows.h"
#include "storage/service/idempotent_answers.h"
#include "storage/service/shelves.h"

#include <QObject>

#include <memory>

namespace jackfield {

/// What the window and the APIs do with flows: both call these same functions, one class for each family of use cases.
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
    /// `kinds` outlive the service.
    FlowService(const KindRegistry &kinds, std::unique_ptr<FlowStore> store, QObject *parent = nullptr);
    ~FlowService() override; ///< flushes

    const KindRegistry &kinds() const { return m_kinds; }

    Flows &flows() { return m_flows; }
    FlowLife &life() { return m_life; }
    Shelves &shelves() { return m_shelves; }
    Workspaces &workspaces() { return m_workspaces; }
    const Workspaces &workspaces() const { return m_workspaces; }
    ApiKeys &keys() { return m_keys; }
    IdempotentAnswers &answers() { return m_answers; }
    FlowEvents &events() { return m_events; }

    /// A fresh id that sorts after all before; and one in 24 hexadecimal digits that begin with the time in seconds.
    QByteArray newId();
    QByteArray newHexId();
    /// The time that a change made now gets.
    Timestamp now();

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
    const KindRegistry &m_kinds;
    Ledger m_ledger;
    FlowPages m_pages;
    Workspaces m_workspaces;
    Flows m_flows;
    FlowLife m_life;
    Shelves m_shelves;
    ApiKeys m_keys;
    IdempotentAnswers m_answers;
    FlowEvents m_events;
};

} // namespace jackfield
