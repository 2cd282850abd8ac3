// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/actions/shortcuts_dialog.h"

#include "app/desktop/widgets/row_delegate.h"
#include "app/desktop/widgets/row_roles.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

ShortcutsDialog::ShortcutsDialog(const QList<QAction *> &actions, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Shortcuts"));
    resize(520, 560);
    auto *filter = new QLineEdit(this);
    filter->setPlaceholderText(tr("Find an action"));
    auto *list = new QTreeWidget(this);
    list->setHeaderHidden(true);
    list->setRootIsDecorated(false);
    list->setItemDelegate(new RowDelegate(list));
    for (const QAction *action : actions) {
        const QString keys = QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText);
        auto *row = new QTreeWidgetItem(list, {action->text().remove(u'&')});
        row->setData(0, kDetailRole, keys.isEmpty() ? tr("menu only") : QString(keys).replace(u"; "_s, tr(" or ")));
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *column = new QVBoxLayout(this);
    column->addWidget(filter);
    column->addWidget(list, 1);
    column->addWidget(buttons);
    connect(filter, &QLineEdit::textChanged, this, [list](const QString &text) {
        for (int i = 0; i < list->topLevelItemCount(); ++i)
            list->topLevelItem(i)->setHidden(!list->topLevelItem(i)->text(0).contains(text, Qt::CaseInsensitive));
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

} // namespace jackfield
