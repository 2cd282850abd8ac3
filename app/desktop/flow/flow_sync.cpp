// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/flow/flow_sync.h"

#include "app/desktop/widgets/when_done.h"
#include "model/json/json_writer.h"
#include "storage/host/workbench.h"
#include "storage/records/missing.h"

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

constexpr int kRetryMilliseconds = 2000;

QString editsAsText(const FlowEdits &edits)
{
    return QString::fromUtf8(writeJson(editsToJson(edits.content), JsonStyle{}));
}

} // namespace

FlowSync::FlowSync(Workbench &workbench, FlowId flow, qint64 revision, Document &document, QObject *parent)
    : QObject(parent), m_workbench(workbench), m_flow(std::move(flow)), m_author(workbench.author() + "/edit"),
      m_document(document), m_revision(revision)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(kRetryMilliseconds);
    connect(&m_retry, &QTimer::timeout, this, &FlowSync::sendNext);
    connect(&document, &Document::changed, this, &FlowSync::documentChanged);
    connect(&workbench, &Workbench::flowHappened, this, &FlowSync::flowHappened);
}

void FlowSync::documentChanged(const DocumentChange &change)
{
    if (change.source == ChangeSource::Remote || change.source == ChangeSource::Load || change.edits.isEmpty())
        return;
    m_pending << Pending{change.edits, change.label};
    sendNext();
}

void FlowSync::flowHappened(const FlowEvent &event)
{
    if (event.flow != m_flow || event.revision <= m_revision)
        return;
    if (event.author == m_author)
        acknowledge(event.revision);
    else
        adopt(event);
}

void FlowSync::adopt(const FlowEvent &event)
{
    m_revision = event.revision;
    if (event.edits.isEmpty())
        return;
    QList<FlowEdits> ours;
    for (const Pending &pending : m_pending)
        ours << pending.edits;
    const Result<Document::Adopted> adopted = m_document.adopt(event.edits, event.label, ours);
    if (!adopted) {
        setState(State::Failed, adopted.error().message);
        return;
    }
    QList<Pending> rebased;
    for (qsizetype i = 0; i < adopted->pending.size(); ++i) {
        const bool sameSteps = adopted->pending.size() == m_pending.size();
        rebased << Pending{adopted->pending[i], sameSteps ? m_pending[i].label : tr("Edit")};
    }
    m_pending = rebased;
    for (const FlowEdits &edits : adopted->lost)
        emit editsLost(editsAsText(edits));
}

void FlowSync::sendNext()
{
    if (m_sending)
        return;
    if (m_pending.isEmpty()) {
        setState(State::Saved);
        return;
    }
    m_sending = true;
    if (m_state == State::Saved)
        setState(State::Saving);
    Commit commit{
        .flow = m_flow,
        .baseRevision = m_revision,
        .edits = m_pending.first().edits,
        .author = m_author,
        .label = m_pending.first().label};
    const auto storing = [workspace = m_workbench.workspace(),
                          commit = std::move(commit)](FlowService &service, Completion<FlowRecord> done) {
        service.flows().commit(workspace, commit, std::move(done));
    };
    const auto answer = m_workbench.write<FlowRecord>(storing);
    whenDone(answer, this, [this](const Result<FlowRecord> &stored) {
        if (stored)
            acknowledge(stored->revision);
        else
            refused(stored.error());
    });
}

void FlowSync::acknowledge(qint64 revision)
{
    // The event and the answer of one commit both come here; the first one counts.
    if (revision <= m_revision || m_pending.isEmpty())
        return;
    m_revision = revision;
    m_pending.removeFirst();
    m_sending = false;
    sendNext();
}

void FlowSync::refused(const Error &error)
{
    m_sending = false;
    if (error.code == "revision_moved") {
        // What moved it was announced before this answer, so the edits are already rebased.
        sendNext();
        return;
    }
    setState(State::Failed, error.message);
    if (!isMissing(error))
        m_retry.start();
}

void FlowSync::setState(State state, const QString &message)
{
    if (m_state == state && m_message == message)
        return;
    m_state = state;
    m_message = message;
    emit stateChanged();
}

} // namespace jackfield
