// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/service/flow_record.h"

#include <QList>

namespace jackfield {

/// Which flows a list wants. Order: creation, newest first unless said; paging by key, never by offset.
struct FlowQuery
{
    WorkspaceId workspace;
    QByteArray kind; ///< empty = all
    std::optional<FlowId> parent; ///< an empty id: those that stand alone
    QString search; ///< part of the name, case-insensitive; empty = all
    enum class Order : quint8 { CreatedAscending, CreatedDescending, UpdatedDescending, NameAscending } order = Order::CreatedAscending;
    FlowId after; ///< last id of the previous page; empty = from the start
    int limit = 50;

    friend bool operator==(const FlowQuery &, const FlowQuery &) = default;
};

struct FlowPage
{
    QList<FlowSummary> flows;
    FlowId next; ///< pass as `after`; empty on the last page
    qint64 total = 0;
};

} // namespace jackfield
