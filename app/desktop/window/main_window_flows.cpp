// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/window/main_window.h"

#include "app/desktop/flow/flow_editor.h"
#include "app/desktop/flow/flow_files.h"
#include "app/desktop/panels/explorer_panel.h"
#include "app/desktop/panels/problems_panel.h"
#include "app/desktop/widgets/counted.h"
#include "app/desktop/widgets/message_bar.h"
#include "app/desktop/widgets/when_done.h"
#include "storage/host/workbench.h"
#include "storage/records/publication.h"

#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QTabWidget>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

void MainWindow::fillNewMenu()
{
    QMenu *menu = (*m_actions)["file.new"]->menu();
    menu->clear();
    const FlowEditor *open = currentEditor();
    const FlowSummary *near = m_explorer->flow(open ? open->flowId() : m_explorer->currentFlow());
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

void MainWindow::newFlow(const QByteArray &kind, const FlowId &parent)
{
    const auto creating = [workspace = m_workbench.workspace(), kind, parent,
                           author = m_workbench.author()](FlowService &service, Completion<FlowRecord> done) {
        const QString title = service.kinds().find(kind)->info().title;
        NewFlow flow;
        flow.workspace = workspace;
        flow.kind = kind;
        flow.name = service.flows().freeName(workspace, kind, parent, tr("New %1").arg(title.toLower()));
        flow.parent = parent;
        flow.author = author;
        flow.label = tr("New flow");
        service.flows().create(std::move(flow), std::move(done));
    };
    const auto answer = m_workbench.write<FlowRecord>(creating);
    whenDone(answer, this, [this](const Result<FlowRecord> &made) {
        if (made)
            openFlow(made->summary.id);
        else
            report(made.error().message, true);
    });
}

void MainWindow::renameFlow()
{
    FlowEditor *open = currentEditor();
    bool accepted = false;
    const QString name
        = QInputDialog::getText(this, tr("Rename flow"), tr("Name"), QLineEdit::Normal, open->flowName(), &accepted)
              .trimmed();
    if (!accepted || name.isEmpty() || name == open->flowName())
        return;
    Commit commit{.flow = open->flowId(), .name = name, .author = m_workbench.author(), .label = tr("Rename flow")};
    const auto storing
        = [workspace = m_workbench.workspace(), commit](FlowService &service, Completion<FlowRecord> done) {
              service.flows().commit(workspace, commit, std::move(done));
          };
    const auto answer = m_workbench.write<FlowRecord>(storing);
    whenDone(answer, this, [this, name](const Result<FlowRecord> &stored) {
        if (!stored)
            report(stored.error().message, true);
        else if (FlowEditor *renamed = editor(stored->summary.id))
            renamed->setFlowName(stored->summary.name);
    });
}

void MainWindow::deleteFlow(const FlowId &id)
{
    const FlowSummary *flow = m_explorer->flow(id);
    const FlowEditor *open = editor(id);
    const QString name = open ? open->flowName() : flow ? flow->name : id.toString();
    const bool wasOpen = open;
    const auto removing = [workspace = m_workbench.workspace(), id,
                           author = m_workbench.author()](FlowService &service, Completion<void> done) {
        service.flows().remove(workspace, id, author, std::move(done));
    };
    const auto answer = m_workbench.write<void>(removing);
    whenDone(answer, this, [this, id, name, wasOpen](const Result<void> &removed) {
        if (!removed) {
            report(removed.error().message, true);
            return;
        }
        m_deleted = id;
        m_bar->showMessage(
            MessageBar::Tone::Information, tr("Deleted \"%1\". It is in the trash.").arg(name), tr("Undo"),
            [this, id, wasOpen] { restoreFlow(id, wasOpen); });
    });
}

void MainWindow::restoreFlow(const FlowId &id, bool thenOpen)
{
    const auto restoring = [workspace = m_workbench.workspace(), id,
                            author = m_workbench.author()](FlowService &service, Completion<FlowRecord> done) {
        service.flows().restore(workspace, id, author, std::move(done));
    };
    const auto answer = m_workbench.write<FlowRecord>(restoring);
    whenDone(answer, this, [this, thenOpen](const Result<FlowRecord> &restored) {
        report(restored ? tr("\"%1\" is back.").arg(restored->summary.name) : restored.error().message, !restored);
        if (restored && thenOpen)
            openFlow(restored->summary.id);
    });
}

void MainWindow::publish()
{
    const FlowId id = currentEditor()->flowId();
    const auto publishing = [workspace = m_workbench.workspace(), id,
                             author = m_workbench.author()](FlowService &service, Completion<PublishOutcome> done) {
        service.life().publish(workspace, id, author, std::move(done));
    };
    const auto answer = m_workbench.write<PublishOutcome>(publishing);
    whenDone(answer, this, [this](const Result<PublishOutcome> &published) {
        if (!published) {
            report(published.error().message, true);
        } else if (!published->version) {
            raiseDock(m_problems);
            report(tr("Not published: solve the errors in the problems list first."), true);
        } else {
            report(tr("Published as version %1.").arg(published->version->number));
        }
    });
}

void MainWindow::setLive(bool live)
{
    const FlowId id = currentEditor()->flowId();
    const auto switching = [workspace = m_workbench.workspace(), id, live,
                            author = m_workbench.author()](FlowService &service, Completion<FlowRecord> done) {
        if (live)
            service.life().activate(workspace, id, author, std::move(done));
        else
            service.life().pause(workspace, id, author, std::move(done));
    };
    const auto answer = m_workbench.write<FlowRecord>(switching);
    whenDone(answer, this, [this, live](const Result<FlowRecord> &changed) {
        const QString done = live ? tr("\"%1\" is active.") : tr("\"%1\" is paused.");
        report(changed ? done.arg(changed->summary.name) : changed.error().message, !changed);
    });
}

void MainWindow::showFlowState()
{
    for (int i = 0; i < m_tabs->count(); ++i) {
        auto *shown = qobject_cast<FlowEditor *>(m_tabs->widget(i));
        if (const FlowSummary *stored = m_explorer->flow(shown->flowId()))
            shown->setFlowName(stored->name);
    }
    FlowEditor *open = currentEditor();
    const WindowActions &actions = *m_actions;
    const FlowSummary *flow = open ? m_explorer->flow(open->flowId()) : nullptr;
    actions["edit.undo"]->setEnabled(open && open->document().undoStack()->canUndo());
    actions["edit.redo"]->setEnabled(open && open->document().undoStack()->canRedo());
    const Lifecycle life = open ? open->kind().info().lifecycle : Lifecycle{};
    const bool active = flow && flow->status == FlowStatus::Active;
    actions["flow.publish"]->setVisible(!open || life.publishes);
    actions["flow.publish"]->setEnabled(open && life.publishes);
    actions["flow.versions"]->setEnabled(open && life.publishes);
    actions["flow.activate"]->setVisible(!open || (life.activates && !active));
    actions["flow.activate"]->setEnabled(flow && life.activates && !flow->latestVersion.isEmpty());
    actions["flow.activate"]->setStatusTip(
        actions["flow.activate"]->isEnabled() ? tr("Makes the newest version live") : tr("Publish a version first."));
    actions["flow.pause"]->setVisible(open && life.activates && active);
    if (!flow) {
        m_flowLabel->clear();
        m_publishButton->setText(tr("Publish"));
        return;
    }
    QString status;
    switch (flow->status) {
    case FlowStatus::Draft:
        status = tr("Draft");
        break;
    case FlowStatus::Published:
        status = tr("Published");
        break;
    case FlowStatus::Active:
        status = tr("Active");
        break;
    case FlowStatus::Paused:
        status = tr("Paused");
        break;
    }
    if (!life.publishes)
        status = tr("Live");
    if (hasVersion(*flow)) {
        status += flow->changesSinceVersion > 0
            ? tr(", %1 since v%2")
                  .arg(counted(flow->changesSinceVersion, tr("%1 change"), tr("%1 changes")))
                  .arg(flow->latestVersionNumber)
            : tr(", same as v%1").arg(flow->latestVersionNumber);
    }
    m_flowLabel->setText(status);
    m_publishButton->setText(tr("Publish v%1").arg(nextVersionNumber(*flow)));
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

void MainWindow::showExplorerMenu(const FlowId &id, QPoint at)
{
    QMenu menu(this);
    if (!id.isEmpty()) {
        menu.addAction(tr("Open"), this, [this, id] { openFlow(id); });
        const FlowSummary *flow = m_explorer->flow(id);
        for (const auto &kind : m_workbench.kinds().all()) {
            if (flow && kind->info().parentKind == flow->kind)
                menu.addAction(
                    tr("New %1 in it").arg(kind->info().title.toLower()), this,
                    [this, id, child = kind->info().id] { newFlow(child, id); });
        }
        menu.addAction(tr("Export..."), this, [this, id, name = flow ? flow->name : QString()] {
            m_files->chooseAndExport(id, name, this);
        });
        menu.addSeparator();
        menu.addAction(tr("Delete flow"), this, [this, id] { deleteFlow(id); });
        menu.addSeparator();
    }
    menu.addAction((*m_actions)["file.import"]);
    menu.exec(at);
}

} // namespace jackfield
