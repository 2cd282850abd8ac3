// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/kind_registry.h"
#include "storage/service/ledger/flow_pages.h"
#include "storage/service/ledger/ledger.h"

#include <optional>

namespace jackfield {

/// What publishing came to: a version, or the errors that stand against one.
struct PublishOutcome
{
    std::optional<FlowVersion> version; ///< none when `problems` has errors; nothing changed then
    Problems problems; ///< all of them; warnings come with a version, too
    FlowRecord flow; ///< afterwards
};

struct VersionPage
{
    QList<FlowVersion> versions; ///< newest first
    QByteArray next;
    qint64 total = 0;
};

/// The life of a flow: checked, published, live, paused; and its versions. What may follow what is told by lifecycle.h.
class FlowLife
{
public:
    FlowLife(Ledger &ledger, FlowPages &pages, const KindRegistry &kinds)
        : m_ledger(ledger), m_pages(pages), m_kinds(kinds)
    {
    }

    Result<Problems> validate(const WorkspaceId &workspace, const FlowId &id);
    /// Validates and snapshots in one transaction. Errors of the flow are no Error: they are in the outcome, without a
    /// version.
    void
    publish(const WorkspaceId &workspace, const FlowId &id, const QByteArray &author, Completion<PublishOutcome> done);
    /// Makes the newest version the live one. Active with that version already: nothing changes.
    void
    activate(const WorkspaceId &workspace, const FlowId &id, const QByteArray &author, Completion<FlowRecord> done);
    void pause(const WorkspaceId &workspace, const FlowId &id, const QByteArray &author, Completion<FlowRecord> done);

    Result<VersionPage> versions(const WorkspaceId &workspace, const FlowId &id, const QByteArray &after, int limit);
    Result<FlowVersion> version(const WorkspaceId &workspace, const FlowId &id, const QByteArray &versionId);

private:
    Result<FlowVersion> makeVersion(StoredFlow &flow, const KindInfo &kind);
    /// Takes the published siblings of a flow back to draft where only one may be published.
    Result<void>
    displaceSiblings(const FlowRecord &record, const KindInfo &kind, const QByteArray &author, Ledger::Events &events);
    /// `transition` changes the record, or says false when there is nothing to change.
    void changeStatus(
        const WorkspaceId &workspace, const FlowId &id, const QByteArray &author, Completion<FlowRecord> done,
        const std::function<Result<bool>(const KindInfo &, FlowRecord &, Timestamp)> &transition);

    Ledger &m_ledger;
    FlowPages &m_pages;
    const KindRegistry &m_kinds;
};

} // namespace jackfield
