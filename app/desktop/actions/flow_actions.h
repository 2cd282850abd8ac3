// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/widgets/following.h"

#include <QObject>

class QToolBar;

namespace jackfield {

class FlowEditor;
class WindowActions;

/// Keeps the actions on the open flow as its life and its undo history allow them, and says why not.
class FlowActions : public QObject
{
    Q_OBJECT

public:
    /// Fills `bar` with the actions that the tool bar shows. Both outlive this.
    FlowActions(const WindowActions &actions, QToolBar *bar);

    void setEditor(FlowEditor *editor); ///< nullptr: no flow is open

private:
    void show();

    const WindowActions &m_actions;
    FlowEditor *m_editor = nullptr;
    Following m_following;
};

} // namespace jackfield
