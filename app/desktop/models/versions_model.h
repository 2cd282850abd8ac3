// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/records/flow_record.h"

#include <QAbstractListModel>

namespace jackfield {

/// The versions of a flow, newest first; says which one is live and which one is the newest.
class VersionsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    /// `versions`: newest first. `flow` tells which of them is what.
    void show(const FlowSummary &flow, const QList<FlowVersion> &versions);
    void clear();
    const FlowVersion *version(const QModelIndex &index) const; ///< nullptr for no row

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString detail(const FlowVersion &version) const;

    QList<FlowVersion> m_versions;
    FlowSummary m_flow;
};

} // namespace jackfield
