// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/window/window_actions.h"
#include "app/desktop/window/window_state.h"

#include <QMainWindow>
#include <QPalette>
#include <QTimer>

class QDockWidget;
class QLabel;
class QStackedWidget;
class QTabWidget;
class QToolButton;

namespace jackfield {

class ExplorerPanel;
class FlowEditor;
class FlowFiles;
class InspectorPanel;
class JsonPanel;
class MessageBar;
class OutlinePanel;
class PalettePanel;
class ProblemsPanel;
class RequestLogPanel;
class ServerPanel;
class VersionsPanel;
class WelcomePage;
class Workbench;
struct FlowEvent;
struct FlowRecord;

/// The window: explorer and palette at the left, open flows in the middle, inspector and JSON at the right, results
/// below. Thin: it wires panels to the open flow and actions to the service.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// `workbench` outlives the window. `systemPalette` is what the desktop gave before we set ours.
    MainWindow(Workbench &workbench, const QPalette &systemPalette);
    ~MainWindow() override;

    /// Brings a stored flow to the front, opening it when needed. Reads off the GUI thread.
    void openFlow(const FlowId &id);
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
    void buildPanels();
    void buildToolBar();
    void buildStatusBar();
    void buildThemeMenu();
    void connectActions();
    void connectFlowActions();
    void applyTheme();

    void showRecord(const FlowRecord &record, const Graph &graph);
    void addCloseButton(FlowEditor *editor);
    void closeTab(int index);
    void currentTabChanged();
    void showInPanels(FlowEditor *editor);
    void unfollow();
    void flowHappened(const FlowEvent &event);
    void showStatus();
    void showFlowState();
    void arrangeDocks();
    void raiseDock(QWidget *panel);

    void newFlow(const QByteArray &kind, const FlowId &parent);
    void renameFlow();
    void deleteFlow(const FlowId &id); ///< into the trash, with a bar that takes it back
    void restoreFlow(const FlowId &id, bool thenOpen);
    void publish();
    void setLive(bool live);
    void showCanvasMenu(QPoint at);
    void showExplorerMenu(const FlowId &id, QPoint at);
    void fillNewMenu();
    void report(const QString &message, bool error = false);
    void say(const QString &message); ///< for a while, in the status bar

    Workbench &m_workbench;
    const QPalette m_systemPalette;
    WindowState m_state;
    Theme m_theme;
    QByteArray m_firstLayout; ///< empty until the window was shown
    WindowActions *m_actions = nullptr;
    FlowFiles *m_files = nullptr;

    MessageBar *m_bar = nullptr; ///< about the window, above the open flows
    FlowId m_deleted; ///< what the bar can take back
    QStackedWidget *m_centre = nullptr;
    WelcomePage *m_welcome = nullptr;
    QTabWidget *m_tabs = nullptr;
    ExplorerPanel *m_explorer = nullptr;
    PalettePanel *m_palette = nullptr;
    InspectorPanel *m_inspector = nullptr;
    OutlinePanel *m_outline = nullptr;
    JsonPanel *m_json = nullptr;
    ProblemsPanel *m_problems = nullptr;
    VersionsPanel *m_versions = nullptr;
    ServerPanel *m_server = nullptr;
    RequestLogPanel *m_log = nullptr;
    QDockWidget *m_problemsDock = nullptr;
    QToolButton *m_publishButton = nullptr;

    QLabel *m_serverLabel = nullptr;
    QLabel *m_savedLabel = nullptr;
    QLabel *m_flowLabel = nullptr;
    QLabel *m_problemsLabel = nullptr;
    QLabel *m_messageLabel = nullptr;
    QLabel *m_selectionLabel = nullptr;
    QLabel *m_zoomLabel = nullptr;
    QTimer m_messageTimer;
    QString m_trouble; ///< why storing does not work
    QList<FlowId> m_opening;
    QList<QMetaObject::Connection> m_following; ///< of the flow in front
};

} // namespace jackfield
