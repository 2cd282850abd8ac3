// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractItemModel>
#include <QString>

namespace jackfield::testing {

/// An item model as an indented tree, one row a line: the texts of its columns, then "| " and the detail of the row,
/// then "*" when that is good news.
QString printedModel(const QAbstractItemModel &model, const QModelIndex &parent = {}, int depth = 0);

} // namespace jackfield::testing
