// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/models/exchange_model.h"

#include <QDateTime>

#include <algorithm>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

int ExchangeModel::add(const QList<Exchange> &exchanges)
{
    std::deque<const Exchange *> fresh;
    for (const Exchange &exchange : exchanges) {
        m_all.push_front(exchange);
        if (m_filter.accepts(exchange))
            fresh.push_front(&m_all.front());
    }
    if (!fresh.empty()) {
        beginInsertRows({}, 0, int(fresh.size()) - 1);
        m_rows.insert(m_rows.begin(), fresh.begin(), fresh.end());
        endInsertRows();
    }
    dropBeyond(RequestLog::kExchanges);
    return int(fresh.size());
}

void ExchangeModel::dropBeyond(size_t most)
{
    if (m_all.size() <= most)
        return;
    const qint64 oldestKept = m_all[most - 1].number;
    const auto isKept = [oldestKept](const Exchange *exchange) { return exchange->number >= oldestKept; };
    const auto gone = std::ranges::partition_point(m_rows, isKept);
    if (gone != m_rows.end()) {
        beginRemoveRows({}, int(gone - m_rows.begin()), int(m_rows.size()) - 1);
        m_rows.erase(gone, m_rows.end());
        endRemoveRows();
    }
    m_all.resize(most);
}

void ExchangeModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_all.clear();
    endResetModel();
}

void ExchangeModel::setFilter(const QString &text)
{
    m_filter = ExchangeFilter(text);
    filterAll();
}

void ExchangeModel::filterAll()
{
    beginResetModel();
    m_rows.clear();
    for (const Exchange &exchange : m_all) {
        if (m_filter.accepts(exchange))
            m_rows.push_back(&exchange);
    }
    endResetModel();
}

void ExchangeModel::setWorkspaces(const QList<jackfield::Workspace> &workspaces)
{
    m_workspaces.clear();
    for (const jackfield::Workspace &workspace : workspaces)
        m_workspaces.insert(workspace.id, workspace.name);
}

void ExchangeModel::setTheme(const Theme &theme)
{
    m_theme = theme;
    if (!m_rows.empty())
        emit dataChanged(index(0, Status), index(rowCount() - 1, Status), {Qt::ForegroundRole});
}

const Exchange *ExchangeModel::exchange(const QModelIndex &index) const
{
    return index.isValid() ? m_rows[size_t(index.row())] : nullptr;
}

QModelIndex ExchangeModel::indexOf(qint64 number) const
{
    const auto found = std::ranges::find(m_rows, number, &Exchange::number);
    return found == m_rows.end() ? QModelIndex() : index(int(found - m_rows.begin()), 0);
}

QString ExchangeModel::workspaceName(const WorkspaceId &id) const
{
    return id.isEmpty() ? QString() : m_workspaces.value(id, id.toString());
}

int ExchangeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ExchangeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ExchangeModel::text(const Exchange &exchange, int column) const
{
    switch (column) {
    case Time:
        return QDateTime::fromMSecsSinceEpoch(exchange.at).toString(u"HH:mm:ss.zzz"_s);
    case Method:
        return QString::fromUtf8(exchange.method);
    case Path:
        return QString::fromUtf8(exchange.target);
    case Status:
        return QString::number(exchange.status);
    case Duration:
        return tr("%1 ms").arg(double(exchange.microseconds) / 1000, 0, 'f', 2);
    case Operation:
        return exchange.operation.isEmpty() ? exchange.nearest : QString::fromUtf8(exchange.operation);
    case Api:
        return QString::fromUtf8(exchange.api);
    default:
        return workspaceName(exchange.workspace);
    }
}

QVariant ExchangeModel::data(const QModelIndex &index, int role) const
{
    const Exchange *shown = exchange(index);
    if (!shown)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*shown, index.column());
    case Qt::ToolTipRole: // may be taken for rich text
        return text(*shown, index.column()).toHtmlEscaped();
    case Qt::TextAlignmentRole:
        return index.column() == Duration ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case Qt::ForegroundRole:
        if (index.column() == Status && shown->status >= 400)
            return shown->status >= 500 ? m_theme.error : m_theme.warning;
        return index.column() == Time ? QVariant(m_theme.secondaryText) : QVariant();
    default:
        return {};
    }
}

QVariant ExchangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == Duration)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString names[ColumnCount]
        = {tr("Time"), tr("Method"), tr("Path"), tr("Status"), tr("Took"), tr("Operation"), tr("API"), tr("Workspace")};
    return names[section];
}

} // namespace jackfield
