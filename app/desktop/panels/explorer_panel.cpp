// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/panels/explorer_panel.h"

#include "app/desktop/flow/flow_editor.h"
#include "app/desktop/panels/panel_host.h"
#include "app/desktop/widgets/row_delegate.h"
#include "app/desktop/widgets/when_done.h"
#include "storage/host/workbench.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

constexpr int kRefreshMilliseconds = 60;
constexpr int kMostFlowsShown = 2000; // more are found by typing in the filter

struct FlowsRead
{
    Result<FlowPage> page;
    Result<QList<FlowSummary>> trash;
};

} // namespace

ExplorerPanel::ExplorerPanel(Workbench &workbench, PanelHost &host, QWidget *parent)
    : Panel(parent), m_workbench(workbench), m_host(host)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2, 0, 0);
    m_filter = addFilter(column, tr("Find a flow"));
    m_filter->setObjectName(u"explorerFilter"_s);
    QLabel *empty = addHint(column);
    empty->setText(tr("No flows yet. Drop a flow file here, or make one with File > New."));
    empty->setMargin(12);
    empty->setAlignment(Qt::AlignVCenter | Qt::AlignLeft);
    m_empty = empty;
    m_model = new ExplorerModel(workbench.kinds(), this);
    m_tree = new QTreeView(this);
    m_tree->setObjectName(u"explorerTree"_s);
    m_tree->setModel(m_model);
    m_tree->setHeaderHidden(true);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setItemDelegate(new RowDelegate(m_tree));
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setIndentation(16);
    m_tree->setUniformRowHeights(true);
    m_tree->setAccessibleName(tr("Flows"));
    column->addWidget(m_tree, 1);
    m_restore = new QPushButton(tr("Restore flow"), this);
    m_restore->setObjectName(u"restoreFlow"_s);
    m_restore->hide();
    auto *restoreRow = new QVBoxLayout;
    restoreRow->setContentsMargins(10, 4, 10, 6);
    restoreRow->addWidget(m_restore);
    column->addLayout(restoreRow);

    m_refreshTimer.setSingleShot(true);
    m_refreshTimer.setInterval(kRefreshMilliseconds);
    connect(&m_refreshTimer, &QTimer::timeout, this, &ExplorerPanel::refresh);
    connect(m_filter, &QLineEdit::textChanged, this, &ExplorerPanel::scheduleRefresh);
    connect(&workbench, &Workbench::flowHappened, this, &ExplorerPanel::scheduleRefresh);
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (const FlowId id{index.data(ExplorerModel::kFlowRole).toByteArray()}; !id.isEmpty())
            m_host.openFlow(id);
    });
    connect(m_tree, &QTreeView::clicked, m_tree, &QTreeView::activated);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &ExplorerPanel::showMenu);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &ExplorerPanel::currentChanged);
    connect(m_restore, &QPushButton::clicked, this, [this] { m_host.restoreFlow(currentInTrash()); });
    refresh();
}

FlowId ExplorerPanel::currentFlow() const
{
    return FlowId(m_tree->currentIndex().data(ExplorerModel::kFlowRole).toByteArray());
}

FlowId ExplorerPanel::currentInTrash() const
{
    return FlowId(m_tree->currentIndex().data(ExplorerModel::kTrashedRole).toByteArray());
}

void ExplorerPanel::currentChanged()
{
    m_restore->setVisible(!currentInTrash().isEmpty());
    const FlowSummary *flow = m_model->flow(currentFlow());
    m_host.flowChosen(flow ? std::optional(*flow) : std::nullopt);
}

void ExplorerPanel::editorChanged()
{
    if (editor())
        m_awaited = select(ExplorerModel::kFlowRole, editor()->flowId()) ? FlowId() : editor()->flowId();
}

void ExplorerPanel::showMenu(QPoint at)
{
    const QModelIndex index = m_tree->indexAt(at);
    QMenu menu(this);
    if (const FlowId trashed{index.data(ExplorerModel::kTrashedRole).toByteArray()}; !trashed.isEmpty()) {
        menu.addAction(m_restore->text(), this, [this, trashed] { m_host.restoreFlow(trashed); });
    } else {
        if (const FlowSummary *flow = m_model->flow(FlowId(index.data(ExplorerModel::kFlowRole).toByteArray()))) {
            const FlowId id = flow->id;
            const QString name = flow->name;
            menu.addAction(tr("Open"), this, [this, id] { m_host.openFlow(id); });
            for (const auto &kind : m_workbench.kinds().all()) {
                if (kind->info().parentKind == flow->kind)
                    menu.addAction(
                        tr("New %1 in it").arg(kind->info().title.toLower()), this,
                        [this, id, child = kind->info().id] { m_host.newFlow(child, id); });
            }
            menu.addAction(tr("Export..."), this, [this, id, name] { m_host.exportFlow(id, name); });
            menu.addSeparator();
            menu.addAction(tr("Delete flow"), this, [this, id, name] { m_host.deleteFlow(id, name); });
            menu.addSeparator();
        }
        menu.addAction(m_host.action("file.import"));
    }
    menu.exec(m_tree->viewport()->mapToGlobal(at));
}

void ExplorerPanel::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    m_tree->scrollTo(m_tree->currentIndex());
}

bool ExplorerPanel::select(int role, const FlowId &id)
{
    const QModelIndex found = m_model->find(role, id);
    if (found.isValid())
        m_tree->setCurrentIndex(found);
    return found.isValid();
}

void ExplorerPanel::takeFocus()
{
    m_filter->setFocus();
    m_filter->selectAll();
}

QList<PanelCommand> ExplorerPanel::commands()
{
    return {{.action = "edit.find", .run = [this] { takeFocus(); }}};
}

void ExplorerPanel::scheduleRefresh()
{
    if (!m_refreshTimer.isActive())
        m_refreshTimer.start();
}

void ExplorerPanel::refresh()
{
    if (m_refreshing) {
        m_refreshAgain = true;
        return;
    }
    m_refreshing = true;
    FlowQuery query{
        .workspace = m_workbench.workspace(),
        .search = m_filter->text(),
        .order = FlowQuery::Order::CreatedAscending,
        .limit = kMostFlowsShown};
    const auto read = [query](FlowService &service) {
        return FlowsRead{service.flows().list(query), service.flows().trash(query.workspace)};
    };
    whenDone(m_workbench.call(read), this, [this](const FlowsRead &flows) {
        m_refreshing = false;
        if (flows.page && flows.trash)
            show({flows.page->flows, flows.page->total, *flows.trash});
        if (std::exchange(m_refreshAgain, false))
            scheduleRefresh();
    });
}

void ExplorerPanel::show(const FlowListing &listing)
{
    const FlowId current = currentFlow();
    const FlowId currentTrashed = currentInTrash();
    QSet<QString> collapsed{ExplorerModel::trashTitle()};
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex group = m_model->index(row, 0);
        if (m_tree->isExpanded(group))
            collapsed.remove(group.data().toString());
        else
            collapsed << group.data().toString();
    }
    m_model->show(listing, m_filter->text());
    m_tree->expandAll();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (const QModelIndex group = m_model->index(row, 0); collapsed.contains(group.data().toString()))
            m_tree->collapse(group);
    }
    m_empty->setVisible(listing.flows.isEmpty());
    select(ExplorerModel::kFlowRole, current);
    select(ExplorerModel::kTrashedRole, currentTrashed);
    if (select(ExplorerModel::kFlowRole, m_awaited))
        m_awaited = {};
    currentChanged();
}

} // namespace jackfield
