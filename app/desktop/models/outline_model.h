// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/scene/icon_source.h"
#include "canvas/scene/theme.h"
#include "model/graph/graph.h"

#include <QAbstractListModel>

namespace jackfield {

/// The nodes whose title or type contains the filter text. Shares the graph; makes no item per node.
class OutlineModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void show(const Graph &graph, const QString &filter);
    void setTheme(const Theme &theme);
    const Node *node(const QModelIndex &index) const; ///< nullptr for no row
    QModelIndex indexOf(const NodeId &id) const; ///< invalid when it is not shown

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    Graph m_graph;
    QList<qsizetype> m_rows; ///< indices into its nodes
    mutable IconSource m_icons; ///< a cache
    Theme m_theme;
};

} // namespace jackfield
