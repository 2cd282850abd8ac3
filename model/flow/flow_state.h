// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/edit/json_edit.h"

namespace jackfield {

/// An open or stored flow: the platform's own JSON and what only we know beside it.
struct FlowState
{
    Json content;
    /// {"positions": {"<node id>": {"x": 1, "y": 2}}, ...}; edited and journalled like the content, never served.
    Json sidecar = Json::object();

    friend bool operator==(const FlowState &, const FlowState &) = default;
};

/// Edits of both halves. Applied together or not at all.
struct FlowEdits
{
    JsonEdits content;
    JsonEdits sidecar;

    bool isEmpty() const { return content.isEmpty() && sidecar.isEmpty(); }
    friend bool operator==(const FlowEdits &, const FlowEdits &) = default;
};

/// Applies all edits of both halves in order, or none. Returns the edits that undo them.
Result<FlowEdits> applyFlowEdits(FlowState &state, const FlowEdits &edits);

} // namespace jackfield
