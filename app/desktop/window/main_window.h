// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/actions/window_actions.h"
#include "app/desktop/kinds/kind_editor.h"
#include "app/desktop/panels/panel_host.h"
#include "app/desktop/window/window_state.h"

#include <QMainWindow>
#include <QPalette>

#include <optional>
#include <vector>

class QStackedWidget;

namespace jackfield {

class EditorTabs;
class FlowActions;
class FlowCommands;
class FlowEditor;
class FlowFiles;
class MessageBar;
class PanelDocks;
class ThemeSwitch;
class WelcomePage;
class WindowStatusBar;
class Workbench;
struct FlowEvent;

/// The window: open flows in the middle, panels around them. Thin: it has the parts made, tells them which flow is in
/// front, and connects actions with what they do. It knows no panel by name.
class MainWindow : public QMainWindow, private PanelHost
{
    Q_OBJECT

public:
    /// `workbench` outlives the window. `systemPalette` is what the desktop gave before we set ours.
    MainWindow(
        Workbench &workbench, const QPalette &systemPalette, const std::vector<KindEditor> &kinds = kindEditors());
    ~MainWindow() override;

    /// Brings a stored flow to the front, opening it when needed. Reads off the GUI thread.
    void openFlow(const FlowId &id) override;
    /// Files, or "jackfield:FLOW_ID".
    void openArguments(const QStringList &arguments);
    /// Opens the flows that were open at the last end.
    void restoreSession();
    void resetLayout();

    FlowEditor *currentEditor() const;
    FlowEditor *editor(const FlowId &id) const; ///< nullptr when it is not open
    const WindowActions &actions() const { return *m_actions; }

signals:
    void flowOpened(jackfield::FlowEditor *editor);

protected:
    void closeEvent(QCloseEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    // PanelHost
    void newFlow(const QByteArray &kind, const FlowId &parent) override;
    void deleteFlow(const FlowId &id, const QString &name) override;
    void restoreFlow(const FlowId &id) override;
    void exportFlow(const FlowId &id, const QString &name) override;
    void flowChosen(const std::optional<FlowSummary> &flow) override;
    void report(const QString &message, bool error) override;
    QAction *action(const char *id) const override;

    void buildCentre();
    void buildMenus();
    void connectParts();
    void connectActions();
    void connectFlowActions();
    void showEditor(FlowEditor *editor);
    void showServer();
    void prepare(FlowEditor &made);
    void flowRemoved(const FlowId &id, const QString &name, bool wasOpen);
    void showCanvasMenu(QPoint at);
    void fillNewMenu();

    Workbench &m_workbench;
    WindowState m_state;
    QByteArray m_firstLayout; ///< empty until the window was shown
    WindowActions *m_actions = nullptr;
    ThemeSwitch *m_theme = nullptr;
    FlowFiles *m_files = nullptr;
    FlowCommands *m_commands = nullptr;
    MessageBar *m_bar = nullptr; ///< about the window, above the open flows
    FlowId m_deleted; ///< what the bar can take back
    QStackedWidget *m_centre = nullptr;
    WelcomePage *m_welcome = nullptr;
    EditorTabs *m_tabs = nullptr;
    PanelDocks *m_docks = nullptr;
    WindowStatusBar *m_status = nullptr;
    FlowActions *m_flowActions = nullptr;
    std::optional<FlowSummary> m_chosen; ///< in a list, without opening it
};

} // namespace jackfield
