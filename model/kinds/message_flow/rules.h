// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/catalog.h"
#include "model/kinds/parts/rules.h"

namespace jackfield::messageflow {

/// Every problem of the flow. Errors: not-a-flow; wrong-type, unknown-value and too-small by the catalog's schema of
/// the flow; invalid-time (not HH:MM); unknown-time-zone. Warnings: blank-prompt, out-of-hours-message-missing,
/// hours-end-before-start. Those of the hours only while they are switched on, but for times that are no times.
class MessageFlowRules final : public Rules
{
public:
    /// The catalog outlives this.
    explicit MessageFlowRules(const Catalog &catalog) : m_catalog(catalog) { }
    Problems check(const FlowState &state, const Graph &graph) const override;

private:
    const Catalog &m_catalog;
};

} // namespace jackfield::messageflow
