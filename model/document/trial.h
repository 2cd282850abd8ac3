// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/document/document.h"

namespace jackfield {

/// Graph edits on a copy of a document: tells what they would do (which id a new node gets, how large a paste is)
/// before they are applied as one step.
class Trial
{
public:
    explicit Trial(const Document &document);

    /// What the edit adds, changes and removes; the next edit sees its outcome.
    Result<GraphDelta> add(const GraphEdit &edit);
    const Graph &graph() const { return m_graph; }
    const FlowEdits &edits() const { return m_edits; } ///< of all graph edits so far

private:
    const Kind &m_kind;
    FlowState m_state;
    Graph m_graph;
    FlowEdits m_edits;
};

} // namespace jackfield
