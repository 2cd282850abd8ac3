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

    onCanvas("edit.cut", [](CanvasView &canvas) { canvas.cutSelection(); });
    onCanvas("edit.copy", [](CanvasView &canvas) { canvas.copySelection(); });
    onCanvas("edit.paste", [](CanvasView &canvas) { canvas.paste(); });
    onCanvas("edit.duplicate", [](CanvasView &canvas) { canvas.duplicateSelection(); });
    onCanvas("edit.delete", [](CanvasView &canvas) { canvas.removeSelection(); });
    onCanvas("edit.deleteAndReconnect", [](CanvasView &canvas) { canvas.removeAndReconnect(); });
    onCanvas("edit.selectUpstream", [](CanvasView &canvas) { canvas.selectReachable(CanvasView::Reach::Upstream); });
    onCanvas(
        "edit.selectDownstream", [](CanvasView &canvas) { canvas.selectReachable(CanvasView::Reach::Downstream); });
    onCanvas("edit.selectConnected", [](CanvasView &canvas) { canvas.selectReachable(CanvasView::Reach::Both); });
    onCanvas("edit.selectAll", [](CanvasView &canvas) { canvas.selectAll(); });
    onCanvas("edit.selectNone", [](CanvasView &canvas) { canvas.setSelection({}); });
    onCanvas("view.zoomIn", [](CanvasView &canvas) { canvas.zoomBy(1.25, canvas.viewport()->rect().center()); });
    onCanvas("view.zoomOut", [](CanvasView &canvas) { canvas.zoomBy(0.8, canvas.viewport()->rect().center()); });
    onCanvas("view.zoom100", [](CanvasView &canvas) { canvas.resetZoom(); });
    onCanvas("view.fit", [](CanvasView &canvas) { canvas.fit(); });
    onCanvas("view.fitSelection", [](CanvasView &canvas) { canvas.fitSelection(); });
    onCanvas("arrange.tidy", [](CanvasView &canvas) { canvas.tidyUp(); });
    onCanvas("arrange.left", [](CanvasView &canvas) { canvas.align(Alignment::Left); });
    onCanvas("arrange.centre", [](CanvasView &canvas) { canvas.align(Alignment::HorizontalCentre); });
    onCanvas("arrange.right", [](CanvasView &canvas) { canvas.align(Alignment::Right); });
    onCanvas("arrange.top", [](CanvasView &canvas) { canvas.align(Alignment::Top); });
    onCanvas("arrange.middle", [](CanvasView &canvas) { canvas.align(Alignment::VerticalCentre); });
    onCanvas("arrange.bottom", [](CanvasView &canvas) { canvas.align(Alignment::Bottom); });
    onCanvas("arrange.distributeAcross", [](CanvasView &canvas) { canvas.distribute(Qt::Horizontal); });
    onCanvas("arrange.distributeDown", [](CanvasView &canvas) { canvas.distribute(Qt::Vertical); });
    actions["view.snap"]->setChecked(true);
    connect(actions["view.snap"], &QAction::toggled, this, [this](bool snaps) {
        for (int i = 0; i < m_tabs->count(); ++i) {
            if (auto *open = qobject_cast<FlowEditor *>(m_tabs->widget(i)))
                open->canvas().setSnapsToGrid(snaps);
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
