// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/service/flow_record.h"

#include <optional>

namespace jackfield::flownally {

/// As lists show it: without draft and version.
Json chatbotJson(const FlowSummary &summary);
/// In full: `draft` once the chatbot has one, `activeVersion` while one runs.
Json chatbotJson(const FlowRecord &record, const Json &blank, const std::optional<FlowVersion> &active);
Json versionJson(const FlowVersion &version);

/// Properties of a chatbot with what a body says; `body` is as the schema of create and update describes it.
Json propertiesWith(Json properties, const Json &body);

} // namespace jackfield::flownally
