// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/window/main_window.h"

#include "app/desktop/actions/canvas_actions.h"
#include "app/desktop/actions/flow_commands.h"
#include "app/desktop/actions/shortcuts_dialog.h"
#include "app/desktop/flow/flow_editor.h"
#include "app/desktop/flow/flow_files.h"
#include "app/desktop/widgets/message_bar.h"
#include "app/desktop/window/editor_tabs.h"
#include "app/desktop/window/window_status_bar.h"
#include "canvas/editing/canvas_editor.h"
#include "canvas/view/canvas_view.h"
#include "storage/host/workbench.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMessageBox>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

void MainWindow::connectActions()
{
    const WindowActions &actions = *m_actions;
    const auto on
        = [this, &actions](const char *id, auto slot) { connect(actions[id], &QAction::triggered, this, slot); };
    auto *newMenu = new QMenu(this);
    actions["file.new"]->setMenu(newMenu);
    connect(newMenu, &QMenu::aboutToShow, this, &MainWindow::fillNewMenu);
    on("file.new", [this] { newFlow(m_workbench.kinds().all().front()->info().id, {}); });
    on("file.import", [this] { m_files->chooseAndImport(this); });
    on("file.closeTab", [this] { m_tabs->closeEditor(currentEditor()); });
    on("file.quit", [this] { close(); });
    connectCanvasActions(actions, this, [this] { return currentEditor() ? &currentEditor()->canvas() : nullptr; });
    actions["view.snap"]->setChecked(true);
    connect(actions["view.snap"], &QAction::toggled, this, [this](bool snaps) {
        for (FlowEditor *open : m_tabs->editors())
            open->canvas().editor().setSnapsToGrid(snaps);
    });
    connect(actions["view.fullScreen"], &QAction::toggled, this, [this](bool full) {
        full ? showFullScreen() : showNormal();
    });
    on("window.nextTab", [this] { m_tabs->showNext(1); });
    on("window.previousTab", [this] { m_tabs->showNext(-1); });
    on("window.resetLayout", [this] { resetLayout(); });
    on("server.toggle", [this](bool wanted) {
        m_workbench.setServerWanted(wanted);
        m_state.setServerWanted(wanted);
    });
    on("help.shortcuts", [this] { ShortcutsDialog(m_actions->all(), this).exec(); });
    on("help.about", [this] {
        QMessageBox box(
            QMessageBox::NoIcon, tr("About Jackfield"), tr("Jackfield %1").arg(QCoreApplication::applicationVersion()),
            QMessageBox::Close, this);
        box.setTextFormat(Qt::PlainText);
        box.setInformativeText(QStringLiteral(JACKFIELD_DESCRIPTION ".\n") + tr("Apache License 2.0."));
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
    on("edit.rename", [this](FlowEditor &open) { m_commands->rename(open); });
    on("file.export", [this](FlowEditor &open) { exportFlow(open.flowId(), open.flowName()); });
    on("flow.publish", [this](FlowEditor &open) { m_commands->publish(open.flowId()); });
    on("flow.activate", [this](FlowEditor &open) { m_commands->setLive(open.flowId(), true); });
    on("flow.pause", [this](FlowEditor &open) { m_commands->setLive(open.flowId(), false); });
    on("flow.delete", [this](FlowEditor &open) { deleteFlow(open.flowId(), open.flowName()); });
}

void MainWindow::openFlow(const FlowId &id)
{
    m_tabs->openFlow(id);
}

void MainWindow::newFlow(const QByteArray &kind, const FlowId &parent)
{
    m_commands->create(kind, parent);
}

void MainWindow::deleteFlow(const FlowId &id, const QString &name)
{
    m_commands->remove(id, name, editor(id) != nullptr);
}

void MainWindow::restoreFlow(const FlowId &id)
{
    m_commands->restore(id, true);
}

void MainWindow::exportFlow(const FlowId &id, const QString &name)
{
    m_files->chooseAndExport(id, name, this);
}

void MainWindow::flowChosen(const std::optional<FlowSummary> &flow)
{
    m_chosen = flow;
}

void MainWindow::report(const QString &message, bool error)
{
    if (!error)
        return m_status->say(message);
    FlowEditor *open = currentEditor();
    (open ? open->messageBar() : *m_bar).showMessage(MessageBar::Tone::Error, message);
}

QAction *MainWindow::action(const char *id) const
{
    return (*m_actions)[id];
}

void MainWindow::flowRemoved(const FlowId &id, const QString &name, bool wasOpen)
{
    m_deleted = id;
    m_bar->showMessage(
        MessageBar::Tone::Information, tr("Deleted \"%1\". It is in the trash.").arg(name), tr("Undo"),
        [this, id, wasOpen] { m_commands->restore(id, wasOpen); });
}

void MainWindow::fillNewMenu()
{
    QMenu *menu = (*m_actions)["file.new"]->menu();
    menu->clear();
    const std::optional<FlowSummary> near = currentEditor() ? currentEditor()->summary() : m_chosen;
    for (const auto &kind : m_workbench.kinds().all()) {
        const KindInfo &info = kind->info();
        FlowId parent;
        if (!info.parentKind.isEmpty() && near)
            parent = near->kind == info.parentKind ? near->id : near->parent;
        QAction *action = menu->addAction(info.title);
        action->setObjectName(u"new."_s + QString::fromUtf8(info.id));
        if (!info.parentKind.isEmpty() && parent.isEmpty()) {
            action->setEnabled(false);
            const Kind *owner = m_workbench.kinds().find(info.parentKind);
            action->setText(tr("%1 (select a %2 first)").arg(info.title, owner->info().title.toLower()));
        }
        connect(action, &QAction::triggered, this, [this, id = info.id, parent] { newFlow(id, parent); });
    }
}

void MainWindow::showCanvasMenu(QPoint at)
{
    QMenu menu(this);
    for (const char *id :
         {"edit.cut", "edit.copy", "edit.paste", "edit.duplicate", "", "edit.delete", "edit.deleteAndReconnect", "",
          "edit.selectUpstream", "edit.selectDownstream", "", "arrange.tidy", "view.fit"}) {
        if (*id)
            menu.addAction((*m_actions)[id]);
        else
            menu.addSeparator();
    }
    menu.exec(at);
}

} // namespace jackfield
