// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/flow/flow_state.h"
#include "model/graph/graph.h"
#include "model/validation/problem.h"

namespace jackfield {

/// Checks one flow again and again while it is edited: remembers what it looked at last and looks only at what is
/// another now. What it says is what Kind::check() says of the same flow, in the same order, whatever happened to it in
/// between. Made by Kind::validator(). One thread at a time.
class Validator
{
public:
    Validator() = default;
    virtual ~Validator() = default;
    Validator(const Validator &) = delete;
    Validator &operator=(const Validator &) = delete;

    /// Every problem of the flow, in document order. `graph` is the projection of `state`; positions do not matter.
    /// The list shares with the one before as long as nothing changes.
    virtual Problems check(const FlowState &state, const Graph &graph) = 0;
};

} // namespace jackfield
