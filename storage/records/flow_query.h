// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/records/flow_record.h"

#include <QList>

namespace jackfield {

/// Which flows a list wants, in which order, and which page of it: by key (`after`), or by place (`skip`) for APIs that
/// number their pages.
struct FlowQuery
{
    WorkspaceId workspace;
    QByteArray kind; ///< empty = all
    std::optional<FlowId> parent; ///< an empty id: those that stand alone
    QString search; ///< part of the name, case-insensitive; empty = all
    enum class Order : quint8 {
        CreatedAscending,
        CreatedDescending,
        UpdatedAscending,
        UpdatedDescending,
        NameAscending, ///< by case-folded name, as UTF-8
        NameDescending
    } order
        = Order::CreatedAscending;
    FlowId after; ///< last id of the previous page; empty = from the start
    qint64 skip = 0; ///< flows left out in front
    static constexpr int kMostLimit = 1000;
    int limit = 50; ///< 1 to kMostLimit

    friend bool operator==(const FlowQuery &, const FlowQuery &) = default;
};

struct FlowPage
{
    QList<FlowSummary> flows;
    FlowId next; ///< pass as `after`; empty on the last page
    qint64 total = 0;
};

} // namespace jackfield
