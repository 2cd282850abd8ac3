// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/service/flow_service.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace jackfield {

class FlowEditor;
class Workbench;

/// The published versions of the open flow, newest first; one can be put back into the draft as an undoable step.
class VersionsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit VersionsPanel(Workbench &workbench, QWidget *parent = nullptr);

    void setEditor(FlowEditor *editor);
    void refresh();

private:
    void show(const VersionPage &page, const QByteArray &activeVersion);
    void restoreSelected();

    Workbench &m_workbench;
    FlowEditor *m_editor = nullptr;
    QLabel *m_empty = nullptr;
    QTreeWidget *m_list = nullptr;
    QPushButton *m_restore = nullptr;
    QList<FlowVersion> m_versions;
};

} // namespace jackfield
