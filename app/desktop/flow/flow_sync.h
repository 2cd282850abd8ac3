// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/document/document.h"
#include "storage/records/flow_record.h"

#include <QList>
#include <QObject>
#include <QTimer>

namespace jackfield {

class Workbench;

/// Keeps an open document and the stored flow the same: sends every change as one commit, in order, and adopts what
/// others commit. Nothing is dropped: what could not be stored is tried again, what no longer applies is reported.
/// There is no unsaved state that a user has to think of, only the three of State.
class FlowSync : public QObject
{
    Q_OBJECT

public:
    enum class State : quint8 { Saved, Saving, Failed };

    /// `document` holds revision `revision` of `flow`. Both references outlive the sync.
    FlowSync(Workbench &workbench, FlowId flow, qint64 revision, Document &document, QObject *parent = nullptr);

    State state() const { return m_state; }
    QString message() const { return m_message; } ///< why it failed; empty otherwise
    qint64 revision() const { return m_revision; }
    bool hasUnstoredEdits() const { return !m_pending.isEmpty(); }

signals:
    void stateChanged();
    /// Edits of ours that no longer apply after somebody else's change; `text` is what to keep (JSON).
    void editsLost(const QString &text);

private:
    struct Pending
    {
        FlowEdits edits;
        QString label;
    };

    void documentChanged(const DocumentChange &change);
    void flowHappened(const FlowEvent &event);
    void adopt(const FlowEvent &event);
    void sendNext();
    void acknowledge(qint64 revision);
    void refused(const Error &error);
    void setState(State state, const QString &message = {});

    Workbench &m_workbench;
    const FlowId m_flow;
    const QByteArray m_author; ///< marks the commits of this sync, apart from what else the window does to the flow
    Document &m_document;
    qint64 m_revision;
    QList<Pending> m_pending; ///< oldest first; the first one is under way when m_sending
    bool m_sending = false;
    State m_state = State::Saved;
    QString m_message;
    QTimer m_retry;
};

} // namespace jackfield
