// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/flow/flow_state.h"
#include "model/graph/graph.h"

#include <QSet>

namespace jackfield::conversationflow {

/// What of a graph edits may have changed.
struct Touched
{
    bool everything = false; ///< the shape, or too much to say
    bool structure = false; ///< states may have come, gone or changed their names
    bool start = false; ///< another state may be the first
    QSet<NodeId> states; ///< by their ids after the edits; some may be gone
};

/// `graph` is the projection before `applied`, `content` what is there afterwards.
Touched touchedBy(const Graph &graph, const Json &content, const FlowEdits &applied);

} // namespace jackfield::conversationflow
