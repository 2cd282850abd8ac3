// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/window/main_window.h"

#include "app/desktop/flow/flow_editor.h"
#include "app/desktop/flow/flow_sync.h"
#include "app/desktop/panels/explorer_panel.h"
#include "app/desktop/panels/inspector_panel.h"
#include "app/desktop/panels/json_panel.h"
#include "app/desktop/panels/outline_panel.h"
#include "app/desktop/panels/palette_panel.h"
#include "app/desktop/panels/problems_panel.h"
#include "app/desktop/panels/request_log_panel.h"
#include "app/desktop/panels/server_panel.h"
#include "app/desktop/panels/versions_panel.h"
#include "app/desktop/widgets/counted.h"
#include "app/desktop/widgets/icons.h"
#include "app/desktop/widgets/message_bar.h"
#include "app/desktop/widgets/plain_label.h"
#include "app/desktop/widgets/restyle.h"
#include "app/desktop/window/welcome_page.h"
#include "canvas/view/canvas_view.h"
#include "storage/host/workbench.h"

#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabBar>
#include <QTabWidget>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

constexpr int kLeftWidth = 256;
constexpr int kRightWidth = 324;
constexpr int kBottomHeight = 214;
constexpr int kExplorerHeight = 360;
constexpr int kPaletteHeight = 400; // the 11 nodes of a chatbot
constexpr int kMessageMilliseconds = 8000;

QDockWidget *
addDock(QMainWindow *window, Qt::DockWidgetArea area, const QString &title, const QString &name, QWidget *panel)
{
    auto *dock = new QDockWidget(title, window);
    dock->setObjectName(name);
    dock->setWidget(panel);
    window->addDockWidget(area, dock);
    return dock;
}

} // namespace

void MainWindow::buildPanels()
{
    m_welcome = new WelcomePage(m_workbench.kinds(), this);
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(u"editors"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->setMovable(true);
    m_tabs->tabBar()->setElideMode(Qt::ElideRight);
    auto *welcome = new QScrollArea(this); // a page of this height would keep the whole window from being small
    welcome->setWidget(m_welcome);
    welcome->setWidgetResizable(true);
    welcome->setFrameShape(QFrame::NoFrame);
    m_centre = new QStackedWidget(this);
    m_centre->addWidget(welcome);
    m_centre->addWidget(m_tabs);
    auto *middle = new QWidget(this);
    m_bar = new MessageBar(middle);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_centre, 1);
    setCentralWidget(middle);

    m_explorer = new ExplorerPanel(m_workbench, this);
    m_palette = new PalettePanel(this);
    m_inspector = new InspectorPanel(this);
    m_outline = new OutlinePanel(this);
    m_json = new JsonPanel(this);
    m_problems = new ProblemsPanel(this);
    m_versions = new VersionsPanel(m_workbench, this);
    m_server = new ServerPanel(m_workbench, this);
    m_log = new RequestLogPanel(m_workbench, this);

    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    addDock(this, Qt::LeftDockWidgetArea, tr("EXPLORER"), u"dock.explorer"_s, m_explorer);
    addDock(this, Qt::LeftDockWidgetArea, tr("PALETTE"), u"dock.palette"_s, m_palette);
    QDockWidget *inspector = addDock(this, Qt::RightDockWidgetArea, tr("Inspector"), u"dock.inspector"_s, m_inspector);
    QDockWidget *outline = addDock(this, Qt::RightDockWidgetArea, tr("Outline"), u"dock.outline"_s, m_outline);
    QDockWidget *json = addDock(this, Qt::RightDockWidgetArea, tr("JSON"), u"dock.json"_s, m_json);
    m_problemsDock = addDock(this, Qt::BottomDockWidgetArea, tr("Problems"), u"dock.problems"_s, m_problems);
    QDockWidget *versions = addDock(this, Qt::BottomDockWidgetArea, tr("Versions"), u"dock.versions"_s, m_versions);
    QDockWidget *server = addDock(this, Qt::BottomDockWidgetArea, tr("Server"), u"dock.server"_s, m_server);
    QDockWidget *log = addDock(this, Qt::BottomDockWidgetArea, tr("API log"), u"dock.log"_s, m_log);
    // Tabbed panels carry their name in the tab: a title bar would say it twice.
    for (QDockWidget *dock : {inspector, outline, json, m_problemsDock, versions, server, log})
        dock->setTitleBarWidget(new QWidget(dock));
    tabifyDockWidget(inspector, outline);
    tabifyDockWidget(outline, json);
    tabifyDockWidget(m_problemsDock, versions);
    tabifyDockWidget(versions, server);
    tabifyDockWidget(server, log);
    inspector->raise();
    m_problemsDock->raise();

    connect(m_tabs, &QTabWidget::currentChanged, this, &MainWindow::currentTabChanged);
    connect(m_explorer, &ExplorerPanel::openRequested, this, &MainWindow::openFlow);
    connect(m_explorer, &ExplorerPanel::restoreRequested, this, [this](const FlowId &id) { restoreFlow(id, true); });
    connect(m_explorer, &ExplorerPanel::menuRequested, this, &MainWindow::showExplorerMenu);
    connect(m_explorer, &ExplorerPanel::refreshed, this, &MainWindow::showFlowState);
    connect(server, &QDockWidget::visibilityChanged, m_server, &ServerPanel::setOnShow);
    connect(log, &QDockWidget::visibilityChanged, m_log, &RequestLogPanel::setOnShow);
    connect(m_log, &RequestLogPanel::reported, this, &MainWindow::report);
    connect(m_problems, &ProblemsPanel::countChanged, this, [this](int errors, int warnings) {
        m_problemsDock->setWindowTitle(
            errors + warnings == 0 ? tr("Problems") : tr("Problems %1").arg(errors + warnings));
        m_problemsLabel->setText(
            currentEditor() ? counted(errors, tr("%1 error"), tr("%1 errors")) + u", "_s
                    + counted(warnings, tr("%1 warning"), tr("%1 warnings"))
                            : QString());
    });
}

void MainWindow::arrangeDocks()
{
    const auto dock = [this](const char *name) { return findChild<QDockWidget *>(QString::fromLatin1(name)); };
    resizeDocks({dock("dock.explorer"), dock("dock.inspector")}, {kLeftWidth, kRightWidth}, Qt::Horizontal);
    resizeDocks({dock("dock.explorer"), dock("dock.palette")}, {kExplorerHeight, kPaletteHeight}, Qt::Vertical);
    resizeDocks({m_problemsDock}, {kBottomHeight}, Qt::Vertical);
}

void MainWindow::buildToolBar()
{
    auto *bar = addToolBar(tr("Tools"));
    bar->setObjectName(u"toolbar"_s);
    bar->setMovable(false);
    bar->setIconSize({16, 16});
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    const WindowActions &actions = *m_actions;
    for (const char *id : {"edit.undo", "edit.redo", "", "arrange.tidy", "view.fit"}) {
        if (*id)
            bar->addAction(actions[id]);
        else
            bar->addSeparator();
    }
    auto *spring = new QWidget(bar);
    spring->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(spring);
    for (const char *id : {"flow.versions", "flow.activate", "flow.pause", "flow.publish"})
        bar->addAction(actions[id]);
    m_publishButton = qobject_cast<QToolButton *>(bar->widgetForAction(actions["flow.publish"]));
    m_publishButton->setProperty("primary", true);
    m_publishButton->setToolButtonStyle(Qt::ToolButtonTextOnly);
}

void MainWindow::buildStatusBar()
{
    QStatusBar *bar = statusBar();
    bar->setSizeGripEnabled(false);
    const auto addLabel = [bar](const QString &name, bool right = false) {
        QLabel *label = plainLabel(bar);
        label->setObjectName(name);
        right ? bar->addPermanentWidget(label) : bar->addWidget(label);
        return label;
    };
    m_serverLabel = addLabel(u"status.server"_s);
    m_savedLabel = addLabel(u"status.saved"_s);
    m_flowLabel = addLabel(u"status.flow"_s);
    m_problemsLabel = addLabel(u"status.problems"_s);
    m_messageLabel = addLabel(u"status.message"_s);
    m_messageTimer.setSingleShot(true);
    m_messageTimer.setInterval(kMessageMilliseconds);
    connect(&m_messageTimer, &QTimer::timeout, m_messageLabel, &QLabel::clear);
    m_selectionLabel = addLabel(u"status.selection"_s, true);
    m_zoomLabel = addLabel(u"status.zoom"_s, true);
}

void MainWindow::buildThemeMenu()
{
    auto *view = menuBar()->findChild<QMenu *>(u"menu.view"_s);
    QMenu *menu = view->addMenu(tr("&Theme"));
    auto *group = new QActionGroup(menu);
    const QList<std::pair<ThemeChoice, QString>> choices
        = {{ThemeChoice::System, tr("As the &system")},
           {ThemeChoice::Light, tr("&Light")},
           {ThemeChoice::Dark, tr("&Dark")},
           {ThemeChoice::HighContrast, tr("&High contrast")}};
    for (const auto &[choice, text] : choices) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_state.theme() == choice);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice = choice] {
            m_state.setTheme(choice);
            applyTheme();
        });
    }
    QMenu *panels = view->addMenu(tr("&Panels"));
    for (QDockWidget *dock : findChildren<QDockWidget *>())
        panels->addAction(dock->toggleViewAction());
}

void MainWindow::applyTheme()
{
    m_theme = themeFor(m_state.theme(), m_systemPalette);
    applyWindowStyle(*qApp, m_theme);
    m_actions->setTheme(m_theme);
    m_palette->setTheme(m_theme);
    m_problems->setTheme(m_theme);
    m_json->setTheme(m_theme);
    m_log->setTheme(m_theme);
    m_outline->setTheme(m_theme);
    for (int i = 0; i < m_tabs->count(); ++i) {
        if (auto *open = qobject_cast<FlowEditor *>(m_tabs->widget(i))) {
            open->canvas().setTheme(m_theme);
            qobject_cast<QToolButton *>(m_tabs->tabBar()->tabButton(i, QTabBar::RightSide))
                ->setIcon(tintedIcon("close", m_theme.secondaryText));
        }
    }
}

void MainWindow::raiseDock(QWidget *panel)
{
    auto *dock = qobject_cast<QDockWidget *>(panel->parentWidget());
    dock->show();
    dock->raise();
}

void MainWindow::say(const QString &message)
{
    m_messageLabel->setText(message);
    m_messageTimer.start();
}

void MainWindow::addCloseButton(FlowEditor *editor)
{
    auto *close = new QToolButton(m_tabs);
    close->setProperty("flat", true);
    close->setIcon(tintedIcon("close", m_theme.secondaryText));
    close->setIconSize({12, 12});
    close->setAccessibleName(tr("Close tab"));
    m_tabs->tabBar()->setTabButton(m_tabs->indexOf(editor), QTabBar::RightSide, close);
    connect(close, &QToolButton::clicked, this, [this, editor] { closeTab(m_tabs->indexOf(editor)); });
}

void MainWindow::showStatus()
{
    const ServerStatus &server = m_workbench.server();
    const bool answers = server.problem.isEmpty() && !server.address.isEmpty();
    m_serverLabel->setText(
        answers                        ? tr("\u25cf API %1").arg(server.address.mid(7))
            : server.problem.isEmpty() ? tr("API off")
                                       : tr("API: %1").arg(server.problem));
    m_serverLabel->setProperty("good", answers);
    restyle(m_serverLabel);
    m_welcome->setServerAddress(server.address);
    (*m_actions)["server.toggle"]->setChecked(server.wanted);
    (*m_actions)["server.copyAddress"]->setEnabled(!server.address.isEmpty());

    FlowEditor *open = currentEditor();
    if (!open) {
        for (QLabel *label : {m_savedLabel, m_flowLabel, m_problemsLabel, m_selectionLabel, m_zoomLabel})
            label->clear();
        m_savedLabel->setText(m_trouble);
        return;
    }
    switch (open->sync().state()) {
    case FlowSync::State::Saved:
        m_savedLabel->setText(tr("Saved"));
        break;
    case FlowSync::State::Saving:
        m_savedLabel->setText(tr("Saving"));
        break;
    case FlowSync::State::Failed:
        m_savedLabel->setText(tr("Could not save: %1").arg(open->sync().message()));
        break;
    }
    const Selection &selection = open->canvas().selection();
    const qsizetype selected = selection.nodes.size() + selection.edges.size();
    m_selectionLabel->setText(selected == 0 ? QString() : tr("%1 selected").arg(selected));
    m_zoomLabel->setText(u"%1 %"_s.arg(qRound(open->canvas().viewportState().zoom * 100)));
}

} // namespace jackfield
