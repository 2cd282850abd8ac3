// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/actions/flow_commands.h"

#include "app/desktop/flow/flow_editor.h"
#include "app/desktop/widgets/when_done.h"
#include "storage/host/workbench.h"

#include <QInputDialog>

namespace jackfield {

FlowCommands::FlowCommands(Workbench &workbench, QWidget *window)
    : QObject(window), m_workbench(workbench), m_window(window)
{
}

void FlowCommands::create(const QByteArray &kind, const FlowId &parent)
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
    whenDone(m_workbench.write<FlowRecord>(creating), this, [this](const Result<FlowRecord> &made) {
        if (made)
            emit openWanted(made->summary.id);
        else
            emit reported(made.error().message, true);
    });
}

void FlowCommands::rename(FlowEditor &open)
{
    // The flow may be closed while the dialog is open.
    Commit commit{
        .flow = open.flowId(), .name = open.flowName(), .author = m_workbench.author(), .label = tr("Rename flow")};
    bool accepted = false;
    const QString name
        = QInputDialog::getText(m_window, tr("Rename flow"), tr("Name"), QLineEdit::Normal, *commit.name, &accepted)
              .trimmed();
    if (!accepted || name.isEmpty() || name == commit.name)
        return;
    commit.name = name;
    const auto storing
        = [workspace = m_workbench.workspace(), commit](FlowService &service, Completion<FlowRecord> done) {
              service.flows().commit(workspace, commit, std::move(done));
          };
    whenDone(m_workbench.write<FlowRecord>(storing), this, [this](const Result<FlowRecord> &stored) {
        if (!stored)
            emit reported(stored.error().message, true);
    });
}

void FlowCommands::remove(const FlowId &id, const QString &name, bool wasOpen)
{
    const auto removing = [workspace = m_workbench.workspace(), id,
                           author = m_workbench.author()](FlowService &service, Completion<void> done) {
        service.flows().remove(workspace, id, author, std::move(done));
    };
    whenDone(m_workbench.write<void>(removing), this, [this, id, name, wasOpen](const Result<void> &done) {
        if (done)
            emit removed(id, name, wasOpen);
        else
            emit reported(done.error().message, true);
    });
}

void FlowCommands::restore(const FlowId &id, bool opens)
{
    const auto restoring = [workspace = m_workbench.workspace(), id,
                            author = m_workbench.author()](FlowService &service, Completion<FlowRecord> done) {
        service.flows().restore(workspace, id, author, std::move(done));
    };
    whenDone(m_workbench.write<FlowRecord>(restoring), this, [this, opens](const Result<FlowRecord> &restored) {
        if (!restored) {
            emit reported(restored.error().message, true);
            return;
        }
        emit reported(tr("\"%1\" is back.").arg(restored->summary.name), false);
        if (opens)
            emit openWanted(restored->summary.id);
    });
}

void FlowCommands::publish(const FlowId &id)
{
    const auto publishing = [workspace = m_workbench.workspace(), id,
                             author = m_workbench.author()](FlowService &service, Completion<PublishOutcome> done) {
        service.life().publish(workspace, id, author, std::move(done));
    };
    whenDone(m_workbench.write<PublishOutcome>(publishing), this, [this](const Result<PublishOutcome> &published) {
        if (!published) {
            emit reported(published.error().message, true);
        } else if (!published->version) {
            emit problemsFound();
            emit reported(tr("Not published: solve the errors in the problems list first."), true);
        } else {
            emit reported(tr("Published as version %1.").arg(published->version->number), false);
        }
    });
}

void FlowCommands::setLive(const FlowId &id, bool live)
{
    const auto switching = [workspace = m_workbench.workspace(), id, live,
                            author = m_workbench.author()](FlowService &service, Completion<FlowRecord> done) {
        if (live)
            service.life().activate(workspace, id, author, std::move(done));
        else
            service.life().pause(workspace, id, author, std::move(done));
    };
    whenDone(m_workbench.write<FlowRecord>(switching), this, [this, live](const Result<FlowRecord> &changed) {
        const QString done = live ? tr("\"%1\" is active.") : tr("\"%1\" is paused.");
        emit reported(changed ? done.arg(changed->summary.name) : changed.error().message, !changed);
    });
}

} // namespace jackfield
