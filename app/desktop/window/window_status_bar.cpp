// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/window/window_status_bar.h"

#include "app/desktop/flow/flow_editor.h"
#include "app/desktop/flow/flow_sync.h"
#include "app/desktop/models/flow_words.h"
#include "app/desktop/widgets/counted.h"
#include "app/desktop/widgets/plain_label.h"
#include "app/desktop/widgets/restyle.h"
#include "canvas/view/canvas_view.h"
#include "storage/host/workbench.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

constexpr int kMessageMilliseconds = 8000;

} // namespace

WindowStatusBar::WindowStatusBar(Workbench &workbench, QWidget *parent) : QStatusBar(parent), m_workbench(workbench)
{
    setSizeGripEnabled(false);
    m_server = addLabel("status.server");
    m_saved = addLabel("status.saved");
    m_life = addLabel("status.flow");
    m_problems = addLabel("status.problems");
    m_message = addLabel("status.message");
    m_selection = addLabel("status.selection", true);
    m_zoom = addLabel("status.zoom", true);
    m_messageTimer.setSingleShot(true);
    m_messageTimer.setInterval(kMessageMilliseconds);
    connect(&m_messageTimer, &QTimer::timeout, m_message, &QLabel::clear);
    connect(&workbench, &Workbench::serverChanged, this, &WindowStatusBar::showServer);
    connect(&workbench, &Workbench::storageTroubled, this, [this](const QString &message) {
        m_trouble = message;
        showSaved();
    });
    showServer();
}

QLabel *WindowStatusBar::addLabel(const char *name, bool right)
{
    QLabel *label = plainLabel(this);
    label->setObjectName(QString::fromLatin1(name));
    right ? addPermanentWidget(label) : addWidget(label);
    return label;
}

void WindowStatusBar::setEditor(FlowEditor *editor)
{
    m_following.end();
    m_editor = editor;
    if (editor) {
        m_following << connect(&editor->sync(), &FlowSync::stateChanged, this, &WindowStatusBar::showSaved)
                    << connect(editor, &FlowEditor::summaryChanged, this, &WindowStatusBar::showLife)
                    << connect(editor, &FlowEditor::problemsChanged, this, &WindowStatusBar::showProblems)
                    << connect(&editor->canvas(), &CanvasView::selectionChanged, this, &WindowStatusBar::showView)
                    << connect(&editor->canvas(), &CanvasView::viewportChanged, this, &WindowStatusBar::showView)
                    << connect(&editor->canvas(), &CanvasView::messageShown, this, &WindowStatusBar::say);
    }
    showSaved();
    showLife();
    showProblems();
    showView();
}

void WindowStatusBar::say(const QString &message)
{
    m_message->setText(message);
    m_messageTimer.start();
}

void WindowStatusBar::showServer()
{
    const ServerStatus &server = m_workbench.server();
    const bool answers = server.problem.isEmpty() && !server.address.isEmpty();
    m_server->setText(
        answers                        ? tr("\u25cf API %1").arg(server.address.mid(7))
            : server.problem.isEmpty() ? tr("API off")
                                       : tr("API: %1").arg(server.problem));
    m_server->setProperty("good", answers);
    restyle(m_server);
}

void WindowStatusBar::showSaved()
{
    if (!m_editor) {
        m_saved->setText(m_trouble);
        return;
    }
    switch (m_editor->sync().state()) {
    case FlowSync::State::Saved:
        m_saved->setText(tr("Saved"));
        break;
    case FlowSync::State::Saving:
        m_saved->setText(tr("Saving"));
        break;
    case FlowSync::State::Failed:
        m_saved->setText(tr("Could not save: %1").arg(m_editor->sync().message()));
        break;
    }
}

void WindowStatusBar::showLife()
{
    m_life->setText(m_editor ? lifeText(m_editor->summary(), m_editor->kind().info().lifecycle) : QString());
}

void WindowStatusBar::showProblems()
{
    if (!m_editor) {
        m_problems->clear();
        return;
    }
    const Problems &all = m_editor->problems();
    const auto errors = std::ranges::count(all, Severity::Error, &Problem::severity);
    m_problems->setText(
        counted(errors, tr("%1 error"), tr("%1 errors")) + u", "_s
        + counted(all.size() - errors, tr("%1 warning"), tr("%1 warnings")));
}

void WindowStatusBar::showView()
{
    if (!m_editor) {
        m_selection->clear();
        m_zoom->clear();
        return;
    }
    const Selection &selection = m_editor->canvas().selection();
    const qsizetype selected = selection.nodes.size() + selection.edges.size();
    m_selection->setText(selected == 0 ? QString() : tr("%1 selected").arg(selected));
    m_zoom->setText(u"%1 %"_s.arg(qRound(m_editor->canvas().viewportState().zoom * 100)));
}

} // namespace jackfield
