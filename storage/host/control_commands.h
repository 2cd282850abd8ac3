// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/json.h"
#include "model/json/result.h"
#include "storage/service/flow_service.h"

#include <functional>

namespace jackfield {

/// What jackfieldctl asks of the process that owns a data folder, as JSON in and JSON out, so that a command does the
/// same whether it owns the folder itself or goes through the owner.
///
/// Request: {"command": NAME, ...}. Answer: {"value": ...} or {"error": {code, message, pointer, line, column}}.
///
/// | command | members | value |
/// |---|---|---|
/// | ping | | true |
/// | key.create | api, role, scopes[], workspace, name | {id, secret} |
/// | key.list | | [{id, api, role, scopes, workspace, name, shown, createdAt}] |
/// | key.revoke | id | true |
/// | workspace.list | | [{id, name}] |
/// | workspace.create | name | {id, name} |
/// | flow.list | kind, workspace | [{id, kind, name, status, parent, createdAt, updatedAt}] |
/// | flow.show | id | the same with content |
/// | flow.delete | id | true |
/// | flow.import | file (its name), text, kind, into, workspace | [{id, kind, name}] |
/// | flow.export | id, format | the text of the file |
/// | open | files[] | true, when a window shows them |
///
/// Flow ids are found in every workspace: the socket belongs to the user who owns them all.
void runControlCommand(FlowService &service, const Json &request, const std::function<void(Json)> &answer);

/// The value or the error of an answer.
Result<Json> controlValue(const Json &answer);
Json controlError(const Error &error);

} // namespace jackfield
