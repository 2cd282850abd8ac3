// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/store/seams.h"

#include <QByteArray>

#include <array>

namespace jackfield {

/// Time that never goes back within one store, whatever the clock does.
class MonotonicTime
{
public:
    /// Nothing before or at `last` is told again: `last` is the newest time that the store holds.
    MonotonicTime(std::shared_ptr<Clock> clock, qint64 last);
    qint64 now(); ///< milliseconds since 1970 UTC; equal or later than the one before

private:
    std::shared_ptr<Clock> m_clock;
    qint64 m_last;
};

/// ULIDs, 26 characters of Crockford's base 32: each one sorts after the one before.
class UlidSource
{
public:
    explicit UlidSource(std::shared_ptr<RandomSource> random);
    QByteArray next(qint64 at);

private:
    std::shared_ptr<RandomSource> m_random;
    qint64 m_time = -1;
    std::array<quint8, 10> m_entropy{};
};

} // namespace jackfield
