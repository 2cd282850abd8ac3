// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/view/quick_add.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kWidth = 240;
constexpr int kVisibleRows = 8;

bool isSubsequence(QStringView typed, QStringView name)
{
    qsizetype next = 0;
    for (const QChar letter : name) {
        if (next < typed.size() && letter == typed[next])
            ++next;
    }
    return next == typed.size();
}

} // namespace

int matchRank(QStringView typed, QStringView name)
{
    const QString wanted = typed.trimmed().toString().toCaseFolded();
    const QString text = name.toString().toCaseFolded();
    if (text.startsWith(wanted))
        return 0;
    if (text.contains(u' ' + wanted))
        return 1;
    if (text.contains(wanted))
        return 2;
    return isSubsequence(wanted, text) ? 3 : -1;
}

QuickAdd::QuickAdd(const QList<const NodeType *> &types, QWidget *parent)
    : QFrame(parent), m_types(types), m_filter(new QLineEdit(this)), m_list(new QListWidget(this))
{
    setObjectName(u"quickAdd"_s);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setFixedWidth(kWidth);
    setFocusProxy(m_filter);
    m_filter->setPlaceholderText(tr("Add a node"));
    m_filter->setAccessibleName(tr("Name of the node type"));
    m_filter->installEventFilter(this);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(6, 6, 6, 6);
    column->addWidget(m_filter);
    column->addWidget(m_list);
    connect(m_filter, &QLineEdit::textChanged, this, &QuickAdd::filter);
    connect(m_list, &QListWidget::itemClicked, this, &QuickAdd::choose);
    filter({});
}

void QuickAdd::openAt(QPoint place)
{
    const int row = std::max(m_list->sizeHintForRow(0), fontMetrics().height() + 6);
    m_list->setFixedHeight(row * int(std::clamp<qsizetype>(m_types.size(), 1, kVisibleRows)) + 4);
    adjustSize();
    const QRect room = parentWidget()->rect();
    move(
        std::clamp(place.x(), 0, std::max(0, room.width() - width())),
        std::clamp(place.y(), 0, std::max(0, room.height() - height())));
    show();
    raise();
    m_filter->setFocus(Qt::PopupFocusReason);
}

void QuickAdd::filter(const QString &typed)
{
    QList<std::pair<int, const NodeType *>> found;
    for (const NodeType *type : std::as_const(m_types)) {
        if (const int rank = matchRank(typed, type->title); rank >= 0)
            found.append({rank, type});
    }
    std::ranges::stable_sort(found, {}, [](const auto &entry) { return entry.first; });
    m_list->clear();
    for (const auto &[rank, type] : std::as_const(found)) {
        auto *item = new QListWidgetItem(type->title, m_list);
        item->setData(Qt::UserRole, type->id);
        item->setToolTip(type->description.toHtmlEscaped());
    }
    if (m_list->count() == 0) {
        auto *item = new QListWidgetItem(
            m_types.isEmpty() ? tr("No node fits here") : tr("No node type of that name"), m_list);
        item->setFlags(Qt::NoItemFlags);
    }
    m_list->setCurrentRow(found.isEmpty() ? -1 : 0);
}

void QuickAdd::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (m_closed || !item)
        return;
    const QByteArray type = item->data(Qt::UserRole).toByteArray();
    dismiss();
    emit chosen(type);
}

void QuickAdd::dismiss()
{
    if (m_closed)
        return;
    m_closed = true;
    const bool hadFocus = m_filter->hasFocus();
    hide();
    if (hadFocus)
        parentWidget()->setFocus();
    deleteLater();
}

void QuickAdd::moveCurrent(int rows)
{
    m_list->setCurrentRow(std::clamp(m_list->currentRow() + rows, 0, std::max(0, m_list->count() - 1)));
}

bool QuickAdd::handleKey(int key)
{
    switch (key) {
    case Qt::Key_Escape:
        dismiss();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return true;
    case Qt::Key_Down:
    case Qt::Key_Tab:
        moveCurrent(1);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Backtab:
        moveCurrent(-1);
        return true;
    case Qt::Key_PageDown:
        moveCurrent(kVisibleRows);
        return true;
    case Qt::Key_PageUp:
        moveCurrent(-kVisibleRows);
        return true;
    default:
        return false;
    }
}

bool QuickAdd::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_filter)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        // While the list is open, no menu shortcut takes its keys.
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress && handleKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    if (event->type() == QEvent::FocusOut && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
        dismiss();
    return false;
}

} // namespace jackfield
