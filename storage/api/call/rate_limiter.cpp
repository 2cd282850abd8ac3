// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/call/rate_limiter.h"

#include <algorithm>

namespace jackfield {

namespace {

constexpr qint64 kSecond = 1000;
constexpr qsizetype kFewestKept = 1000; // looking for ended windows pays once there are some

} // namespace

RateLimiter::Verdict RateLimiter::take(const QByteArray &who, const RateLimit &limit)
{
    const qint64 now = m_clock->now();
    if (m_windows.size() >= m_dropBeyond)
        dropEnded(now);
    Window &window = m_windows[who];
    // A clock that was set back must not lock anybody out for longer than a window.
    if (now >= window.end || now < window.begin)
        window = {now, now + limit.seconds * kSecond, 0};
    const bool allowed = window.taken < limit.requests;
    window.taken += allowed ? 1 : 0;
    return {allowed, limit.requests, limit.requests - window.taken, window.end};
}

qint64 RateLimiter::secondsUntil(const Verdict &verdict) const
{
    const qint64 left = verdict.resetAt - m_clock->now();
    return std::max<qint64>(1, (left + kSecond - 1) / kSecond);
}

void RateLimiter::dropEnded(qint64 now)
{
    m_windows.removeIf([now](const auto &window) { return now >= window->end; });
    m_dropBeyond = std::max(kFewestKept, 2 * m_windows.size());
}

} // namespace jackfield
