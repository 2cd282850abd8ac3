// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/trillet/flow_access.h"

#include <algorithm>

namespace jackfield::trillet {

namespace {

constexpr qsizetype kIdDigits = 24;
constexpr int kListPiece = 1000; ///< flows that are read from the store at once

} // namespace

bool isHexId(QByteArrayView text)
{
    return text.size() == kIdDigits
        && std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

Json blankOf(const FlowService &service, QByteArrayView kind)
{
    return service.kinds().find(kind)->files().blank();
}

Result<QList<FlowSummary>> everyFlow(FlowService &service, const WorkspaceId &workspace, QByteArrayView kind)
{
    FlowQuery query;
    query.workspace = workspace;
    query.kind = kind.toByteArray();
    query.limit = kListPiece;
    QList<FlowSummary> flows;
    do {
        const Result<FlowPage> page = service.flows().list(query);
        if (!page)
            return page.error();
        flows.append(page->flows);
        query.after = page->next;
    } while (!query.after.isEmpty());
    return flows;
}

Json folderIdOf(FlowService &service, const FlowRecord &record)
{
    const Json &id = record.summary.properties["folderId"];
    return id.isString() && service.shelves().shelf(record.workspace, id.toUtf8()) ? id : Json();
}

} // namespace jackfield::trillet
