// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/window/main_window.h"

#include "app/desktop/flow/flow_editor.h"
#include "app/desktop/flow/flow_files.h"
#include "app/desktop/flow/flow_sync.h"
#include "app/desktop/panels/explorer_panel.h"
#include "app/desktop/panels/inspector_panel.h"
#include "app/desktop/panels/json_panel.h"
#include "app/desktop/panels/outline_panel.h"
#include "app/desktop/panels/palette_panel.h"
#include "app/desktop/panels/problems_panel.h"
#include "app/desktop/panels/server_panel.h"
#include "app/desktop/panels/versions_panel.h"
#include "app/desktop/widgets/message_bar.h"
#include "app/desktop/widgets/when_done.h"
#include "app/desktop/window/welcome_page.h"
#include "canvas/editing/canvas_editor.h"
#include "canvas/view/canvas_view.h"
#include "canvas/view/worker_pool.h"
#include "model/json/json_writer.h"
#include "storage/host/workbench.h"
#include "storage/records/stored_kind.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDropEvent>
#include <QLabel>
#include <QLayout>
#include <QMimeData>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabWidget>
#include <QThreadPool>
#include <QUrl>

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

struct ReadFlow
{
    Result<FlowRecord> record;
    Graph graph; ///< of the record
};

const QString kFlowScheme = u"jackfield:"_s;

} // namespace

MainWindow::MainWindow(Workbench &workbench, const QPalette &systemPalette)
    : m_workbench(workbench), m_systemPalette(systemPalette), m_state(workbench.dataFolderPath())
{
    setWindowTitle(u"Jackfield"_s);
    setAcceptDrops(true);
    setDockNestingEnabled(true);
    m_actions = new WindowActions(this);
    m_files = new FlowFiles(workbench, this);
    buildPanels();
    m_actions->fillMenus(menuBar());
    buildThemeMenu();
    buildToolBar();
    buildStatusBar();
    connectActions();
    connectFlowActions();

    connect(&workbench, &Workbench::flowHappened, this, &MainWindow::flowHappened);
    connect(&workbench, &Workbench::openRequested, this, [this](const QStringList &files) {
        openArguments(files);
        raise();
        activateWindow();
    });
    for (const QByteArray &api : m_state.rateLimited())
        workbench.setRateLimited(api, true);
    connect(&workbench, &Workbench::serverChanged, this, &MainWindow::showStatus);
    connect(&workbench, &Workbench::serverChanged, this, [this] {
        m_state.setRateLimited(m_workbench.server().rateLimited);
    });
    connect(&workbench, &Workbench::storageTroubled, this, [this](const QString &message) {
        m_trouble = message;
        showStatus();
    });
    applyTheme();
    layout()->activate(); // what the window needs at least is less in this style than it was in the one before
    resize(1440, 900);
    restoreGeometry(m_state.geometry());
    currentTabChanged();
}

MainWindow::~MainWindow()
{
    // The tabs go after this object's own part is gone; nothing may follow them then.
    m_tabs->disconnect(this);
    unfollow();
    showInPanels(nullptr);
    delete m_tabs; // which cancels layouts
    workerPool().waitForDone(); // they read the kinds, which go with the workbench
}

FlowEditor *MainWindow::currentEditor() const
{
    return qobject_cast<FlowEditor *>(m_tabs->currentWidget());
}

FlowEditor *MainWindow::editor(const FlowId &id) const
{
    for (int i = 0; i < m_tabs->count(); ++i) {
        auto *candidate = qobject_cast<FlowEditor *>(m_tabs->widget(i));
        if (candidate && candidate->flowId() == id)
            return candidate;
    }
    return nullptr;
}

void MainWindow::openFlow(const FlowId &id)
{
    if (FlowEditor *open = editor(id)) {
        m_tabs->setCurrentWidget(open);
        return;
    }
    if (m_opening.contains(id))
        return;
    m_opening << id;
    setCursor(Qt::BusyCursor);
    const auto reading = [workspace = m_workbench.workspace(), id](FlowService &service) {
        return service.flows().flow(workspace, id);
    };
    const auto projecting = [&kinds = m_workbench.kinds()](const Result<FlowRecord> &record) -> ReadFlow {
        if (!record)
            return {record, {}};
        const Result<const Kind *> kind = kindOf(kinds, record->summary);
        if (!kind)
            return {kind.error(), {}};
        return {record, (*kind)->lens().project(record->state)};
    };
    const auto answer = m_workbench.call(reading).then(&workerPool(), projecting);
    whenDone(answer, this, [this, id](const ReadFlow &read) {
        m_opening.removeAll(id);
        if (m_opening.isEmpty())
            unsetCursor();
        if (read.record)
            showRecord(*read.record, read.graph);
        else
            report(read.record.error().message, true);
    });
}

void MainWindow::showRecord(const FlowRecord &record, const Graph &graph)
{
    auto *opened = new FlowEditor(m_workbench, record, graph, m_tabs);
    opened->canvas().setTheme(m_theme);
    opened->canvas().editor().setSnapsToGrid((*m_actions)["view.snap"]->isChecked());
    m_actions->addToCanvas(&opened->canvas());
    const int index = m_tabs->addTab(opened, {});
    const auto showName = [this, opened] {
        QString name = opened->flowName().simplified();
        m_tabs->setTabText(m_tabs->indexOf(opened), name.replace(u'&', u"&&"_s));
    };
    showName();
    connect(opened, &FlowEditor::nameChanged, this, showName);
    addCloseButton(opened);
    connect(&opened->canvas(), &CanvasView::contextMenuRequested, this, &MainWindow::showCanvasMenu);
    connect(&opened->canvas(), &CanvasView::editRequested, m_inspector, &InspectorPanel::focusFirstField);
    m_tabs->setCurrentIndex(index);
    if (const auto viewport = m_state.viewport(record.summary.id))
        opened->canvas().setViewportState(*viewport);
    else
        opened->showBeginning();
    opened->setFocus();
    emit flowOpened(opened);
}

void MainWindow::closeTab(int index)
{
    auto *closing = qobject_cast<FlowEditor *>(m_tabs->widget(index));
    if (!closing)
        return;
    m_state.setViewport(closing->flowId(), closing->canvas().viewportState());
    m_tabs->removeTab(index);
    closing->deleteLater();
    currentTabChanged();
}

void MainWindow::showInPanels(FlowEditor *editor)
{
    m_palette->setEditor(editor);
    m_inspector->setEditor(editor);
    m_outline->setEditor(editor);
    m_json->setEditor(editor);
    m_problems->setEditor(editor);
    m_versions->setEditor(editor);
}

void MainWindow::unfollow()
{
    for (const QMetaObject::Connection &followed : std::exchange(m_following, {}))
        disconnect(followed);
}

void MainWindow::currentTabChanged()
{
    FlowEditor *now = currentEditor();
    m_centre->setCurrentIndex(now ? m_centre->indexOf(m_tabs) : 0); // the welcome page comes first
    m_actions->setFlowOpen(now);
    showInPanels(now);
    unfollow();
    setWindowTitle(now ? tr("%1 - Jackfield").arg(now->flowName().simplified()) : u"Jackfield"_s);
    if (now) {
        m_explorer->setCurrentFlow(now->flowId());
        m_following << connect(&now->sync(), &FlowSync::stateChanged, this, &MainWindow::showStatus);
        m_following << connect(&now->canvas(), &CanvasView::selectionChanged, this, &MainWindow::showStatus);
        m_following << connect(&now->canvas(), &CanvasView::viewportChanged, this, &MainWindow::showStatus);
        m_following << connect(
            &now->canvas(), &CanvasView::messageShown, this, [this](const QString &message) { say(message); });
        QUndoStack *stack = now->document().undoStack();
        m_following << connect(stack, &QUndoStack::canUndoChanged, this, &MainWindow::showFlowState);
        m_following << connect(stack, &QUndoStack::canRedoChanged, this, &MainWindow::showFlowState);
    }
    showStatus();
    showFlowState();
}

void MainWindow::flowHappened(const FlowEvent &event)
{
    FlowEditor *open = editor(event.flow);
    if (open && event.type == FlowEvent::Type::Deleted) {
        if (event.author == m_workbench.author())
            closeTab(m_tabs->indexOf(open));
        else
            open->messageBar().showMessage(
                MessageBar::Tone::Warning,
                tr("\"%1\" was deleted from outside. It is in the trash; changes here are not stored any more.")
                    .arg(open->flowName()),
                tr("Copy its JSON"),
                MessageBar::copying(QString::fromUtf8(writeJson(open->document().content(), JsonStyle{}))));
    }
    if (event.type == FlowEvent::Type::Restored && event.flow == m_deleted)
        m_bar->hide(); // there is nothing left to undo
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
    if (!m_firstLayout.isEmpty())
        restoreState(m_firstLayout);
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (!m_firstLayout.isEmpty())
        return;
    // Docks take their sizes only once the window has one.
    arrangeDocks();
    m_firstLayout = saveState();
    restoreState(m_state.layout());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    QList<FlowId> open;
    for (int i = 0; i < m_tabs->count(); ++i) {
        if (auto *flow = qobject_cast<FlowEditor *>(m_tabs->widget(i))) {
            open << flow->flowId();
            m_state.setViewport(flow->flowId(), flow->canvas().viewportState());
        }
    }
    m_state.setOpenFlows(open, currentEditor() ? currentEditor()->flowId() : FlowId());
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

void MainWindow::report(const QString &message, bool error)
{
    if (!error)
        return say(message);
    FlowEditor *open = currentEditor();
    (open ? open->messageBar() : *m_bar).showMessage(MessageBar::Tone::Error, message);
}

} // namespace jackfield
