// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/parts/rules.h"

namespace jackfield::conversationflow {

/// Every problem in document order, in time linear in the document. Errors: a target that is no state, a member that is
/// missing or of another type, an action that cannot run, no state at all. Warnings: no fallback, a state that ends or
/// that nothing leads to, a name the platform advises against, a variable that nothing sets.
class ConversationFlowRules final : public Rules
{
public:
    Problems check(const FlowState &state, const Graph &graph) const override;
};

} // namespace jackfield::conversationflow
