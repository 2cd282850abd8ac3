// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/validation/validator.h"

#include <memory>

namespace jackfield {

/// What a kind holds wrong with a flow. Stateless; safe from several threads.
class Rules
{
public:
    Rules() = default;
    virtual ~Rules() = default;
    Rules(const Rules &) = delete;
    Rules &operator=(const Rules &) = delete;

    /// Every problem of the flow, in document order. `graph` is the projection of `state`.
    virtual Problems check(const FlowState &state, const Graph &graph) const = 0;
    /// What check() says, again and again while a flow is edited. Kinds whose flows grow large make one that looks only
    /// at what has changed; this one looks at everything. The rules outlive it.
    virtual std::unique_ptr<Validator> validator() const;
};

} // namespace jackfield
