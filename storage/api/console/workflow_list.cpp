// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/console/workflow_list.h"

#include <algorithm>
#include <array>

namespace jackfield::console {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostItems = 100;
constexpr qint64 kMostPages = 999'999'999;
constexpr qsizetype kLongestSearch = 255;

constexpr std::array kScopes{
    std::pair<QByteArrayView, ListQuery::Scope>{"accessible", ListQuery::Scope::Accessible},
    std::pair<QByteArrayView, ListQuery::Scope>{"owned", ListQuery::Scope::Owned},
    std::pair<QByteArrayView, ListQuery::Scope>{"public", ListQuery::Scope::Public},
};

using Order = FlowQuery::Order;
constexpr std::array kOrders{
    std::pair<QByteArrayView, Order>{"name", Order::NameAscending},
    std::pair<QByteArrayView, Order>{"-name", Order::NameDescending},
    std::pair<QByteArrayView, Order>{"created_at", Order::CreatedAscending},
    std::pair<QByteArrayView, Order>{"-created_at", Order::CreatedDescending},
    std::pair<QByteArrayView, Order>{"updated_at", Order::UpdatedAscending},
    std::pair<QByteArrayView, Order>{"-updated_at", Order::UpdatedDescending},
};

/// A whole number from 1 to `most`; nothing for any other text.
std::optional<qint64> wholeNumber(const QByteArray &text, qint64 most)
{
    const bool digits = !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    bool fits = false;
    const qint64 number = text.toLongLong(&fits);
    return digits && fits && number >= 1 && number <= most ? std::optional(number) : std::nullopt;
}

/// The value that a table has for a text.
template <typename Table> auto chosen(const Table &table, QByteArrayView text)
{
    const auto found = std::ranges::find(table, text, [](const auto &entry) { return entry.first; });
    return found == table.end() ? std::nullopt : std::optional(found->second);
}

template <typename Table> QString choices(const Table &table)
{
    QStringList names;
    for (const auto &entry : table)
        names.append(QString::fromLatin1(entry.first));
    return u"must be one of "_s + names.join(u", "_s);
}

/// A workflow in a list, as far as the order is concerned. Names compare as the store compares them.
struct SortKey
{
    QByteArray name;
    Timestamp time = 0;

    friend auto operator<=>(const SortKey &a, const SortKey &b)
    {
        const int names = a.name.compare(b.name);
        return names != 0 ? names <=> 0 : a.time <=> b.time;
    }
    friend bool operator==(const SortKey &, const SortKey &) = default;
};

SortKey keyOf(const FlowSummary &workflow, Order order)
{
    switch (order) {
    case Order::NameAscending:
    case Order::NameDescending:
        return {workflow.name.toCaseFolded().toUtf8(), 0};
    case Order::UpdatedAscending:
    case Order::UpdatedDescending:
        return {{}, workflow.updatedAt};
    case Order::CreatedAscending:
    case Order::CreatedDescending:
        return {{}, workflow.createdAt};
    }
    Q_UNREACHABLE();
}

bool comesBefore(const FlowSummary &a, const FlowSummary &b, Order order)
{
    const bool descending
        = order == Order::NameDescending || order == Order::UpdatedDescending || order == Order::CreatedDescending;
    const SortKey left = keyOf(a, order);
    const SortKey right = keyOf(b, order);
    return descending ? left > right : left < right;
}

QList<FlowRecord> found(const PublicWorkflows &publicOnes, const ListQuery &query)
{
    QList<FlowRecord> workflows;
    const QString part = query.search.toCaseFolded();
    for (const FlowRecord &workflow : publicOnes.all()) {
        if (workflow.summary.name.toCaseFolded().contains(part))
            workflows.append(workflow);
    }
    std::ranges::stable_sort(workflows, [&](const FlowRecord &a, const FlowRecord &b) {
        return comesBefore(a.summary, b.summary, query.order);
    });
    return workflows;
}

} // namespace

std::optional<ApiError> readListQuery(const HttpRequest &request, ListQuery &query)
{
    ApiError error{400, "validation_error"_ba, u"The query is not as described."_s};
    const auto wrong = [&error](const QByteArray &parameter, const QString &reason) {
        error.violations.append({parameter, reason, "invalid"_ba});
    };
    if (const std::optional<QByteArray> text = request.queryValue("scope")) {
        if (const auto scope = chosen(kScopes, *text))
            query.scope = *scope;
        else
            wrong("scope"_ba, choices(kScopes));
    }
    if (const std::optional<QByteArray> text = request.queryValue("page")) {
        if (const std::optional<qint64> page = wholeNumber(*text, kMostPages))
            query.page = *page;
        else
            wrong("page"_ba, u"must be a whole number from 1 to %1"_s.arg(kMostPages));
    }
    if (const std::optional<QByteArray> text = request.queryValue("limit")) {
        if (const std::optional<qint64> limit = wholeNumber(*text, kMostItems))
            query.limit = int(*limit);
        else
            wrong("limit"_ba, u"must be a whole number from 1 to %1"_s.arg(kMostItems));
    }
    if (const std::optional<QByteArray> text = request.queryValue("search")) {
        query.search = QString::fromUtf8(*text);
        if (query.search.size() > kLongestSearch)
            wrong("search"_ba, u"must have at most %1 characters"_s.arg(kLongestSearch));
    }
    if (const std::optional<QByteArray> text = request.queryValue("sort")) {
        if (const auto order = chosen(kOrders, *text))
            query.order = *order;
        else
            wrong("sort"_ba, choices(kOrders));
    }
    return error.violations.isEmpty() ? std::nullopt : std::optional(error);
}

Result<WorkflowPage> workflowPage(
    FlowService &service, const PublicWorkflows &publicOnes, const WorkspaceId &workspace, const ListQuery &query)
{
    using Scope = ListQuery::Scope;
    const QList<FlowRecord> shared = query.scope == Scope::Owned ? QList<FlowRecord>() : found(publicOnes, query);
    const qint64 begin = query.skip();
    const qint64 end = begin + query.limit;
    // The public ones are few: whatever their places, what the page shows of the team's own is in this part of their
    // list.
    const qint64 ownBegin = std::max<qint64>(0, begin - shared.size());
    FlowPage own;
    if (query.scope != Scope::Public) {
        Result<FlowPage> read = service.flows().list(
            {.workspace = workspace,
             .kind = "workflow"_ba,
             .search = query.search,
             .order = query.order,
             .skip = ownBegin,
             .limit = int(end - ownBegin)});
        if (!read)
            return read.error();
        own = *std::move(read);
    }

    WorkflowPage page;
    page.total = own.total + shared.size();
    qsizetype nextOwn = 0;
    qsizetype nextShared = 0;
    // Merged from where that part begins. A public one that belongs before it gets a place before the page, too.
    for (qint64 place = ownBegin; place < end; ++place) {
        const bool ownLeft = nextOwn < own.flows.size();
        const bool sharedLeft = nextShared < shared.size();
        if (!ownLeft && !sharedLeft)
            break;
        const bool takeShared = sharedLeft
            && (!ownLeft || comesBefore(shared.at(nextShared).summary, own.flows.at(nextOwn), query.order));
        const qsizetype index = takeShared ? nextShared++ : nextOwn++;
        if (place < begin)
            continue;
        if (takeShared) {
            page.workflows.append(shared.at(index));
            continue;
        }
        Result<FlowRecord> record = service.flows().flow(workspace, own.flows.at(index).id);
        if (!record)
            return record.error();
        page.workflows.append(*std::move(record));
    }
    return page;
}

} // namespace jackfield::console
