// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/parts/kind.h"

namespace jackfield {

namespace {

class WholeFlowValidator : public Validator
{
public:
    explicit WholeFlowValidator(const Kind &kind) : m_kind(kind) { }
    Problems check(const FlowState &state, const Graph &graph) override { return m_kind.check(state, graph); }

private:
    const Kind &m_kind;
};

} // namespace

std::unique_ptr<Validator> Kind::validator() const
{
    return std::make_unique<WholeFlowValidator>(*this);
}

} // namespace jackfield
