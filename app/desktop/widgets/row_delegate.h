// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace jackfield {

/// A row with its text at the left and a quieter detail at the right; plain text, elided, an accent bar when selected.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int kDetailRole = Qt::UserRole + 20; ///< QString
    static constexpr int kGoodRole = Qt::UserRole + 21; ///< bool: the detail is good news

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace jackfield
