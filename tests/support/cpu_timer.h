// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <ctime>

namespace jackfield {

/// What this thread has worked since it was made: for tests that a step is not quadratic. A clock on the wall would
/// also count what other programs do to a busy machine.
class CpuTimer
{
public:
    qint64 milliseconds() const { return now() - m_start; }

private:
    static qint64 now()
    {
        timespec time{};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return qint64(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
    }

    qint64 m_start = now();
};

} // namespace jackfield
