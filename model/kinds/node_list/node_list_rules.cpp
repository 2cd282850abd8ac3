// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/node_list/node_list_rules.h"

#include "model/kinds/node_list/graph_validator.h"

namespace jackfield::nodelist {

Problems NodeListRules::check(const FlowState &state, const Graph &graph) const
{
    return GraphValidator(m_catalog).check(state, graph);
}

std::unique_ptr<Validator> NodeListRules::validator() const
{
    return std::make_unique<GraphValidator>(m_catalog);
}

} // namespace jackfield::nodelist
