// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/models/explorer_model.h"

#include "app/desktop/models/flow_words.h"
#include "app/desktop/widgets/row_roles.h"

#include <QDateTime>
#include <QLocale>

namespace jackfield {

namespace {

QString timeText(Timestamp at)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at);
    return time.date() == QDate::currentDate() ? QLocale().toString(time.time(), QLocale::ShortFormat)
                                               : QLocale().toString(time, QLocale::ShortFormat);
}

QStandardItem *groupItem(const QString &title)
{
    auto *group = new QStandardItem(title);
    group->setFlags(Qt::ItemIsEnabled);
    return group;
}

} // namespace

ExplorerModel::ExplorerModel(const KindRegistry &kinds, QObject *parent)
    : QStandardItemModel(parent), m_kinds(kinds) { }

void ExplorerModel::show(const FlowListing &listing, const QString &search)
{
    m_flows = listing.flows;
    m_index.clear();
    for (qsizetype i = 0; i < m_flows.size(); ++i)
        m_index.insert(m_flows[i].id, i);
    clear();
    addKinds();
    if (listing.total > m_flows.size())
        appendRow(groupItem(tr("%1 more: type above to find them").arg(listing.total - m_flows.size())));
    addTrash(listing.trash, search);
}

const FlowSummary *ExplorerModel::flow(const FlowId &id) const
{
    const auto it = m_index.constFind(id);
    return it == m_index.cend() ? nullptr : &m_flows[*it];
}

QModelIndex ExplorerModel::find(int role, const FlowId &id) const
{
    if (id.isEmpty())
        return {};
    return match(index(0, 0), role, id.utf8, 1, Qt::MatchExactly | Qt::MatchRecursive).value(0);
}

void ExplorerModel::addKinds()
{
    QHash<FlowId, QList<const FlowSummary *>> children;
    for (const FlowSummary &flow : std::as_const(m_flows))
        children[m_index.contains(flow.parent) ? flow.parent : FlowId()] << &flow;
    for (const auto &kind : m_kinds.all()) {
        QList<QStandardItem *> items;
        for (const FlowSummary *flow : children.value({})) {
            if (flow->kind != kind->info().id)
                continue;
            items << itemFor(*flow);
            for (const FlowSummary *child : children.value(flow->id))
                items.last()->appendRow(itemFor(*child));
        }
        if (items.isEmpty())
            continue;
        QStandardItem *group = groupItem(kind->info().plural);
        group->setData(QString::number(items.size()), kDetailRole);
        group->appendRows(items);
        appendRow(group);
    }
}

void ExplorerModel::addTrash(const QList<FlowSummary> &trash, const QString &search)
{
    QHash<FlowId, QStandardItem *> items;
    for (const FlowSummary &flow : trash) {
        if (flow.name.contains(search, Qt::CaseInsensitive))
            items.insert(flow.id, trashedItemFor(flow));
    }
    if (items.isEmpty())
        return;
    QStandardItem *group = groupItem(trashTitle());
    for (const FlowSummary &flow : trash) {
        if (QStandardItem *item = items.value(flow.id))
            items.value(flow.parent, group)->appendRow(item); // a flow comes back together with those inside it
    }
    group->setData(QString::number(items.size()), kDetailRole);
    appendRow(group);
}

QStandardItem *ExplorerModel::itemFor(const FlowSummary &flow) const
{
    const Kind *kind = m_kinds.find(flow.kind);
    const Lifecycle life = kind ? kind->info().lifecycle : Lifecycle();
    auto *item = new QStandardItem(flow.name);
    item->setData(flow.id.utf8, kFlowRole);
    item->setData(shortLifeText(flow, life), kDetailRole);
    item->setData(flow.status == FlowStatus::Active || flow.status == FlowStatus::Published, kGoodRole);
    item->setAccessibleText(tr("%1, %2").arg(flow.name, lifeText(flow, life)));
    return item;
}

QStandardItem *ExplorerModel::trashedItemFor(const FlowSummary &flow) const
{
    const Kind *kind = m_kinds.find(flow.kind);
    const QString what = kind ? kind->info().title : QString::fromUtf8(flow.kind);
    const QString when = timeText(flow.updatedAt);
    auto *item = new QStandardItem(flow.name);
    item->setData(flow.id.utf8, kTrashedRole);
    item->setData(tr("%1, %2").arg(when, what), kDetailRole);
    item->setAccessibleText(tr("%1, %2, deleted %3").arg(flow.name, what, when));
    item->setToolTip(tr("%1, deleted %2").arg(what, when).toHtmlEscaped());
    return item;
}

} // namespace jackfield
