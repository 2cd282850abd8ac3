// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/panels/explorer_panel.h"

#include "app/desktop/widgets/counted.h"
#include "app/desktop/widgets/row_delegate.h"
#include "app/desktop/widgets/when_done.h"
#include "storage/host/workbench.h"

#include <QDateTime>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

constexpr int kRefreshMilliseconds = 60;
constexpr int kMostFlowsShown = 2000; // more are found by typing in the filter
constexpr int kFlowRole = Qt::UserRole + 1;
constexpr int kTrashedRole = Qt::UserRole + 2; // id of a flow in the trash

struct FlowsRead
{
    Result<FlowPage> page;
    Result<QList<FlowSummary>> trash;
};

QString timeText(Timestamp at)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at);
    return time.date() == QDate::currentDate() ? QLocale().toString(time.time(), QLocale::ShortFormat)
                                               : QLocale().toString(time, QLocale::ShortFormat);
}

} // namespace

ExplorerPanel::ExplorerPanel(Workbench &workbench, QWidget *parent) : QWidget(parent), m_workbench(workbench)
{
    setProperty("panel", true);
    setAttribute(Qt::WA_StyledBackground);
    m_filter = new QLineEdit(this);
    m_filter->setPlaceholderText(tr("Find a flow"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setObjectName(u"explorerFilter"_s);
    m_model = new QStandardItemModel(this);
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
    auto *empty = new QLabel(tr("No flows yet. Drop a flow file here, or make one with File > New."), this);
    empty->setWordWrap(true);
    empty->setProperty("secondary", true);
    empty->setMargin(12);
    m_empty = empty;
    m_restore = new QPushButton(tr("Restore flow"), this);
    m_restore->setObjectName(u"restoreFlow"_s);
    m_restore->hide();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2, 0, 0);
    auto *filterRow = new QVBoxLayout;
    filterRow->setContentsMargins(10, 0, 10, 4);
    filterRow->addWidget(m_filter);
    column->addLayout(filterRow);
    column->addWidget(m_empty);
    column->addWidget(m_tree, 1);
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
        if (const FlowId id{index.data(kFlowRole).toByteArray()}; !id.isEmpty())
            emit openRequested(id);
    });
    connect(m_tree, &QTreeView::clicked, m_tree, &QTreeView::activated);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &ExplorerPanel::showMenu);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        m_restore->setVisible(!currentInTrash().isEmpty());
    });
    connect(m_restore, &QPushButton::clicked, this, [this] { emit restoreRequested(currentInTrash()); });
    refresh();
}

const FlowSummary *ExplorerPanel::flow(const FlowId &id) const
{
    const auto it = m_index.constFind(id);
    return it == m_index.cend() ? nullptr : &m_flows[*it];
}

FlowId ExplorerPanel::currentFlow() const
{
    return FlowId(m_tree->currentIndex().data(kFlowRole).toByteArray());
}

FlowId ExplorerPanel::currentInTrash() const
{
    return FlowId(m_tree->currentIndex().data(kTrashedRole).toByteArray());
}

void ExplorerPanel::showMenu(QPoint at)
{
    const QModelIndex index = m_tree->indexAt(at);
    const QPoint globalPosition = m_tree->viewport()->mapToGlobal(at);
    const FlowId trashed{index.data(kTrashedRole).toByteArray()};
    if (trashed.isEmpty()) {
        emit menuRequested(FlowId(index.data(kFlowRole).toByteArray()), globalPosition);
        return;
    }
    QMenu menu(this);
    menu.addAction(m_restore->text(), this, [this, trashed] { emit restoreRequested(trashed); });
    menu.exec(globalPosition);
}

void ExplorerPanel::setCurrentFlow(const FlowId &id)
{
    m_awaited = select(kFlowRole, id) ? FlowId() : id;
}

void ExplorerPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_tree->scrollTo(m_tree->currentIndex());
}

bool ExplorerPanel::select(int role, const FlowId &id)
{
    const QModelIndexList found
        = m_model->match(m_model->index(0, 0), role, id.utf8, 1, Qt::MatchExactly | Qt::MatchRecursive);
    if (id.isEmpty() || found.isEmpty())
        return false;
    m_tree->setCurrentIndex(found.first());
    return true;
}

void ExplorerPanel::focusFilter()
{
    m_filter->setFocus();
    m_filter->selectAll();
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
        if (flows.page && flows.trash) {
            m_flows = flows.page->flows;
            m_total = flows.page->total;
            m_trash = *flows.trash;
            m_index.clear();
            for (qsizetype i = 0; i < m_flows.size(); ++i)
                m_index.insert(m_flows[i].id, i);
            rebuild();
            emit refreshed();
        }
        if (std::exchange(m_refreshAgain, false))
            scheduleRefresh();
    });
}

void ExplorerPanel::rebuild()
{
    const FlowId current = currentFlow();
    const FlowId currentTrashed = currentInTrash();
    QSet<QString> collapsed{tr("Trash")};
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (!m_tree->isExpanded(m_model->index(row, 0)))
            collapsed << m_model->item(row)->text();
        else
            collapsed.remove(m_model->item(row)->text());
    }
    m_model->clear();

    QHash<FlowId, QList<const FlowSummary *>> children;
    for (const FlowSummary &flow : m_flows)
        children[m_index.contains(flow.parent) ? flow.parent : FlowId()] << &flow;
    const auto addChildren = [&](QStandardItem *item, const FlowId &parent) {
        for (const FlowSummary *child : children.value(parent))
            item->appendRow(itemFor(*child));
    };
    for (const auto &kind : m_workbench.kinds().all()) {
        auto *group = new QStandardItem(kind->info().plural);
        group->setFlags(Qt::ItemIsEnabled);
        for (const FlowSummary *flow : children.value({})) {
            if (flow->kind != kind->info().id)
                continue;
            QStandardItem *item = itemFor(*flow);
            addChildren(item, flow->id);
            group->appendRow(item);
        }
        group->setData(QString::number(group->rowCount()), RowDelegate::kDetailRole);
        if (group->rowCount() > 0)
            m_model->appendRow(group);
        else
            delete group;
    }
    if (m_total > m_flows.size()) {
        auto *more = new QStandardItem(tr("%1 more: type above to find them").arg(m_total - m_flows.size()));
        more->setFlags(Qt::ItemIsEnabled);
        m_model->appendRow(more);
    }
    addTrash();
    m_tree->expandAll();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (collapsed.contains(m_model->item(row)->text()))
            m_tree->collapse(m_model->index(row, 0));
    }
    m_empty->setVisible(m_flows.isEmpty());
    select(kFlowRole, current);
    select(kTrashedRole, currentTrashed);
    if (select(kFlowRole, m_awaited))
        m_awaited = {};
    m_restore->setVisible(!currentInTrash().isEmpty());
}

void ExplorerPanel::addTrash()
{
    auto *group = new QStandardItem(tr("Trash"));
    group->setFlags(Qt::ItemIsEnabled);
    QHash<FlowId, QStandardItem *> items;
    for (const FlowSummary &flow : m_trash) {
        if (!flow.name.contains(m_filter->text(), Qt::CaseInsensitive))
            continue;
        const Kind *kind = m_workbench.kinds().find(flow.kind);
        const QString what = kind ? kind->info().title : QString::fromUtf8(flow.kind);
        auto *item = new QStandardItem(flow.name);
        item->setData(flow.id.utf8, kTrashedRole);
        item->setData(tr("%1, %2").arg(timeText(flow.updatedAt), what), RowDelegate::kDetailRole);
        item->setAccessibleText(tr("%1, %2, deleted %3").arg(flow.name, what, timeText(flow.updatedAt)));
        item->setToolTip(tr("%1, deleted %2").arg(what, timeText(flow.updatedAt)).toHtmlEscaped());
        items.insert(flow.id, item);
    }
    if (items.isEmpty()) {
        delete group;
        return;
    }
    for (const FlowSummary &flow : m_trash) {
        if (QStandardItem *item = items.value(flow.id))
            items.value(flow.parent, group)->appendRow(item); // a flow comes back together with those inside it
    }
    group->setData(QString::number(items.size()), RowDelegate::kDetailRole);
    m_model->appendRow(group);
}

QStandardItem *ExplorerPanel::itemFor(const FlowSummary &flow)
{
    auto *item = new QStandardItem(flow.name);
    item->setData(flow.id.utf8, kFlowRole);
    item->setData(statusText(flow), RowDelegate::kDetailRole);
    const bool published = flow.status == FlowStatus::Active || flow.status == FlowStatus::Published;
    item->setData(published, RowDelegate::kGoodRole);
    item->setAccessibleText(u"%1, %2"_s.arg(flow.name, statusText(flow)));
    return item;
}

QString ExplorerPanel::statusText(const FlowSummary &flow) const
{
    const Lifecycle life = m_workbench.kinds().find(flow.kind)->info().lifecycle;
    if (!life.publishes)
        return tr("live");
    if (flow.changesSinceVersion > 0 && life.keepsVersions)
        return tr("%1 since v%2")
            .arg(counted(flow.changesSinceVersion, tr("%1 change"), tr("%1 changes")))
            .arg(flow.latestVersionNumber);
    switch (flow.status) {
    case FlowStatus::Active:
        return tr("active");
    case FlowStatus::Paused:
        return tr("paused");
    case FlowStatus::Published:
        return tr("published");
    case FlowStatus::Draft:
        return tr("draft");
    }
    Q_UNREACHABLE();
}

} // namespace jackfield
