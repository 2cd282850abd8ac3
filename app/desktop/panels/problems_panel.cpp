// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/panels/problems_panel.h"

#include "app/desktop/flow/flow_editor.h"
#include "app/desktop/models/problems_model.h"
#include "app/desktop/widgets/row_delegate.h"

#include <QLabel>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

ProblemsPanel::ProblemsPanel(QWidget *parent) : Panel(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    m_empty = addHint(column);
    m_model = new ProblemsModel(this);
    m_list = new QTreeView(this);
    m_list->setObjectName(u"problemsList"_s);
    m_list->setModel(m_model);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setAccessibleName(tr("Problems"));
    column->addWidget(m_list, 1);
    connect(m_list, &QTreeView::clicked, this, &ProblemsPanel::showRow);
    connect(m_list, &QTreeView::activated, this, &ProblemsPanel::showRow);
    rebuild();
}

void ProblemsPanel::editorChanged()
{
    if (editor())
        following() << connect(editor(), &FlowEditor::problemsChanged, this, &ProblemsPanel::rebuild);
    rebuild();
}

void ProblemsPanel::setTheme(const Theme &theme)
{
    m_model->setTheme(theme);
}

QList<PanelCommand> ProblemsPanel::commands()
{
    return {
        {.action = "flow.validate"},
        {.action = "flow.nextProblem", .run = [this] { showNext(1); }, .raises = false},
        {.action = "flow.previousProblem", .run = [this] { showNext(-1); }, .raises = false}};
}

void ProblemsPanel::showNext(int step)
{
    const int count = m_model->problemCount();
    if (count == 0)
        return;
    const QModelIndex current = m_list->currentIndex();
    const int next = !current.isValid() ? (step > 0 ? 0 : count - 1) : (current.row() + step + count) % count;
    m_list->setCurrentIndex(m_model->index(next));
    showRow(m_model->index(next));
}

void ProblemsPanel::rebuild()
{
    const Problems all = editor() ? editor()->problems() : Problems();
    m_model->show(all);
    m_list->setVisible(!all.isEmpty());
    m_empty->setVisible(all.isEmpty());
    if (!editor())
        m_empty->setText(tr("Open a flow to see its problems."));
    else if (!editor()->isChecked())
        m_empty->setText(tr("Looking for problems..."));
    else if (editor()->kind().info().lifecycle.publishes)
        m_empty->setText(tr("No problems. This flow can be published."));
    else
        m_empty->setText(tr("No problems. What is saved is live at once."));
    emit badgeChanged(int(all.size()));
}

void ProblemsPanel::showRow(const QModelIndex &index)
{
    if (const Problem *problem = editor() ? m_model->problem(index) : nullptr)
        editor()->show(Problem(*problem)); // a copy: showing it may change what the model holds
}

} // namespace jackfield
