// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/models/outline_model.h"

#include "app/desktop/widgets/row_roles.h"

#include <algorithm>

namespace jackfield {

void OutlineModel::show(const Graph &graph, const QString &filter)
{
    beginResetModel();
    m_graph = graph;
    m_rows.clear();
    const QList<Node> &nodes = m_graph.nodes();
    for (qsizetype i = 0; i < nodes.size(); ++i) {
        if (nodes[i].title.contains(filter, Qt::CaseInsensitive)
            || nodes[i].typeTitle.contains(filter, Qt::CaseInsensitive))
            m_rows << i;
    }
    endResetModel();
}

void OutlineModel::setTheme(const Theme &theme)
{
    m_theme = theme;
    if (!m_rows.isEmpty())
        emit dataChanged(index(0), index(rowCount() - 1), {Qt::DecorationRole});
}

const Node *OutlineModel::node(const QModelIndex &index) const
{
    return index.isValid() ? &m_graph.nodes()[m_rows[index.row()]] : nullptr;
}

QModelIndex OutlineModel::indexOf(const NodeId &id) const
{
    const auto it = std::ranges::find_if(m_rows, [&](qsizetype i) { return m_graph.nodes()[i].id == id; });
    return it == m_rows.cend() ? QModelIndex() : index(int(it - m_rows.cbegin()));
}

int OutlineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant OutlineModel::data(const QModelIndex &index, int role) const
{
    const Node *shown = node(index);
    if (!shown)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return shown->title;
    case Qt::DecorationRole:
        return m_icons.tinted(shown->icon, m_theme.family(shown->family));
    case kDetailRole:
        return shown->typeTitle;
    default:
        return {};
    }
}

} // namespace jackfield
