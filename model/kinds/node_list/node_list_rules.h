// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/catalog.h"
#include "model/kinds/parts/rules.h"

namespace jackfield::nodelist {

/// The rules of flows whose whole content is {nodes, edges}: those of GraphValidator.
class NodeListRules final : public Rules
{
public:
    /// The catalog outlives this.
    explicit NodeListRules(const Catalog &catalog) : m_catalog(catalog) { }

    Problems check(const FlowState &state, const Graph &graph) const override;
    std::unique_ptr<Validator> validator() const override;

private:
    const Catalog &m_catalog;
};

} // namespace jackfield::nodelist
