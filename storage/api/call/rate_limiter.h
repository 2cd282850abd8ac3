// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/store/seams.h"

#include <QByteArray>
#include <QHash>

#include <optional>

namespace jackfield {

/// So many requests within so many seconds, counted from the first of them.
struct RateLimit
{
    int requests = 0;
    int seconds = 0;

    friend bool operator==(const RateLimit &, const RateLimit &) = default;
};

/// How often one key may ask an API. Off until somebody switches it on; see ApiFace::ratePolicy().
struct RatePolicy
{
    RateLimit reads; ///< GET and HEAD, and everything else unless `writes` says otherwise
    std::optional<RateLimit> writes; ///< counted apart
    QByteArray code = "rate_limited"; ///< of the 429
    bool tellsBudget = false; ///< every answer carries X-RateLimit-Limit, -Remaining and -Reset (unix seconds)
};

/// Counts requests in windows that begin with their first one.
class RateLimiter
{
public:
    explicit RateLimiter(std::shared_ptr<Clock> clock) : m_clock(std::move(clock)) { }

    struct Verdict
    {
        bool allowed = true;
        int limit = 0;
        int remaining = 0; ///< in this window
        qint64 resetAt = 0; ///< when the next window may begin; milliseconds since 1970

        qint64 resetSecond() const { return (resetAt + 999) / 1000; } ///< the first whole one that is not too early
    };
    /// One more request of `who`. A refused one counts for nothing.
    Verdict take(const QByteArray &who, const RateLimit &limit);
    /// Whole seconds until then, 1 at least.
    qint64 secondsUntil(const Verdict &verdict) const;

    qsizetype size() const { return m_windows.size(); } ///< windows kept

private:
    struct Window
    {
        qint64 begin = 0;
        qint64 end = 0;
        int taken = 0;
    };
    void dropEnded(qint64 now);

    std::shared_ptr<Clock> m_clock;
    QHash<QByteArray, Window> m_windows;
    qsizetype m_dropBeyond = 1000;
};

} // namespace jackfield
