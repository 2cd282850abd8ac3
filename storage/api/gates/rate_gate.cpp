// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/gates/rate_gate.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

void RateGate::setLimited(const ApiFace &face, bool limited)
{
    const std::optional<RatePolicy> policy = face.ratePolicy();
    if (limited && policy)
        m_policies.insert(&face, *policy);
    else
        m_policies.remove(&face);
}

std::optional<GateAnswer> RateGate::pass(AskedCall &asked)
{
    if (m_policies.isEmpty())
        return std::nullopt;
    const auto policy = m_policies.constFind(asked.place.face);
    if (policy == m_policies.cend() || asked.principal.keyId.isEmpty())
        return std::nullopt;
    const QByteArray &method = asked.request->method;
    const bool isWrite = policy->writes && method != "GET" && method != "HEAD";
    const RateLimit &limit = isWrite ? *policy->writes : policy->reads;
    const QByteArray who = asked.place.face->name() + (isWrite ? "/w/" : "/r/") + asked.principal.keyId;
    const RateLimiter::Verdict verdict = m_rates.take(who, limit);
    if (policy->tellsBudget) {
        asked.budget = {
            {"X-RateLimit-Limit"_ba, QByteArray::number(verdict.limit)},
            {"X-RateLimit-Remaining"_ba, QByteArray::number(verdict.remaining)},
            {"X-RateLimit-Reset"_ba, QByteArray::number(verdict.resetSecond())},
        };
    }
    if (verdict.allowed)
        return std::nullopt;
    const qint64 seconds = m_rates.secondsUntil(verdict);
    ApiError error{
        429,
        policy->code,
        u"Too many requests: this key may make %1 in %2 s. Try again in %3 s."_s.arg(limit.requests)
            .arg(limit.seconds)
            .arg(seconds),
        {},
        {{"Retry-After"_ba, QByteArray::number(seconds)}}};
    error.resetAt = verdict.resetAt;
    return error;
}

} // namespace jackfield
