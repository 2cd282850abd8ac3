// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/widgets/following.h"

#include <QStatusBar>
#include <QTimer>

class QLabel;

namespace jackfield {

class FlowEditor;
class Workbench;

/// The line below: where the API answers; of the flow in front whether it is saved, its life, its problems, what is
/// selected and how large it is drawn; and what was last said.
class WindowStatusBar : public QStatusBar
{
    Q_OBJECT

public:
    /// `workbench` outlives the bar.
    explicit WindowStatusBar(Workbench &workbench, QWidget *parent = nullptr);

    void setEditor(FlowEditor *editor); ///< nullptr: no flow is open
    void say(const QString &message); ///< for a while

private:
    QLabel *addLabel(const char *name, bool right = false);
    void showServer();
    void showSaved();
    void showLife();
    void showProblems();
    void showView();

    Workbench &m_workbench;
    FlowEditor *m_editor = nullptr;
    Following m_following;
    QLabel *m_server = nullptr;
    QLabel *m_saved = nullptr;
    QLabel *m_life = nullptr;
    QLabel *m_problems = nullptr;
    QLabel *m_message = nullptr;
    QLabel *m_selection = nullptr;
    QLabel *m_zoom = nullptr;
    QTimer m_messageTimer;
    QString m_trouble; ///< why storing does not work
};

} // namespace jackfield
