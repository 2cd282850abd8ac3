// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/panels/outline_panel.h"

#include "app/desktop/flow/flow_editor.h"
#include "app/desktop/widgets/row_delegate.h"
#include "canvas/scene/icon_source.h"
#include "canvas/view/canvas_view.h"

#include <QAbstractListModel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

/// The nodes whose title or type contains the filter text. Shares the graph; makes no item per node.
class OutlineModel : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    void show(const Graph &graph, const QString &filter, const Theme &theme)
    {
        beginResetModel();
        m_graph = graph;
        m_theme = theme;
        m_rows.clear();
        const QList<Node> &nodes = m_graph.nodes();
        for (qsizetype i = 0; i < nodes.size(); ++i) {
            if (nodes[i].title.contains(filter, Qt::CaseInsensitive)
                || nodes[i].typeTitle.contains(filter, Qt::CaseInsensitive))
                m_rows << i;
        }
        endResetModel();
    }

    const Theme &theme() const { return m_theme; }
    const Node &node(int row) const { return m_graph.nodes()[m_rows[row]]; }

    int rowOf(const NodeId &id) const
    {
        const auto it = std::ranges::find_if(m_rows, [&](qsizetype i) { return m_graph.nodes()[i].id == id; });
        return it == m_rows.cend() ? -1 : int(it - m_rows.cbegin());
    }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }

    QVariant data(const QModelIndex &index, int role) const override
    {
        const Node &shown = node(index.row());
        switch (role) {
        case Qt::DisplayRole:
            return shown.title;
        case Qt::DecorationRole:
            return m_icons.tinted(shown.icon, m_theme.family(shown.family));
        case RowDelegate::kDetailRole:
            return shown.typeTitle;
        default:
            return {};
        }
    }

private:
    Graph m_graph;
    mutable IconSource m_icons; ///< a cache
    Theme m_theme;
    QList<qsizetype> m_rows;
};

OutlinePanel::OutlinePanel(QWidget *parent) : QWidget(parent)
{
    setProperty("panel", true);
    setAttribute(Qt::WA_StyledBackground);
    m_filter = new QLineEdit(this);
    m_filter->setPlaceholderText(tr("Find a node of this flow"));
    m_filter->setClearButtonEnabled(true);
    m_model = new OutlineModel(this);
    m_list = new QListView(this);
    m_list->setObjectName(u"outlineList"_s);
    m_list->setModel(m_model);
    m_list->setUniformItemSizes(true);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setAccessibleName(tr("Nodes of the flow"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    auto *filterRow = new QVBoxLayout;
    filterRow->setContentsMargins(10, 0, 10, 4);
    filterRow->addWidget(m_filter);
    column->addLayout(filterRow);
    column->addWidget(m_list, 1);

    m_timer.setSingleShot(true);
    m_timer.setInterval(100);
    connect(&m_timer, &QTimer::timeout, this, &OutlinePanel::rebuild);
    connect(m_filter, &QLineEdit::textChanged, &m_timer, qOverload<>(&QTimer::start));
    connect(m_list, &QListView::clicked, m_list, &QListView::activated);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) {
        if (!m_editor || !index.isValid())
            return;
        const NodeId id = m_model->node(index.row()).id;
        m_editor->canvas().setSelection({.nodes = {id}});
        m_editor->canvas().centreOn(id);
    });
}

void OutlinePanel::setEditor(FlowEditor *editor)
{
    for (const QMetaObject::Connection &followed : std::exchange(m_following, {}))
        disconnect(followed);
    m_editor = editor;
    if (editor) {
        m_following << connect(&editor->document(), &Document::changed, &m_timer, qOverload<>(&QTimer::start));
        m_following << connect(&editor->canvas(), &CanvasView::selectionChanged, this, &OutlinePanel::showSelection);
    }
    rebuild();
}

void OutlinePanel::setTheme(const Theme &theme)
{
    m_model->show(m_editor ? m_editor->document().graph() : Graph(), m_filter->text(), theme);
}

void OutlinePanel::rebuild()
{
    m_model->show(m_editor ? m_editor->document().graph() : Graph(), m_filter->text(), m_model->theme());
    showSelection();
}

void OutlinePanel::showSelection()
{
    if (!m_editor || m_editor->canvas().selection().nodes.size() != 1)
        return;
    const int row = m_model->rowOf(*m_editor->canvas().selection().nodes.cbegin());
    if (row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
}

} // namespace jackfield
