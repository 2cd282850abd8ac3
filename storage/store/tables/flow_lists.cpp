// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/store/tables/flow_lists.h"

#include "storage/store/tables/flow_rows.h"

#include <algorithm>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Filter
{
    QString where;
    QVariantList values;
};

/// Text that LIKE takes as it is, with '\' as the escape.
QString literalPattern(const QString &text)
{
    QString pattern;
    for (const QChar c : text) {
        if (c == u'%' || c == u'_' || c == u'\\')
            pattern += u'\\';
        pattern += c;
    }
    return pattern;
}

Filter filterOf(const FlowQuery &query)
{
    Filter filter{u" WHERE flow.workspace = ? AND flow.deleted_at IS NULL"_s, {sqlText(query.workspace.utf8)}};
    if (!query.kind.isEmpty()) {
        filter.where += u" AND flow.kind = ?"_s;
        filter.values.append(sqlText(query.kind));
    }
    if (query.parent) {
        filter.where += u" AND flow.parent = ?"_s;
        filter.values.append(sqlText(query.parent->utf8));
    }
    if (!query.search.isEmpty()) {
        filter.where += u" AND flow.folded_name LIKE ? ESCAPE '\\'"_s;
        filter.values.append(sqlText(u'%' + literalPattern(query.search.toCaseFolded()) + u'%'));
    }
    return filter;
}

struct Ordering
{
    QString order;
    QString after; ///< with two placeholders: workspace and id of the last flow of the previous page
};

Ordering orderingOf(FlowQuery::Order order)
{
    const QString last = u"FROM flow AS last WHERE last.workspace = ? AND last.id = ?)"_s;
    switch (order) {
    case FlowQuery::Order::CreatedAscending:
        break;
    case FlowQuery::Order::CreatedDescending:
        return {u" ORDER BY flow.number DESC"_s, u" AND flow.number < (SELECT last.number "_s + last};
    case FlowQuery::Order::UpdatedAscending:
        return {
            u" ORDER BY flow.updated_at, flow.number"_s,
            u" AND (flow.updated_at, flow.number) > (SELECT last.updated_at, last.number "_s + last};
    case FlowQuery::Order::UpdatedDescending:
        return {
            u" ORDER BY flow.updated_at DESC, flow.number DESC"_s,
            u" AND (flow.updated_at, flow.number) < (SELECT last.updated_at, last.number "_s + last};
    case FlowQuery::Order::NameAscending:
        return {
            u" ORDER BY flow.folded_name, flow.number"_s,
            u" AND (flow.folded_name, flow.number) > (SELECT last.folded_name, last.number "_s + last};
    case FlowQuery::Order::NameDescending:
        return {
            u" ORDER BY flow.folded_name DESC, flow.number DESC"_s,
            u" AND (flow.folded_name, flow.number) < (SELECT last.folded_name, last.number "_s + last};
    }
    return {u" ORDER BY flow.number"_s, u" AND flow.number > (SELECT last.number "_s + last};
}

} // namespace

Result<FlowLists::Page> FlowLists::page(const FlowQuery &query)
{
    const int limit = std::clamp(query.limit, 1, FlowQuery::kMostLimit);
    Filter filter = filterOf(query);
    const Ordering ordering = orderingOf(query.order);
    if (!query.after.isEmpty()) {
        filter.where += ordering.after;
        filter.values << sqlText(query.workspace.utf8) << sqlText(query.after.utf8);
    }
    // One more than asked for tells whether there is a next page.
    filter.values << limit + 1 << query.skip;
    const QString statement
        = u"SELECT "_s + summaryColumns() + u" FROM flow"_s + filter.where + ordering.order + u" LIMIT ? OFFSET ?"_s;
    Result<QList<FlowSummary>> flows = m_file.sql().rows<FlowSummary>(statement, filter.values, summaryFromRow);
    if (!flows)
        return flows.error();
    Page page{.flows = *std::move(flows), .next = {}};
    if (page.flows.size() > limit) {
        page.flows.removeLast();
        page.next = page.flows.last().id;
    }
    return page;
}

Result<qint64> FlowLists::count(const FlowQuery &query)
{
    const Filter filter = filterOf(query);
    return m_file.sql().number(u"SELECT count(*) FROM flow"_s + filter.where, filter.values);
}

Result<QList<FlowSummary>> FlowLists::family(const WorkspaceId &workspace, const FlowId &parent)
{
    static const QString kStatement
        = u"WITH RECURSIVE family (id) AS (SELECT id FROM flow WHERE workspace = ? AND id = ? AND deleted_at IS NULL"
          " UNION SELECT flow.id FROM flow JOIN family ON flow.parent = family.id WHERE flow.workspace = ?"
          " AND flow.deleted_at IS NULL) SELECT %1 FROM flow JOIN family ON flow.id = family.id ORDER BY flow.number"_s
              .arg(summaryColumns());
    return m_file.sql().rows<FlowSummary>(
        kStatement, {sqlText(workspace.utf8), sqlText(parent.utf8), sqlText(workspace.utf8)}, summaryFromRow);
}

Result<QStringList>
FlowLists::namesLike(const WorkspaceId &workspace, const QByteArray &kind, const FlowId &parent, const QString &name)
{
    return m_file.sql().rows<QString>(
        u"SELECT name FROM flow WHERE workspace = ? AND kind = ? AND parent = ? AND folded_name LIKE ? ESCAPE '\\'"
        " AND deleted_at IS NULL"_s,
        {sqlText(workspace.utf8), sqlText(kind), sqlText(parent.utf8),
         sqlText(literalPattern(name.toCaseFolded()) + u'%')},
        [](const SqlRow &row) { return row.text(0); });
}

Result<QList<FlowId>>
FlowLists::withStatus(const WorkspaceId &workspace, const QByteArray &kind, const FlowId &parent, FlowStatus status)
{
    return m_file.sql().rows<FlowId>(
        u"SELECT id FROM flow WHERE workspace = ? AND parent = ? AND kind = ? AND status = ? AND deleted_at IS NULL ORDER BY number"_s,
        {sqlText(workspace.utf8), sqlText(parent.utf8), sqlText(kind), sqlText(statusName(status))},
        [](const SqlRow &row) { return FlowId(row.id(0)); });
}

} // namespace jackfield
