// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/records/flow_query.h"
#include "storage/store/tables/flow_lists.h"

#include <QHash>

namespace jackfield {

/// The pages of lists that were asked for last, as long as nothing in them changes.
class FlowPages
{
public:
    explicit FlowPages(FlowLists &lists) : m_lists(lists) { }

    Result<FlowPage> page(const FlowQuery &query);
    void forget(); ///< what rows say has changed
    void forgetAll(); ///< so has which rows there are

private:
    FlowLists &m_lists;
    QHash<QByteArray, FlowLists::Page> m_pages;
    QHash<QByteArray, qint64> m_totals; ///< by filter
};

} // namespace jackfield
