// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/parts/rules.h"

namespace jackfield {

namespace {

class WholeFlowValidator : public Validator
{
public:
    explicit WholeFlowValidator(const Rules &rules) : m_rules(rules) { }
    Problems check(const FlowState &state, const Graph &graph) override { return m_rules.check(state, graph); }

private:
    const Rules &m_rules;
};

} // namespace

std::unique_ptr<Validator> Rules::validator() const
{
    return std::make_unique<WholeFlowValidator>(*this);
}

} // namespace jackfield
