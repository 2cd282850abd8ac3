// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/parts/rules.h"

namespace jackfield::workflow {

/// What is wrong with a workflow, in the order of the document. Errors: missing-prompt, wrong-type, missing-name,
/// missing-trigger, missing-response, duplicate-rule, missing-keyword, unknown-weight. Warnings: no-keywords, no-steps,
/// empty-step, duplicate-keyword (two active flows answer to the same word with the same weight).
/// Linear in the size of the workflow.
class WorkflowRules final : public Rules
{
public:
    Problems check(const FlowState &state, const Graph &graph) const override;
};

} // namespace jackfield::workflow
