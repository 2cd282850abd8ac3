// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/panels/versions_panel.h"

#include "app/desktop/flow/flow_editor.h"
#include "app/desktop/models/versions_model.h"
#include "app/desktop/widgets/message_bar.h"
#include "app/desktop/widgets/row_delegate.h"
#include "app/desktop/widgets/when_done.h"
#include "model/json/edit/json_diff.h"
#include "storage/host/workbench.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

constexpr int kVersionsShown = 100;

struct VersionsRead
{
    Result<FlowRecord> flow;
    Result<VersionPage> page;
};

} // namespace

VersionsPanel::VersionsPanel(Workbench &workbench, QWidget *parent) : Panel(parent), m_workbench(workbench)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    m_empty = addHint(column);
    m_model = new VersionsModel(this);
    m_list = new QTreeView(this);
    m_list->setObjectName(u"versionsList"_s);
    m_list->setModel(m_model);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setAccessibleName(tr("Versions"));
    column->addWidget(m_list, 1);
    m_restore = new QPushButton(tr("Put back into the draft"), this);
    m_restore->setObjectName(u"restoreVersion"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(12, 4, 12, 8);
    buttons->addWidget(m_restore);
    buttons->addStretch();
    column->addLayout(buttons);

    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        m_restore->setEnabled(m_list->selectionModel()->hasSelection());
    });
    connect(m_restore, &QPushButton::clicked, this, &VersionsPanel::restoreSelected);
    connect(&workbench, &Workbench::flowHappened, this, [this](const FlowEvent &event) {
        if (editor() && event.flow == editor()->flowId() && event.type != FlowEvent::Type::Committed)
            refresh();
    });
    editorChanged();
}

void VersionsPanel::editorChanged()
{
    m_model->clear();
    showContents();
    if (editor())
        m_empty->clear(); // until it is read whether there are any
    refresh();
}

void VersionsPanel::refresh()
{
    if (!editor())
        return;
    const FlowId id = editor()->flowId();
    const auto answer = m_workbench.call([workspace = m_workbench.workspace(), id](FlowService &service) {
        return VersionsRead{
            service.flows().flow(workspace, id), service.life().versions(workspace, id, {}, kVersionsShown)};
    });
    whenDone(answer, this, [this, id](const VersionsRead &read) {
        if (!editor() || editor()->flowId() != id || !read.flow || !read.page)
            return;
        m_model->show(read.flow->summary, read.page->versions);
        showContents();
    });
}

void VersionsPanel::showContents()
{
    const bool none = m_model->rowCount() == 0;
    m_empty->setVisible(none);
    m_list->setVisible(!none);
    m_restore->setVisible(!none);
    m_restore->setEnabled(false);
    m_empty->setText(
        editor() ? tr("Not published yet. Publishing keeps a version that never changes; it is listed here.")
                 : tr("Open a flow to see its versions."));
}

void VersionsPanel::restoreSelected()
{
    const FlowVersion *version = m_model->version(m_list->currentIndex());
    if (!editor() || !version)
        return;
    const int number = version->number;
    const FlowEdits edits{.content = diffJson(editor()->document().content(), version->content)};
    if (edits.isEmpty()) {
        editor()->messageBar().showMessage(
            MessageBar::Tone::Information, tr("The draft is the same as version %1.").arg(number));
        return;
    }
    const auto applied = editor()->document().apply(edits, tr("Put back version %1").arg(number));
    if (!applied)
        editor()->messageBar().showMessage(MessageBar::Tone::Error, applied.error().message);
}

} // namespace jackfield
