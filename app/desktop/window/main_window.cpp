// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/window/main_window.h"

#include "app/desktop/actions/flow_actions.h"
#include "app/desktop/actions/flow_commands.h"
#include "app/desktop/flow/flow_editor.h"
#include "app/desktop/flow/flow_files.h"
#include "app/desktop/widgets/message_bar.h"
#include "app/desktop/window/editor_tabs.h"
#include "app/desktop/window/panel_docks.h"
#include "app/desktop/window/panel_table.h"
#include "app/desktop/window/theme_switch.h"
#include "app/desktop/window/welcome_page.h"
#include "app/desktop/window/window_status_bar.h"
#include "canvas/editing/canvas_editor.h"
#include "canvas/view/canvas_view.h"
#include "storage/host/workbench.h"

#include <QCloseEvent>
#include <QDropEvent>
#include <QLayout>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolBar>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

QStringList localFiles(const QMimeData *data)
{
    QStringList files;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            files << url.toLocalFile();
    }
    return files;
}

PanelContext contextOf(Workbench &workbench, PanelHost &host, const std::vector<KindEditor> &kinds)
{
    PanelContext context{workbench, host, {}};
    for (const KindEditor &kind : kinds)
        context.inspectorParts.insert(kind.kind, kind.inspector);
    return context;
}

const QString kFlowScheme = u"jackfield:"_s;

} // namespace

MainWindow::MainWindow(Workbench &workbench, const QPalette &systemPalette, const std::vector<KindEditor> &kinds)
    : m_workbench(workbench), m_state(workbench.dataFolderPath())
{
    setWindowTitle(u"Jackfield"_s);
    setAcceptDrops(true);
    m_actions = new WindowActions(this);
    m_theme = new ThemeSwitch(m_state, systemPalette, this);
    m_files = new FlowFiles(workbench, this);
    m_commands = new FlowCommands(workbench, this);
    buildCentre();
    m_docks = new PanelDocks(*this, contextOf(workbench, *this, kinds), panelTable(), kinds);
    buildMenus();
    m_flowActions = new FlowActions(*m_actions, addToolBar(tr("Tools")));
    m_status = new WindowStatusBar(workbench, this);
    setStatusBar(m_status);
    connectParts();
    connectActions();
    connectFlowActions();
    m_docks->connectCommands(*m_actions);
    for (const QByteArray &api : m_state.rateLimited())
        workbench.setRateLimited(api, true);
    m_theme->apply();
    layout()->activate(); // what the window needs at least is less in this style than it was in the one before
    resize(1440, 900);
    restoreGeometry(m_state.geometry());
    showServer();
    showEditor(nullptr);
}

MainWindow::~MainWindow()
{
    // The tabs go after this object's own part is gone; nothing may follow them then.
    m_tabs->disconnect(this);
    showEditor(nullptr);
    delete m_tabs; // which cancels layouts; their workers end with the workbench
}

void MainWindow::buildCentre()
{
    m_welcome = new WelcomePage(m_workbench.kinds(), this);
    m_tabs = new EditorTabs(m_workbench, m_state, this);
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
}

void MainWindow::buildMenus()
{
    m_actions->fillMenus(menuBar());
    auto *view = menuBar()->findChild<QMenu *>(u"menu.view"_s);
    m_theme->fillMenu(view->addMenu(tr("&Theme")));
    m_docks->fillMenu(view->addMenu(tr("&Panels")));
}

void MainWindow::connectParts()
{
    connect(m_theme, &ThemeSwitch::changed, this, [this](const Theme &theme) {
        m_actions->setTheme(theme);
        m_docks->setTheme(theme);
        m_tabs->setTheme(theme);
    });
    connect(m_tabs, &EditorTabs::currentEditorChanged, this, &MainWindow::showEditor);
    connect(m_tabs, &EditorTabs::editorMade, this, [this](FlowEditor *made) { prepare(*made); });
    connect(m_tabs, &EditorTabs::flowOpened, this, &MainWindow::flowOpened);
    connect(m_tabs, &EditorTabs::failed, this, [this](const QString &message) { report(message, true); });

    connect(m_files, &FlowFiles::imported, this, [this](const QList<FlowId> &flows) {
        for (const FlowId &id : flows)
            openFlow(id);
    });
    connect(m_files, &FlowFiles::reported, this, &MainWindow::report);
    connect(m_commands, &FlowCommands::reported, this, &MainWindow::report);
    connect(m_commands, &FlowCommands::openWanted, this, &MainWindow::openFlow);
    connect(m_commands, &FlowCommands::removed, this, &MainWindow::flowRemoved);
    connect(m_commands, &FlowCommands::problemsFound, (*m_actions)["flow.validate"], &QAction::trigger);
    connect(m_welcome, &WelcomePage::newRequested, this, [this](const QByteArray &kind) { newFlow(kind, {}); });
    connect(m_welcome, &WelcomePage::importRequested, this, [this] { m_files->chooseAndImport(this); });
    connect(m_welcome, &WelcomePage::samplesRequested, m_files, &FlowFiles::importSamples);

    connect(&m_workbench, &Workbench::flowHappened, this, [this](const FlowEvent &event) {
        if (event.type == FlowEvent::Type::Restored && event.flow == m_deleted)
            m_bar->hide(); // there is nothing left to undo
    });
    connect(&m_workbench, &Workbench::openRequested, this, [this](const QStringList &files) {
        openArguments(files);
        raise();
        activateWindow();
    });
    connect(&m_workbench, &Workbench::serverChanged, this, [this] {
        showServer();
        m_state.setRateLimited(m_workbench.server().rateLimited);
    });
}

FlowEditor *MainWindow::currentEditor() const
{
    return m_tabs->currentEditor();
}

FlowEditor *MainWindow::editor(const FlowId &id) const
{
    return m_tabs->editor(id);
}

void MainWindow::showEditor(FlowEditor *editor)
{
    m_centre->setCurrentIndex(editor ? m_centre->indexOf(m_tabs) : 0); // the welcome page comes first
    setWindowTitle(editor ? tr("%1 - Jackfield").arg(editor->flowName().simplified()) : u"Jackfield"_s);
    m_actions->setFlowOpen(editor);
    m_flowActions->setEditor(editor);
    m_status->setEditor(editor);
    m_docks->setEditor(editor);
}

void MainWindow::showServer()
{
    const ServerStatus &server = m_workbench.server();
    m_welcome->setServerAddress(server.address);
    (*m_actions)["server.toggle"]->setChecked(server.wanted);
    (*m_actions)["server.copyAddress"]->setEnabled(!server.address.isEmpty());
}

void MainWindow::prepare(FlowEditor &made)
{
    made.canvas().editor().setSnapsToGrid((*m_actions)["view.snap"]->isChecked());
    m_actions->addToCanvas(&made.canvas());
    connect(&made.canvas(), &CanvasView::contextMenuRequested, this, &MainWindow::showCanvasMenu);
    connect(&made, &FlowEditor::summaryChanged, this, [this, &made] {
        if (&made == currentEditor())
            setWindowTitle(tr("%1 - Jackfield").arg(made.flowName().simplified()));
    });
}

void MainWindow::openArguments(const QStringList &arguments)
{
    QStringList files;
    for (const QString &argument : arguments) {
        if (argument.startsWith(kFlowScheme))
            openFlow(FlowId(argument.mid(kFlowScheme.size()).toUtf8()));
        else
            files << argument;
    }
    if (!files.isEmpty())
        m_files->import(files);
}

void MainWindow::restoreSession()
{
    const FlowId current = m_state.currentFlow();
    for (const FlowId &id : m_state.openFlows()) {
        if (id != current)
            openFlow(id);
    }
    if (!current.isEmpty())
        openFlow(current);
}

void MainWindow::resetLayout()
{
    m_state.reset();
    if (m_firstLayout.isEmpty())
        return;
    restoreState(m_firstLayout);
    m_docks->showKindPanels();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (!m_firstLayout.isEmpty())
        return;
    m_docks->arrange();
    m_firstLayout = saveState();
    restoreState(m_state.layout());
    m_docks->showKindPanels();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_tabs->remember();
    m_state.setLayout(saveGeometry(), saveState());
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    m_files->import(localFiles(event->mimeData()));
    event->acceptProposedAction();
}

} // namespace jackfield
