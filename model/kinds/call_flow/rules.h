// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/catalog.h"
#include "model/kinds/parts/rules.h"

namespace jackfield::callflow {

/// Every problem of the flow: those of its graph, as chatbots have them, unless it is led by its prompt and has none;
/// and of the rest. Errors: not-a-flow; wrong-type, unknown-value and too-small by the catalog's schema of the flow;
/// start-node-missing; invalid-url. Warnings: welcome-message-missing, blank-prompt, location-of-unknown-node.
class CallFlowRules final : public Rules
{
public:
    /// The catalog outlives this.
    explicit CallFlowRules(const Catalog &catalog) : m_catalog(catalog) { }
    Problems check(const FlowState &state, const Graph &graph) const override;

private:
    const Catalog &m_catalog;
};

} // namespace jackfield::callflow
