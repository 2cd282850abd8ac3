// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/records/flow_record.h"

#include <functional>

namespace jackfield::console {

/// True for a workflow that came with the program: it belongs to no workspace.
bool isPublic(const FlowRecord &record);

/// A workflow as the page prints it: every member, in its order. What was never set is null, rules and flows are empty
/// lists.
Json workflowJson(const FlowRecord &record);

/// The content with what a body sends; the rest stays as it is, in its place. Null takes a member away. Members that
/// the API does not know are not taken over. Rules without an id get one from `newRuleId`; guide is spelled youtubeUrl.
/// Requires: `body` is as the schema of create or update describes it.
Json contentWith(Json content, const Json &body, const std::function<QByteArray()> &newRuleId);

} // namespace jackfield::console
