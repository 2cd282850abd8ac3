// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSemaphore>
#include <QThreadPool>

namespace jackfield {

/// Keeps every worker of a pool busy until it goes out of scope: what is started meanwhile waits, as it would behind
/// long work.
class HeldWorkers
{
public:
    explicit HeldWorkers(QThreadPool &pool) : m_pool(pool)
    {
        for (int i = 0; i < m_pool.maxThreadCount(); ++i)
            m_pool.start([this] { m_held.acquire(); });
    }
    ~HeldWorkers()
    {
        m_held.release(m_pool.maxThreadCount());
        m_pool.waitForDone();
    }
    HeldWorkers(const HeldWorkers &) = delete;
    HeldWorkers &operator=(const HeldWorkers &) = delete;

private:
    QThreadPool &m_pool;
    QSemaphore m_held;
};

} // namespace jackfield
