// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/panels/versions_panel.h"

#include "app/desktop/flow/flow_editor.h"
#include "app/desktop/widgets/message_bar.h"
#include "app/desktop/widgets/row_delegate.h"
#include "app/desktop/widgets/when_done.h"
#include "model/json/edit/json_diff.h"
#include "storage/host/workbench.h"
#include "storage/records/publication.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

constexpr int kVersionsShown = 100;

struct VersionsRead
{
    Result<VersionPage> page;
    QByteArray activeVersion;
};

} // namespace

VersionsPanel::VersionsPanel(Workbench &workbench, QWidget *parent) : QWidget(parent), m_workbench(workbench)
{
    setProperty("panel", true);
    setAttribute(Qt::WA_StyledBackground);
    m_empty = new QLabel(this);
    m_empty->setProperty("secondary", true);
    m_empty->setMargin(14);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_empty->setWordWrap(true);
    m_list = new QTreeWidget(this);
    m_list->setObjectName(u"versionsList"_s);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setAccessibleName(tr("Versions"));
    m_restore = new QPushButton(tr("Put back into the draft"), this);
    m_restore->setObjectName(u"restoreVersion"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(12, 4, 12, 8);
    buttons->addWidget(m_restore);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_empty);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);

    connect(m_list, &QTreeWidget::itemSelectionChanged, this, [this] {
        m_restore->setEnabled(!m_list->selectedItems().isEmpty());
    });
    connect(m_restore, &QPushButton::clicked, this, &VersionsPanel::restoreSelected);
    connect(&workbench, &Workbench::flowHappened, this, [this](const FlowEvent &event) {
        if (m_editor && event.flow == m_editor->flowId() && event.type != FlowEvent::Type::Committed)
            refresh();
    });
    refresh();
}

void VersionsPanel::setEditor(FlowEditor *editor)
{
    m_editor = editor;
    refresh();
}

void VersionsPanel::refresh()
{
    if (!m_editor) {
        show({}, {});
        m_empty->setText(tr("Open a flow to see its versions."));
        return;
    }
    const FlowId id = m_editor->flowId();
    const auto answer = m_workbench.call([workspace = m_workbench.workspace(), id](FlowService &service) {
        const Result<FlowRecord> flow = service.flows().flow(workspace, id);
        return VersionsRead{
            service.life().versions(workspace, id, {}, kVersionsShown),
            flow ? liveVersion(flow->summary) : QByteArray()};
    });
    whenDone(answer, this, [this, id](const VersionsRead &read) {
        if (m_editor && m_editor->flowId() == id && read.page)
            show(*read.page, read.activeVersion);
    });
}

void VersionsPanel::show(const VersionPage &page, const QByteArray &activeVersion)
{
    m_versions = page.versions;
    m_list->clear();
    for (const FlowVersion &version : m_versions) {
        const QString when
            = QLocale().toString(QDateTime::fromMSecsSinceEpoch(version.createdAt), QLocale::ShortFormat);
        auto *row = new QTreeWidgetItem(m_list, {tr("Version %1").arg(version.number)});
        const bool live = version.id == activeVersion;
        row->setData(
            0, RowDelegate::kDetailRole, live ? tr("live, published %1").arg(when) : tr("published %1").arg(when));
        row->setData(0, RowDelegate::kGoodRole, live);
    }
    const bool none = m_versions.isEmpty();
    m_empty->setVisible(none);
    m_list->setVisible(!none);
    m_restore->setVisible(!none);
    m_restore->setEnabled(false);
    m_empty->setText(tr("Not published yet. Publishing keeps a version that never changes; it is listed here."));
}

void VersionsPanel::restoreSelected()
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (!m_editor || row < 0 || row >= m_versions.size())
        return;
    const FlowVersion &version = m_versions[row];
    const FlowEdits edits{.content = diffJson(m_editor->document().content(), version.content)};
    if (edits.isEmpty()) {
        m_editor->messageBar().showMessage(
            MessageBar::Tone::Information, tr("The draft is the same as version %1.").arg(version.number));
        return;
    }
    const auto applied = m_editor->document().apply(edits, tr("Put back version %1").arg(version.number));
    if (!applied)
        m_editor->messageBar().showMessage(MessageBar::Tone::Error, applied.error().message);
}

} // namespace jackfield
