// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/panels/panel.h"

#include "app/desktop/widgets/plain_label.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace jackfield {

Panel::Panel(QWidget *parent) : QWidget(parent)
{
    setProperty("panel", true);
    setAttribute(Qt::WA_StyledBackground);
}

void Panel::setEditor(FlowEditor *editor)
{
    editorLeaving();
    m_following.end();
    m_editor = editor;
    editorChanged();
}

QLineEdit *Panel::addFilter(QVBoxLayout *column, const QString &placeholder)
{
    auto *filter = new QLineEdit(this);
    filter->setPlaceholderText(placeholder);
    filter->setClearButtonEnabled(true);
    auto *row = new QVBoxLayout;
    row->setContentsMargins(10, 0, 10, 4);
    row->addWidget(filter);
    column->addLayout(row);
    return filter;
}

QLabel *Panel::addHint(QVBoxLayout *column)
{
    QLabel *hint = plainLabel(this);
    hint->setProperty("secondary", true);
    hint->setMargin(14);
    hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    hint->setWordWrap(true);
    column->addWidget(hint);
    return hint;
}

} // namespace jackfield
