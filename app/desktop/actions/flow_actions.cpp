// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/actions/flow_actions.h"

#include "app/desktop/actions/window_actions.h"
#include "app/desktop/flow/flow_editor.h"
#include "app/desktop/models/flow_words.h"
#include "storage/records/publication.h"

#include <QAction>
#include <QToolBar>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

FlowActions::FlowActions(const WindowActions &actions, QToolBar *bar) : QObject(bar), m_actions(actions)
{
    bar->setObjectName(u"toolbar"_s);
    bar->setMovable(false);
    bar->setIconSize({16, 16});
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
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
    auto *publish = qobject_cast<QToolButton *>(bar->widgetForAction(actions["flow.publish"]));
    publish->setObjectName(u"publishButton"_s);
    publish->setProperty("primary", true);
    publish->setToolButtonStyle(Qt::ToolButtonTextOnly);
}

void FlowActions::setEditor(FlowEditor *editor)
{
    m_following.end();
    m_editor = editor;
    if (editor) {
        QUndoStack *stack = editor->document().undoStack();
        m_following << connect(stack, &QUndoStack::canUndoChanged, this, &FlowActions::show)
                    << connect(stack, &QUndoStack::canRedoChanged, this, &FlowActions::show)
                    << connect(editor, &FlowEditor::summaryChanged, this, &FlowActions::show);
    }
    show();
}

void FlowActions::show()
{
    const FlowSummary flow = m_editor ? m_editor->summary() : FlowSummary();
    const Lifecycle life = m_editor ? m_editor->kind().info().lifecycle : Lifecycle{};
    const bool active = life.activates && flow.status == FlowStatus::Active;
    m_actions["edit.undo"]->setEnabled(m_editor && m_editor->document().undoStack()->canUndo());
    m_actions["edit.redo"]->setEnabled(m_editor && m_editor->document().undoStack()->canRedo());
    m_actions["flow.publish"]->setVisible(!m_editor || life.publishes);
    m_actions["flow.publish"]->setEnabled(m_editor && life.publishes);
    m_actions["flow.versions"]->setEnabled(m_editor && life.publishes);
    QAction *activate = m_actions["flow.activate"];
    const bool activates = m_editor && canActivate(life, flow); // an action out of sight says that it is disabled
    activate->setVisible(!m_editor || (life.activates && (activates || !active)));
    activate->setEnabled(activates);
    // What the tool bar shows; the menu keeps the names with their mnemonics.
    activate->setIconText(activateText(flow));
    if (m_editor)
        activate->setStatusTip(activates ? tr("Makes the newest version live") : tr("Publish a version first."));
    m_actions["flow.pause"]->setVisible(active);
    m_actions["flow.publish"]->setIconText(m_editor ? publishText(flow) : tr("Publish"));
}

} // namespace jackfield
