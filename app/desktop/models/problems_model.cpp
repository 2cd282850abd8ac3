// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/models/problems_model.h"

#include "app/desktop/widgets/icons.h"
#include "app/desktop/widgets/row_roles.h"

#include <algorithm>

namespace jackfield {

void ProblemsModel::show(const Problems &problems)
{
    beginResetModel();
    m_shown = problems.first(std::min(problems.size(), kMostShown));
    m_more = problems.size() - m_shown.size();
    endResetModel();
}

void ProblemsModel::setTheme(const Theme &theme)
{
    m_error = tintedIcon("error", theme.error);
    m_warning = tintedIcon("warning", theme.warning);
    if (!m_shown.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1), {Qt::DecorationRole});
}

const Problem *ProblemsModel::problem(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_shown.size() ? &m_shown[index.row()] : nullptr;
}

int ProblemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : problemCount() + (m_more > 0 ? 1 : 0);
}

QVariant ProblemsModel::data(const QModelIndex &index, int role) const
{
    const Problem *shown = problem(index);
    if (!shown)
        return role == Qt::DisplayRole ? tr("%1 more problems: solve these first.").arg(m_more) : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return shown->message;
    case Qt::DecorationRole:
        return shown->severity == Severity::Error ? m_error : m_warning;
    case kDetailRole:
        return QString::fromUtf8(shown->code);
    default:
        return {};
    }
}

} // namespace jackfield
