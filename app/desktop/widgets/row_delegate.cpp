// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/widgets/row_delegate.h"

#include "app/desktop/widgets/row_roles.h"

#include <QApplication>
#include <QPainter>

namespace jackfield {

namespace {

constexpr int kRowHeight = 27;
constexpr int kGap = 8;
constexpr int kAccentBar = 3;
constexpr int kSlack = 3; // rounding of fractional advances must not elide what fits

} // namespace

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    const QString text = row.text;
    const QString detail = index.data(kDetailRole).toString();
    row.text.clear();
    const QStyle *style = row.widget ? row.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);

    const QPalette &palette = row.palette;
    if (row.state & QStyle::State_Selected)
        painter->fillRect(0, row.rect.top(), kAccentBar, row.rect.height(), palette.color(QPalette::Link));

    QRect area = row.rect.adjusted(row.icon.isNull() ? 4 : row.decorationSize.width() + 12, 0, -kGap, 0);
    QFont detailFont = row.font;
    if (detailFont.pointSizeF() > 0)
        detailFont.setPointSizeF(detailFont.pointSizeF() * 0.9);
    else
        detailFont.setPixelSize(qRound(detailFont.pixelSize() * 0.9));
    const QFontMetrics detailMetrics(detailFont);
    const int detailWidth
        = detail.isEmpty() ? 0 : qMin(detailMetrics.horizontalAdvance(detail) + kSlack, area.width() * 3 / 5);
    const QRect textArea = area.adjusted(0, 0, detail.isEmpty() ? 0 : -detailWidth - kGap, 0);

    painter->save();
    painter->setFont(row.font);
    painter->setPen(palette.color(QPalette::Text));
    painter->drawText(
        textArea, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        row.fontMetrics.elidedText(text.simplified(), Qt::ElideRight, textArea.width()));
    if (!detail.isEmpty()) {
        painter->setFont(detailFont);
        painter->setPen(
            index.data(kGoodRole).toBool() ? palette.color(QPalette::Link) : palette.color(QPalette::PlaceholderText));
        painter->drawText(
            QRect(area.right() - detailWidth, area.top(), detailWidth, area.height()),
            Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
            detailMetrics.elidedText(detail, Qt::ElideRight, detailWidth));
    }
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), qMax(kRowHeight, option.fontMetrics.height() + kGap)};
}

} // namespace jackfield
