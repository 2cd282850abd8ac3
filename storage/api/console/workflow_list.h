// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/call/api_error.h"
#include "storage/api/console/public_workflows.h"
#include "storage/http/http_request.h"
#include "storage/service/flow_service.h"

namespace jackfield::console {

/// What the query of a list asks for.
struct ListQuery
{
    enum class Scope : quint8 { Accessible, Owned, Public } scope = Scope::Accessible;
    qint64 page = 1;
    int limit = 20;
    QString search; ///< part of the name; empty = all
    FlowQuery::Order order = FlowQuery::Order::CreatedDescending;

    qint64 skip() const { return (page - 1) * limit; }
};

/// Reads scope, page, limit, search and sort into `query`. Else 400, with every parameter that is wrong.
std::optional<ApiError> readListQuery(const HttpRequest &request, ListQuery &query);

struct WorkflowPage
{
    QList<FlowRecord> workflows;
    qint64 total = 0; ///< of all pages
};

/// One page of the team's workflows and the public ones, merged in the order of the query. Of two that are equal in it,
/// the team's own comes first.
Result<WorkflowPage> workflowPage(
    FlowService &service, const PublicWorkflows &publicOnes, const WorkspaceId &workspace, const ListQuery &query);

} // namespace jackfield::console
