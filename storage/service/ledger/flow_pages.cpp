// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/service/ledger/flow_pages.h"

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
Result<FlowLists::Page> pageByPlace(FlowLists &lists, const FlowQuery &query, qint64 total)
{
    const qint64 end = std::min(total, query.skip + std::clamp(query.limit, 1, FlowQuery::kMostLimit));
    if (query.skip >= end)
        return FlowLists::Page();
    if (query.skip <= total / 2)
        return lists.page(query);
    FlowQuery fromBehind = query;
    fromBehind.order = reversed(query.order);
    fromBehind.skip = total - end;
    fromBehind.limit = static_cast<int>(end - query.skip);
    Result<FlowLists::Page> page = lists.page(fromBehind);
    if (page && !page->flows.isEmpty()) {
        std::ranges::reverse(page->flows);
        page->next = end < total ? page->flows.last().id : FlowId();
    }
    return page;
}

} // namespace

Result<FlowPage> FlowPages::page(const FlowQuery &query)
{
    const QByteArray filter = filterKey(query);
    if (!m_totals.contains(filter)) {
        const Result<qint64> total = m_lists.count(query);
        if (!total)
            return total.error();
        if (m_totals.size() >= kCachedPages)
            m_totals.clear();
        m_totals.insert(filter, *total);
    }
    const QByteArray key = pageKey(query);
    auto page = m_pages.constFind(key);
    if (page == m_pages.constEnd()) {
        const bool byPlace = query.skip > 0 && query.after.isEmpty();
        Result<FlowLists::Page> read
            = byPlace ? pageByPlace(m_lists, query, m_totals.value(filter)) : m_lists.page(query);
        if (!read)
            return read.error();
        if (m_pages.size() >= kCachedPages)
            m_pages.clear();
        page = m_pages.insert(key, *std::move(read));
    }
    return FlowPage{.flows = page->flows, .next = page->next, .total = m_totals.value(filter)};
}

void FlowPages::forget()
{
    m_pages.clear();
}

void FlowPages::forgetAll()
{
    m_pages.clear();
    m_totals.clear();
}

} // namespace jackfield
