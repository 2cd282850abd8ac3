// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/scene/theme.h"
#include "model/validation/problem.h"

#include <QAbstractListModel>
#include <QIcon>

namespace jackfield {

/// The problems of a flow in document order; of very many only the first, and a row that says so.
class ProblemsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr qsizetype kMostShown = 1000;

    using QAbstractListModel::QAbstractListModel;

    void show(const Problems &problems);
    void setTheme(const Theme &theme);
    const Problem *problem(const QModelIndex &index) const; ///< nullptr for no row, and for the one that says "more"
    int problemCount() const { return int(m_shown.size()); } ///< of those that have a row

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    Problems m_shown;
    qsizetype m_more = 0; ///< problems without a row
    QIcon m_error;
    QIcon m_warning;
};

} // namespace jackfield
