// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/scene/theme.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QListView;

namespace jackfield {

class FlowEditor;
class OutlineModel;

/// The nodes of the open flow as a list: the keyboard and screen reader twin of the canvas.
class OutlinePanel : public QWidget
{
    Q_OBJECT

public:
    explicit OutlinePanel(QWidget *parent = nullptr);

    void setEditor(FlowEditor *editor);
    void setTheme(const Theme &theme);

private:
    void rebuild();
    void showSelection();

    FlowEditor *m_editor = nullptr;
    OutlineModel *m_model = nullptr;
    QLineEdit *m_filter = nullptr;
    QListView *m_list = nullptr;
    QTimer m_timer;
    QList<QMetaObject::Connection> m_following;
};

} // namespace jackfield
