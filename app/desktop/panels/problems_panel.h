// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/scene/theme.h"
#include "model/validation/problem.h"

#include <QWidget>

class QLabel;
class QTreeWidget;

namespace jackfield {

class FlowEditor;

/// The problems of the open flow. A click selects and centres what a problem is about.
class ProblemsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemsPanel(QWidget *parent = nullptr);

    void setEditor(FlowEditor *editor);
    void setTheme(const Theme &theme);
    void showNext(int step); ///< +1 next, -1 previous; wraps around

signals:
    void countChanged(int errors, int warnings);

private:
    void rebuild();
    void showRow(int row);

    FlowEditor *m_editor = nullptr;
    Theme m_theme;
    Problems m_shown;
    QLabel *m_empty = nullptr;
    QTreeWidget *m_list = nullptr;
    QMetaObject::Connection m_following;
};

} // namespace jackfield
