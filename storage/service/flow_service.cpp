// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/service/flow_service_impl.h"

#include "model/kinds/kind_registry.h"

#include <QSet>

#include <algorithm>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kCachedPages = 64;

QByteArray filterKey(const FlowQuery &query)
{
    const QByteArray parent = query.parent ? '=' + query.parent->utf8 : "*"_ba;
    return query.workspace.utf8 + '\n' + query.kind + '\n' + parent + '\n' + query.search.toUtf8();
}

QByteArray pageKey(const FlowQuery &query)
{
    return QByteArray::number(static_cast<int>(query.order)) + '\n' + query.after.utf8 + '\n'
        + QByteArray::number(query.skip) + '\n' + QByteArray::number(query.limit) + '\n' + filterKey(query);
}

FlowQuery::Order reversed(FlowQuery::Order order)
{
    switch (order) {
    case FlowQuery::Order::CreatedAscending:
        return FlowQuery::Order::CreatedDescending;
    case FlowQuery::Order::CreatedDescending:
        return FlowQuery::Order::CreatedAscending;
    case FlowQuery::Order::UpdatedAscending:
        return FlowQuery::Order::UpdatedDescending;
    case FlowQuery::Order::UpdatedDescending:
        return FlowQuery::Order::UpdatedAscending;
    case FlowQuery::Order::NameAscending:
        return FlowQuery::Order::NameDescending;
    case FlowQuery::Order::NameDescending:
        return FlowQuery::Order::NameAscending;
    }
    Q_UNREACHABLE();
}

/// A page by place, read from the end of the list that is nearer: every flow left out costs a step through the index.
Result<FlowStore::Page> pageByPlace(FlowStore &store, const FlowQuery &query, qint64 total)
{
    const qint64 end = std::min(total, query.skip + std::clamp(query.limit, 1, FlowQuery::kMostLimit));
    if (query.skip >= end)
        return FlowStore::Page();
    if (query.skip <= total / 2)
        return store.list(query);
    FlowQuery fromBehind = query;
    fromBehind.order = reversed(query.order);
    fromBehind.skip = total - end;
    fromBehind.limit = static_cast<int>(end - query.skip);
    Result<FlowStore::Page> page = store.list(fromBehind);
    if (page && !page->flows.isEmpty()) {
        std::ranges::reverse(page->flows);
        page->next = end < total ? page->flows.last().id : FlowId();
    }
    return page;
}

} // namespace

FlowService::FlowService(const KindRegistry &kinds, std::unique_ptr<FlowStore> store, QObject *parent)
    : QObject(parent), m_impl(std::make_unique<Impl>(*this, kinds, std::move(store)))
{
}

FlowService::~FlowService()
{
    static_cast<void>(flush());
}

const KindRegistry &FlowService::kinds() const
{
    return m_impl->kinds;
}

Result<FlowRecord> FlowService::flow(const WorkspaceId &workspace, const FlowId &id)
{
    const Result<Impl::Flow> flow = m_impl->load(workspace, id);
    if (!flow)
        return flow.error();
    return (*flow)->record;
}

Result<FlowPage> FlowService::list(const FlowQuery &wanted)
{
    FlowQuery query = wanted;
    query.workspace = m_impl->orDefault(wanted.workspace);

    const QByteArray filter = filterKey(query);
    if (!m_impl->totals.contains(filter)) {
        const Result<qint64> total = m_impl->store->count(query);
        if (!total)
            return total.error();
        if (m_impl->totals.size() >= kCachedPages)
            m_impl->totals.clear();
        m_impl->totals.insert(filter, *total);
    }
    const QByteArray key = pageKey(query);
    auto page = m_impl->pages.constFind(key);
    if (page == m_impl->pages.constEnd()) {
        const bool byPlace = query.skip > 0 && query.after.isEmpty();
        Result<FlowStore::Page> read
            = byPlace ? pageByPlace(*m_impl->store, query, m_impl->totals.value(filter)) : m_impl->store->list(query);
        if (!read)
            return read.error();
        if (m_impl->pages.size() >= kCachedPages)
            m_impl->pages.clear();
        page = m_impl->pages.insert(key, *std::move(read));
    }
    return FlowPage{.flows = page->flows, .next = page->next, .total = m_impl->totals.value(filter)};
}

Result<QList<FlowSummary>> FlowService::trash(const WorkspaceId &workspace)
{
    return m_impl->store->trash(workspace);
}

QString
FlowService::freeName(const WorkspaceId &workspace, const QByteArray &kind, const FlowId &parent, const QString &wanted)
{
    const Result<QStringList> names = m_impl->store->namesLike(m_impl->orDefault(workspace), kind, parent, wanted);
    if (!names)
        return wanted;
    const QSet<QString> taken(names->begin(), names->end());
    QString name = wanted;
    for (int number = 2; taken.contains(name); ++number)
        name = u"%1 %2"_s.arg(wanted).arg(number);
    return name;
}

WorkspaceId FlowService::defaultWorkspace() const
{
    return m_impl->workspaces.isEmpty() ? WorkspaceId() : m_impl->workspaces.first().id;
}

QList<Workspace> FlowService::workspaces() const
{
    return m_impl->workspaces;
}

QByteArray FlowService::newId()
{
    return m_impl->store->newUlid();
}

Timestamp FlowService::now() const
{
    return m_impl->store->now();
}

QByteArray FlowService::newHexId()
{
    std::array<quint8, 8> random{};
    m_impl->store->random().fill(random);
    const auto seconds = static_cast<quint32>(m_impl->store->now() / 1000);
    return QByteArray::number(seconds, 16).rightJustified(8, '0')
        + QByteArray(reinterpret_cast<const char *>(random.data()), random.size()).toHex();
}

std::optional<QList<FlowEvent>> FlowService::eventsSince(qint64 sequence) const
{
    const qint64 last = m_impl->durableSequence;
    if (sequence > last)
        return std::nullopt;
    if (sequence == last)
        return QList<FlowEvent>();
    const std::deque<FlowEvent> &recent = m_impl->recent;
    if (!recent.empty() && recent.front().sequence <= sequence + 1) {
        const auto first = recent.begin() + static_cast<std::ptrdiff_t>(sequence + 1 - recent.front().sequence);
        return QList<FlowEvent>(first, recent.end());
    }
    const Result<std::optional<QList<FlowEvent>>> stored = m_impl->store->events(sequence, last, 1000);
    return stored ? *stored : std::nullopt;
}

qint64 FlowService::lastSequence() const
{
    return m_impl->durableSequence;
}

Result<std::optional<QList<FlowEvent>>>
FlowService::changesSince(const WorkspaceId &workspace, const FlowId &id, qint64 revision)
{
    const Result<Impl::Flow> flow = m_impl->load(workspace, id);
    if (!flow)
        return flow.error();
    const Result<QList<JournalEntry>> lines = m_impl->store->history(workspace, id, revision, 1000);
    if (!lines)
        return lines.error();
    QList<FlowEvent> changes;
    for (const JournalEntry &line : *lines) {
        if (line.event.revision == revision + changes.size())
            continue; // Into the trash and back: no revision of its own.
        if (!line.editsKept || line.event.revision != revision + changes.size() + 1)
            return std::optional<QList<FlowEvent>>();
        changes.append(line.event);
    }
    if (revision + changes.size() != (*flow)->record.revision)
        return std::optional<QList<FlowEvent>>();
    return std::optional(changes);
}

quint64 FlowService::changeCount() const
{
    return m_impl->changes;
}

Result<QString> FlowService::backUp()
{
    // A copy holds what is durable: a running transaction ends first.
    if (const Result<void> flushed = m_impl->group->flush(); !flushed)
        return flushed.error();
    return m_impl->store->backUp(u"by-hand"_s);
}

Result<void> FlowService::flush()
{
    if (!m_impl->unsettled.isEmpty())
        m_impl->settle();
    return m_impl->group->flush();
}

void FlowService::answeringEarly(const std::function<void()> &work)
{
    ++m_impl->early;
    work();
    --m_impl->early;
}

void FlowService::whenDurable(Completion<void> done)
{
    if (!m_impl->group->isUnderWay()) {
        done({});
        return;
    }
    m_impl->group->add({}, [done = std::move(done)](const Result<void> &durable) { done(durable); });
}

} // namespace jackfield
