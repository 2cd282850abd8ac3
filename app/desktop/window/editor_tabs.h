// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/scene/theme.h"
#include "model/graph/ids.h"

#include <QList>
#include <QTabWidget>

namespace jackfield {

class FlowEditor;
class Graph;
class WindowState;
class Workbench;
struct FlowEvent;
struct FlowRecord;

/// The open flows, one tab each.
class EditorTabs : public QTabWidget
{
    Q_OBJECT

public:
    /// Both outlive the tabs; `state` remembers which part of a flow was seen.
    EditorTabs(Workbench &workbench, WindowState &state, QWidget *parent = nullptr);

    FlowEditor *currentEditor() const; ///< nullptr when no flow is open
    FlowEditor *editor(const FlowId &id) const; ///< nullptr when it is not open
    QList<FlowEditor *> editors() const; ///< in order of their tabs

    /// Brings a stored flow to the front, opening it when needed. Reads off the GUI thread.
    void openFlow(const FlowId &id);
    void closeEditor(FlowEditor *editor); ///< nullptr: nothing
    void showNext(int step); ///< +1 next, -1 previous; wraps around
    void remember(); ///< which flows are open, and what is seen of them
    void setTheme(const Theme &theme);

signals:
    void editorMade(jackfield::FlowEditor *editor); ///< before it is shown
    void flowOpened(jackfield::FlowEditor *editor); ///< it is in front
    void currentEditorChanged(jackfield::FlowEditor *editor); ///< nullptr: no flow is open
    void failed(const QString &message); ///< a flow could not be opened

private:
    void showRecord(const FlowRecord &record, const Graph &graph);
    void addCloseButton(FlowEditor *editor);
    void flowHappened(const FlowEvent &event);

    Workbench &m_workbench;
    WindowState &m_state;
    Theme m_theme;
    QList<FlowId> m_opening;
};

} // namespace jackfield
