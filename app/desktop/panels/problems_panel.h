// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/panels/panel.h"

class QLabel;
class QModelIndex;
class QTreeView;

namespace jackfield {

class ProblemsModel;

/// The problems of the open flow. A click selects and centres what a problem is about.
class ProblemsPanel : public Panel
{
    Q_OBJECT

public:
    explicit ProblemsPanel(QWidget *parent = nullptr);

    void setTheme(const Theme &theme) override;
    QList<PanelCommand> commands() override;
    void showNext(int step); ///< +1 next, -1 previous; wraps around

protected:
    void editorChanged() override;

private:
    void rebuild();
    void showRow(const QModelIndex &index);

    ProblemsModel *m_model = nullptr;
    QLabel *m_empty = nullptr;
    QTreeView *m_list = nullptr;
};

} // namespace jackfield
