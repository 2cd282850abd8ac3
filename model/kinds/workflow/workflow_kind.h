// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/shared/shown_kind.h"

namespace jackfield {

/// A workflow of the console API: a system prompt, rules, and flows that keywords lead to, each a list of steps. The
/// content is what an author writes; id, name, visibility, owner and times belong to the record.
class WorkflowKind : public ShownKind
{
public:
    explicit WorkflowKind(Catalog catalog);

    Graph project(const FlowState &state) const override;
    Problems check(const FlowState &state, const Graph &graph) const override;
    Json blank() const override;
    std::vector<ExtractedFlow> extract(const Json &file) const override;
    Json restore(const Json &surround, const Json &content) const override;
};

} // namespace jackfield
