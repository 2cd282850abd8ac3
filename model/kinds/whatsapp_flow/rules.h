// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/parts/rules.h"

namespace jackfield::whatsappflow {

/// missing-version, no-screens, duplicate-screen, navigation-target-missing, no-terminal-screen, no-entry-screen,
/// routing-cycle, routing-target-missing; the structural rules of WhatsApp's flow JSON. Linear in the size of the flow.
class WhatsappFlowRules final : public Rules
{
public:
    Problems check(const FlowState &state, const Graph &graph) const override;
};

} // namespace jackfield::whatsappflow
