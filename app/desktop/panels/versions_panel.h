// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/panels/panel.h"

class QLabel;
class QPushButton;
class QTreeView;

namespace jackfield {

class VersionsModel;
class Workbench;

/// The published versions of the open flow, newest first; one can be put back into the draft as an undoable step.
class VersionsPanel : public Panel
{
    Q_OBJECT

public:
    explicit VersionsPanel(Workbench &workbench, QWidget *parent = nullptr);

    QList<PanelCommand> commands() override { return {{.action = "flow.versions"}}; }

protected:
    void editorChanged() override;

private:
    void refresh();
    void showContents();
    void restoreSelected();

    Workbench &m_workbench;
    VersionsModel *m_model = nullptr;
    QLabel *m_empty = nullptr;
    QTreeView *m_list = nullptr;
    QPushButton *m_restore = nullptr;
};

} // namespace jackfield
