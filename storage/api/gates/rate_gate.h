// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/call/rate_limiter.h"
#include "storage/api/gates/gate.h"

namespace jackfield {

/// 429 for keys that ask more often than the platform of their API lets them; where that is switched on.
class RateGate
{
public:
    explicit RateGate(std::shared_ptr<Clock> clock) : m_rates(std::move(clock)) { }

    /// Holds the keys of an API to its ApiFace::ratePolicy(), or no longer. Does nothing where there is none.
    void setLimited(const ApiFace &face, bool limited);
    std::optional<GateAnswer> pass(AskedCall &asked);

private:
    QHash<const ApiFace *, RatePolicy> m_policies; ///< of those switched on
    RateLimiter m_rates;
};

} // namespace jackfield
