// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/flownally/resource.h"
#include "storage/records/flow_record.h"

#include <optional>

namespace jackfield::flownally {

/// As lists show it: without graph and version.
Json resourceJson(const Resource &resource, const FlowSummary &summary, const WorkspaceId &workspace);
/// In full: with the graph once it was given one, `activeVersion` while one runs.
Json resourceJson(
    const Resource &resource, const FlowRecord &record, const Json &blank, const std::optional<FlowVersion> &active);
Json versionJson(const Resource &resource, const FlowVersion &version);

/// Properties of a new resource that is told nothing.
Json newProperties(const Resource &resource);
/// `properties` with what a body says; `body` is as the schema of create and update describes it.
Json propertiesWith(const Resource &resource, Json properties, const Json &body);

} // namespace jackfield::flownally
