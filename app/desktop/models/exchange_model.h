// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/scene/theme.h"
#include "storage/api/log/exchange_filter.h"
#include "storage/api/log/request_log.h"

#include <QAbstractTableModel>
#include <QHash>

#include <deque>

namespace jackfield {

/// The exchanges of the service that pass a filter, newest first. Holds as many as the service does.
class ExchangeModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column : int { Time, Method, Path, Status, Duration, Operation, Api, Workspace, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Newer ones, oldest first. Says how many rows came in at the top.
    int add(const QList<Exchange> &exchanges);
    void clear();
    void setFilter(const QString &text);
    void setWorkspaces(const QList<jackfield::Workspace> &workspaces);
    void setTheme(const Theme &theme);

    bool isEmpty() const { return m_all.empty(); } ///< without regard to the filter
    const Exchange *exchange(const QModelIndex &index) const; ///< nullptr for no row
    QModelIndex indexOf(qint64 number) const; ///< invalid when it is not shown
    QString workspaceName(const WorkspaceId &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const Exchange &exchange, int column) const;
    void dropBeyond(size_t most);
    void filterAll();

    std::deque<Exchange> m_all; ///< newest first; its items stay where they are when others come and go at the ends
    std::deque<const Exchange *> m_rows;
    ExchangeFilter m_filter;
    QHash<WorkspaceId, QString> m_workspaces;
    Theme m_theme;
};

} // namespace jackfield
