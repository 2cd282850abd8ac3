// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/panels/problems_panel.h"

#include "app/desktop/flow/flow_editor.h"
#include "app/desktop/widgets/icons.h"
#include "app/desktop/widgets/row_delegate.h"

#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

constexpr qsizetype kMostShown = 1000;

} // namespace

ProblemsPanel::ProblemsPanel(QWidget *parent) : QWidget(parent)
{
    setProperty("panel", true);
    setAttribute(Qt::WA_StyledBackground);
    m_empty = new QLabel(this);
    m_empty->setProperty("secondary", true);
    m_empty->setMargin(14);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_empty->setWordWrap(true);
    m_list = new QTreeWidget(this);
    m_list->setObjectName(u"problemsList"_s);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setAccessibleName(tr("Problems"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_empty);
    column->addWidget(m_list, 1);
    connect(m_list, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem *item) {
        showRow(m_list->indexOfTopLevelItem(item));
    });
    connect(m_list, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem *item) {
        showRow(m_list->indexOfTopLevelItem(item));
    });
    rebuild();
}

void ProblemsPanel::setEditor(FlowEditor *editor)
{
    disconnect(m_following);
    m_editor = editor;
    if (editor)
        m_following = connect(editor, &FlowEditor::problemsChanged, this, &ProblemsPanel::rebuild);
    rebuild();
}

void ProblemsPanel::setTheme(const Theme &theme)
{
    m_theme = theme;
    rebuild();
}

void ProblemsPanel::showNext(int step)
{
    const int count = int(m_shown.size());
    if (count == 0)
        return;
    const int current = m_list->indexOfTopLevelItem(m_list->currentItem());
    const int next = current < 0 ? (step > 0 ? 0 : count - 1) : (current + step + count) % count;
    m_list->setCurrentItem(m_list->topLevelItem(next));
    showRow(next);
}

void ProblemsPanel::rebuild()
{
    const Problems all = m_editor ? m_editor->problems() : Problems();
    m_shown = all.first(std::min(all.size(), kMostShown));
    m_list->clear();
    const QIcon error = tintedIcon("error", m_theme.error);
    const QIcon warning = tintedIcon("warning", m_theme.warning);
    QList<QTreeWidgetItem *> rows;
    for (const Problem &problem : m_shown) {
        auto *row = new QTreeWidgetItem({problem.message});
        row->setIcon(0, problem.severity == Severity::Error ? error : warning);
        row->setData(0, RowDelegate::kDetailRole, QString::fromUtf8(problem.code));
        rows << row;
    }
    m_list->addTopLevelItems(rows);
    if (all.size() > m_shown.size())
        new QTreeWidgetItem(m_list, {tr("%1 more problems: solve these first.").arg(all.size() - m_shown.size())});

    m_list->setVisible(!all.isEmpty());
    m_empty->setVisible(all.isEmpty());
    if (!m_editor)
        m_empty->setText(tr("Open a flow to see its problems."));
    else if (!m_editor->isChecked())
        m_empty->setText(tr("Looking for problems..."));
    else if (m_editor->kind().info().lifecycle.publishes)
        m_empty->setText(tr("No problems. This flow can be published."));
    else
        m_empty->setText(tr("No problems. What is saved is live at once."));
    const auto errors = std::ranges::count(all, Severity::Error, &Problem::severity);
    emit countChanged(int(errors), int(all.size() - errors));
}

void ProblemsPanel::showRow(int row)
{
    if (m_editor && row >= 0 && row < m_shown.size())
        m_editor->show(m_shown[row]);
}

} // namespace jackfield
