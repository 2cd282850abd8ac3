// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/window/editor_tabs.h"

#include "app/desktop/flow/flow_editor.h"
#include "app/desktop/widgets/icons.h"
#include "app/desktop/widgets/message_bar.h"
#include "app/desktop/widgets/when_done.h"
#include "app/desktop/window/window_state.h"
#include "canvas/view/canvas_view.h"
#include "model/json/json_writer.h"
#include "storage/host/workbench.h"
#include "storage/records/stored_kind.h"

#include <QTabBar>
#include <QThreadPool>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

struct ReadFlow
{
    Result<FlowRecord> record;
    Graph graph; ///< of the record
};

} // namespace

EditorTabs::EditorTabs(Workbench &workbench, WindowState &state, QWidget *parent)
    : QTabWidget(parent), m_workbench(workbench), m_state(state)
{
    setObjectName(u"editors"_s);
    setDocumentMode(true);
    setMovable(true);
    tabBar()->setElideMode(Qt::ElideRight);
    connect(this, &QTabWidget::currentChanged, this, [this] { emit currentEditorChanged(currentEditor()); });
    connect(&workbench, &Workbench::flowHappened, this, &EditorTabs::flowHappened);
}

FlowEditor *EditorTabs::currentEditor() const
{
    return qobject_cast<FlowEditor *>(currentWidget());
}

FlowEditor *EditorTabs::editor(const FlowId &id) const
{
    for (FlowEditor *candidate : editors()) {
        if (candidate->flowId() == id)
            return candidate;
    }
    return nullptr;
}

QList<FlowEditor *> EditorTabs::editors() const
{
    QList<FlowEditor *> all;
    for (int i = 0; i < count(); ++i) {
        if (auto *editor = qobject_cast<FlowEditor *>(widget(i)))
            all << editor;
    }
    return all;
}

void EditorTabs::openFlow(const FlowId &id)
{
    if (FlowEditor *open = editor(id)) {
        setCurrentWidget(open);
        return;
    }
    if (m_opening.contains(id))
        return;
    m_opening << id;
    window()->setCursor(Qt::BusyCursor);
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
    const auto answer = m_workbench.call(reading).then(&m_workbench.workers(), projecting);
    whenDone(answer, this, [this, id](const ReadFlow &read) {
        m_opening.removeAll(id);
        if (m_opening.isEmpty())
            window()->unsetCursor();
        if (read.record)
            showRecord(*read.record, read.graph);
        else
            emit failed(read.record.error().message);
    });
}

void EditorTabs::showRecord(const FlowRecord &record, const Graph &graph)
{
    auto *opened = new FlowEditor(m_workbench, record, graph, this);
    opened->canvas().setTheme(m_theme);
    emit editorMade(opened);
    const int index = addTab(opened, {});
    const auto showName = [this, opened] {
        QString name = opened->flowName().simplified();
        setTabText(indexOf(opened), name.replace(u'&', u"&&"_s));
    };
    showName();
    connect(opened, &FlowEditor::summaryChanged, this, showName);
    addCloseButton(opened);
    setCurrentIndex(index);
    if (const auto viewport = m_state.viewport(record.summary.id))
        opened->canvas().setViewportState(*viewport);
    else
        opened->showBeginning();
    opened->setFocus();
    emit flowOpened(opened);
}

void EditorTabs::addCloseButton(FlowEditor *editor)
{
    auto *close = new QToolButton(this);
    close->setProperty("flat", true);
    close->setIcon(tintedIcon("close", m_theme.secondaryText));
    close->setIconSize({12, 12});
    close->setAccessibleName(tr("Close tab"));
    tabBar()->setTabButton(indexOf(editor), QTabBar::RightSide, close);
    connect(close, &QToolButton::clicked, this, [this, editor] { closeEditor(editor); });
}

void EditorTabs::closeEditor(FlowEditor *editor)
{
    if (!editor)
        return;
    m_state.setViewport(editor->flowId(), editor->canvas().viewportState());
    removeTab(indexOf(editor));
    editor->deleteLater();
    emit currentEditorChanged(currentEditor());
}

void EditorTabs::showNext(int step)
{
    if (count() > 0)
        setCurrentIndex((currentIndex() + step + count()) % count());
}

void EditorTabs::remember()
{
    QList<FlowId> open;
    for (FlowEditor *editor : editors()) {
        open << editor->flowId();
        m_state.setViewport(editor->flowId(), editor->canvas().viewportState());
    }
    m_state.setOpenFlows(open, currentEditor() ? currentEditor()->flowId() : FlowId());
}

void EditorTabs::setTheme(const Theme &theme)
{
    m_theme = theme;
    for (FlowEditor *editor : editors()) {
        editor->canvas().setTheme(theme);
        qobject_cast<QToolButton *>(tabBar()->tabButton(indexOf(editor), QTabBar::RightSide))
            ->setIcon(tintedIcon("close", theme.secondaryText));
    }
}

void EditorTabs::flowHappened(const FlowEvent &event)
{
    FlowEditor *open = event.type == FlowEvent::Type::Deleted ? editor(event.flow) : nullptr;
    if (!open)
        return;
    if (event.author == m_workbench.author()) {
        closeEditor(open);
        return;
    }
    open->messageBar().showMessage(
        MessageBar::Tone::Warning,
        tr("\"%1\" was deleted from outside. It is in the trash; changes here are not stored any more.")
            .arg(open->flowName()),
        tr("Copy its JSON"),
        MessageBar::copying(QString::fromUtf8(writeJson(open->document().content(), JsonStyle{}))));
}

} // namespace jackfield
