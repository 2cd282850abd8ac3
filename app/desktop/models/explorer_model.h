// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/kind_registry.h"
#include "storage/records/flow_record.h"

#include <QHash>
#include <QStandardItemModel>

namespace jackfield {

/// What the explorer lists, as the store gave it.
struct FlowListing
{
    QList<FlowSummary> flows; ///< that fit the search, oldest first
    qint64 total = 0; ///< how many there are, those beyond the most that are listed included
    QList<FlowSummary> trash; ///< what was deleted last comes first
};

/// The flows of a workspace as a tree: kinds, flows that stand alone, below them the flows they own; last the trash.
class ExplorerModel : public QStandardItemModel
{
    Q_OBJECT

public:
    static constexpr int kFlowRole = Qt::UserRole + 1; ///< QByteArray: id of a flow
    static constexpr int kTrashedRole = Qt::UserRole + 2; ///< QByteArray: id of a flow in the trash

    /// `kinds` outlives the model.
    explicit ExplorerModel(const KindRegistry &kinds, QObject *parent = nullptr);

    /// `search` narrows the trash, which the store gives whole.
    void show(const FlowListing &listing, const QString &search);
    const QList<FlowSummary> &flows() const { return m_flows; }
    const FlowSummary *flow(const FlowId &id) const; ///< nullptr when it is not listed, or in the trash
    QModelIndex find(int role, const FlowId &id) const; ///< invalid when there is none

    static QString trashTitle() { return tr("Trash"); }

private:
    void addKinds();
    void addTrash(const QList<FlowSummary> &trash, const QString &search);
    QStandardItem *itemFor(const FlowSummary &flow) const;
    QStandardItem *trashedItemFor(const FlowSummary &flow) const;

    const KindRegistry &m_kinds;
    QList<FlowSummary> m_flows;
    QHash<FlowId, qsizetype> m_index;
};

} // namespace jackfield
