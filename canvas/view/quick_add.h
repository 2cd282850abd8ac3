// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/catalog.h"

#include <QFrame>

class QLineEdit;
class QListWidget;

namespace jackfield {

/// How well a name fits what was typed: 0 is best, -1 not at all. Letters may be left out: "cndtn" finds "Condition".
int matchRank(QStringView typed, QStringView name);

/// A small list of node types with a filter field, to be used without a mouse. Deletes itself when it closes.
class QuickAdd : public QFrame
{
    Q_OBJECT

public:
    /// Shows `types` in this order; `types` outlive it.
    QuickAdd(const QList<const NodeType *> &types, QWidget *parent);

    /// Opens at a point of the parent, moved inside it.
    void openAt(QPoint place);

signals:
    void chosen(const QByteArray &type);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &typed);
    void choose();
    void dismiss();
    bool handleKey(int key);
    void moveCurrent(int rows);

    QList<const NodeType *> m_types;
    QLineEdit *m_filter;
    QListWidget *m_list;
    bool m_closed = false;
};

} // namespace jackfield
