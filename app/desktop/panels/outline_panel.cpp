// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/panels/outline_panel.h"

#include "app/desktop/flow/flow_editor.h"
#include "app/desktop/models/outline_model.h"
#include "app/desktop/widgets/row_delegate.h"
#include "canvas/view/canvas_view.h"

#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

constexpr int kOutlineMilliseconds = 100; // a burst of changes costs one refresh

} // namespace

OutlinePanel::OutlinePanel(QWidget *parent) : Panel(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    m_filter = addFilter(column, tr("Find a node of this flow"));
    m_model = new OutlineModel(this);
    m_list = new QListView(this);
    m_list->setObjectName(u"outlineList"_s);
    m_list->setModel(m_model);
    m_list->setUniformItemSizes(true);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setAccessibleName(tr("Nodes of the flow"));
    column->addWidget(m_list, 1);

    m_timer.setSingleShot(true);
    m_timer.setInterval(kOutlineMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &OutlinePanel::rebuild);
    connect(m_filter, &QLineEdit::textChanged, &m_timer, qOverload<>(&QTimer::start));
    connect(m_list, &QListView::clicked, m_list, &QListView::activated);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) {
        const Node *node = editor() ? m_model->node(index) : nullptr;
        if (!node)
            return;
        const NodeId id = node->id;
        editor()->canvas().setSelection({.nodes = {id}});
        editor()->canvas().centreOn(id);
    });
}

void OutlinePanel::editorChanged()
{
    if (editor()) {
        following() << connect(&editor()->document(), &Document::changed, &m_timer, qOverload<>(&QTimer::start));
        following() << connect(&editor()->canvas(), &CanvasView::selectionChanged, this, &OutlinePanel::showSelection);
    }
    rebuild();
}

void OutlinePanel::setTheme(const Theme &theme)
{
    m_model->setTheme(theme);
}

void OutlinePanel::rebuild()
{
    m_model->show(editor() ? editor()->document().graph() : Graph(), m_filter->text());
    showSelection();
}

void OutlinePanel::showSelection()
{
    if (!editor() || editor()->canvas().selection().nodes.size() != 1)
        return;
    if (const QModelIndex row = m_model->indexOf(*editor()->canvas().selection().nodes.cbegin()); row.isValid())
        m_list->setCurrentIndex(row);
}

} // namespace jackfield
