// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/model_text.h"

#include "app/desktop/widgets/row_roles.h"

#include <QStringList>

namespace jackfield::testing {

using namespace Qt::Literals::StringLiterals;

QString printedModel(const QAbstractItemModel &model, const QModelIndex &parent, int depth)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList columns;
        for (int column = 0; column < model.columnCount(parent); ++column)
            columns << model.index(row, column, parent).data().toString();
        const QModelIndex first = model.index(row, 0, parent);
        if (const QString detail = first.data(kDetailRole).toString(); !detail.isEmpty())
            columns << detail;
        text += QString(depth * 2, u' ') + columns.join(u" | ") + (first.data(kGoodRole).toBool() ? u" *\n"_s : u"\n"_s)
            + printedModel(model, first, depth + 1);
    }
    return text;
}

} // namespace jackfield::testing
