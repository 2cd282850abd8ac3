// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/kind_registry.h"
#include "storage/service/ledger/flow_pages.h"
#include "storage/service/workspaces.h"

#include <optional>

namespace jackfield {

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
    QByteArray author; ///< FlowEvent::author
    QString label;
};

struct Commit
{
    FlowId flow;
    std::optional<qint64> baseRevision; ///< refused with revision_moved when the flow has moved on
    FlowEdits edits;
    JsonEdits properties;
    std::optional<QString> name;
    QByteArray author; ///< FlowEvent::author
    QString label;
};

/// The stored flows: reading, listing, making, changing, deleting and bringing them back.
class Flows
{
public:
    Flows(Ledger &ledger, FlowPages &pages, const KindRegistry &kinds, const Workspaces &workspaces)
        : m_ledger(ledger), m_pages(pages), m_kinds(kinds), m_workspaces(workspaces)
    {
    }

    Result<FlowRecord> flow(const WorkspaceId &workspace, const FlowId &id);
    Result<FlowPage> list(const FlowQuery &query);
    /// A name that no sibling of that kind has: "Support", "Support 2", ...
    QString freeName(const WorkspaceId &workspace, const QByteArray &kind, const FlowId &parent, const QString &wanted);

    void create(NewFlow flow, Completion<FlowRecord> done);
    void commit(const WorkspaceId &workspace, Commit commit, Completion<FlowRecord> done);

    /// Into the trash, with its children.
    void remove(const WorkspaceId &workspace, const FlowId &id, const QByteArray &author, Completion<void> done);
    /// From the trash, same id.
    void restore(const WorkspaceId &workspace, const FlowId &id, const QByteArray &author, Completion<FlowRecord> done);
    Result<QList<FlowSummary>> trash(const WorkspaceId &workspace);

private:
    Result<void> parentFits(const WorkspaceId &workspace, const KindInfo &kind, const FlowId &parent);
    Result<void>
    bringBack(const WorkspaceId &workspace, const FlowId &id, const QByteArray &author, Ledger::Events &events);

    Ledger &m_ledger;
    FlowPages &m_pages;
    const KindRegistry &m_kinds;
    const Workspaces &m_workspaces;
};

} // namespace jackfield
