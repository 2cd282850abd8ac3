// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/window/main_window.h"

#include "app/desktop/flow/flow_editor.h"
#include "app/desktop/flow/flow_files.h"
#include "app/desktop/panels/explorer_panel.h"
#include "app/desktop/panels/problems_panel.h"
#include "app/desktop/panels/request_log_panel.h"
#include "app/desktop/panels/server_panel.h"
#include "app/desktop/panels/versions_panel.h"
#include "app/desktop/window/shortcuts_dialog.h"
#include "app/desktop/window/welcome_page.h"
#include "canvas/editing/arrange.h"
#include "canvas/editing/canvas_editor.h"
#include "canvas/editing/clipboard.h"
#include "canvas/editing/node_commands.h"
#include "canvas/editing/reach.h"
#include "canvas/view/canvas_view.h"
#include "storage/host/workbench.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMessageBox>
#include <QTabWidget>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

void MainWindow::connectActions()
{
    const WindowActions &actions = *m_actions;
    const auto on
        = [this, &actions](const char *id, auto slot) { connect(actions[id], &QAction::triggered, this, slot); };
    const auto onCanvas = [this, &on](const char *id, auto &&work) {
        on(id, [this, work] {
            if (FlowEditor *open = currentEditor())
                work(open->canvas());
        });
    };
    auto *newMenu = new QMenu(this);
    actions["file.new"]->setMenu(newMenu);
    connect(newMenu, &QMenu::aboutToShow, this, &MainWindow::fillNewMenu);
    on("file.new", [this] { newFlow(m_workbench.kinds().all().front()->info().id, {}); });
    on("file.import", [this] { m_files->chooseAndImport(this); });
    on("file.closeTab", [this] { closeTab(m_tabs->currentIndex()); });
    on("file.quit", [this] { close(); });
    connect(m_files, &FlowFiles::imported, this, [this](const QList<FlowId> &flows) {
        for (const FlowId &id : flows)
            openFlow(id);
    });
    connect(m_files, &FlowFiles::reported, this, &MainWindow::report);
    connect(m_welcome, &WelcomePage::newRequested, this, [this](const QByteArray &kind) { newFlow(kind, {}); });
    connect(m_welcome, &WelcomePage::importRequested, this, [this] { m_files->chooseAndImport(this); });
    connect(m_welcome, &WelcomePage::samplesRequested, m_files, &FlowFiles::importSamples);

    onCanvas("edit.cut", [](CanvasView &canvas) { cutSelection(canvas.editor()); });
    onCanvas("edit.copy", [](CanvasView &canvas) { copySelection(canvas.editor()); });
    onCanvas("edit.paste", [](CanvasView &canvas) { paste(canvas.editor(), canvas.placeForNew()); });
    onCanvas("edit.duplicate", [](CanvasView &canvas) { duplicateSelection(canvas.editor()); });
    onCanvas("edit.delete", [](CanvasView &canvas) { removeSelection(canvas.editor()); });
    onCanvas("edit.deleteAndReconnect", [](CanvasView &canvas) { removeAndReconnect(canvas.editor()); });
    onCanvas("edit.selectUpstream", [](CanvasView &canvas) { selectReachable(canvas.editor(), Reach::Upstream); });
    onCanvas("edit.selectDownstream", [](CanvasView &canvas) { selectReachable(canvas.editor(), Reach::Downstream); });
    onCanvas("edit.selectConnected", [](CanvasView &canvas) { selectReachable(canvas.editor(), Reach::Both); });
    onCanvas("edit.selectAll", [](CanvasView &canvas) { canvas.editor().selectAll(); });
    onCanvas("edit.selectNone", [](CanvasView &canvas) { canvas.setSelection({}); });
    onCanvas("view.zoomIn", [](CanvasView &canvas) { canvas.zoomBy(1.25, canvas.viewport()->rect().center()); });
    onCanvas("view.zoomOut", [](CanvasView &canvas) { canvas.zoomBy(0.8, canvas.viewport()->rect().center()); });
    onCanvas("view.zoom100", [](CanvasView &canvas) { canvas.resetZoom(); });
    onCanvas("view.fit", [](CanvasView &canvas) { canvas.fit(); });
    onCanvas("view.fitSelection", [](CanvasView &canvas) { canvas.fitSelection(); });
    onCanvas("arrange.tidy", [](CanvasView &canvas) { canvas.tidyUp(); });
    onCanvas("arrange.left", [](CanvasView &canvas) { align(canvas.editor(), Alignment::Left); });
    onCanvas("arrange.centre", [](CanvasView &canvas) { align(canvas.editor(), Alignment::HorizontalCentre); });
    onCanvas("arrange.right", [](CanvasView &canvas) { align(canvas.editor(), Alignment::Right); });
    onCanvas("arrange.top", [](CanvasView &canvas) { align(canvas.editor(), Alignment::Top); });
    onCanvas("arrange.middle", [](CanvasView &canvas) { align(canvas.editor(), Alignment::VerticalCentre); });
    onCanvas("arrange.bottom", [](CanvasView &canvas) { align(canvas.editor(), Alignment::Bottom); });
    onCanvas("arrange.distributeAcross", [](CanvasView &canvas) { distribute(canvas.editor(), Qt::Horizontal); });
    onCanvas("arrange.distributeDown", [](CanvasView &canvas) { distribute(canvas.editor(), Qt::Vertical); });
    actions["view.snap"]->setChecked(true);
    connect(actions["view.snap"], &QAction::toggled, this, [this](bool snaps) {
        for (int i = 0; i < m_tabs->count(); ++i) {
            if (auto *open = qobject_cast<FlowEditor *>(m_tabs->widget(i)))
                open->canvas().editor().setSnapsToGrid(snaps);
        }
    });
    connect(actions["view.fullScreen"], &QAction::toggled, this, [this](bool full) {
        full ? showFullScreen() : showNormal();
    });
    on("edit.find", [this] {
        raiseDock(m_explorer);
        m_explorer->focusFilter();
    });
    on("window.nextTab", [this] { m_tabs->setCurrentIndex((m_tabs->currentIndex() + 1) % m_tabs->count()); });
    on("window.previousTab",
       [this] { m_tabs->setCurrentIndex((m_tabs->currentIndex() + m_tabs->count() - 1) % m_tabs->count()); });
    on("window.resetLayout", [this] { resetLayout(); });
    on("server.toggle", [this](bool wanted) {
        m_workbench.setServerWanted(wanted);
        m_state.setServerWanted(wanted);
    });
    on("server.copyAddress", [this] { m_server->copyAddress(); });
    on("server.keys", [this] { raiseDock(m_server); });
    on("server.log", [this] {
        raiseDock(m_log);
        m_log->focusFilter();
    });
    on("help.shortcuts", [this] { ShortcutsDialog(m_actions->all(), this).exec(); });
    on("help.about", [this] {
        QMessageBox box(
            QMessageBox::NoIcon, tr("About Jackfield"), tr("Jackfield %1").arg(QCoreApplication::applicationVersion()),
            QMessageBox::Close, this);
        box.setTextFormat(Qt::PlainText);
        box.setInformativeText(tr("Editor and local service for conversation flows.\nApache License 2.0."));
        box.exec();
    });
}

void MainWindow::connectFlowActions()
{
    const WindowActions &actions = *m_actions;
    const auto on = [this, &actions](const char *id, auto work) {
        connect(actions[id], &QAction::triggered, this, [this, work] {
            if (FlowEditor *open = currentEditor())
                work(*open);
        });
    };
    on("edit.undo", [](FlowEditor &open) { open.document().undoStack()->undo(); });
    on("edit.redo", [](FlowEditor &open) { open.document().undoStack()->redo(); });
    on("edit.rename", [this](FlowEditor &) { renameFlow(); });
    on("file.export", [this](FlowEditor &open) { m_files->chooseAndExport(open.flowId(), open.flowName(), this); });
    on("flow.validate", [this](FlowEditor &) { raiseDock(m_problems); });
    on("flow.nextProblem", [this](FlowEditor &) { m_problems->showNext(1); });
    on("flow.previousProblem", [this](FlowEditor &) { m_problems->showNext(-1); });
    on("flow.publish", [this](FlowEditor &) { publish(); });
    on("flow.activate", [this](FlowEditor &) { setLive(true); });
    on("flow.pause", [this](FlowEditor &) { setLive(false); });
    on("flow.versions", [this](FlowEditor &) { raiseDock(m_versions); });
    on("flow.delete", [this](FlowEditor &open) { deleteFlow(open.flowId()); });
}

} // namespace jackfield
