// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/view/worker_pool.h"

#include <QSemaphore>
#include <QThreadPool>

namespace jackfield {

/// Keeps every worker busy until it goes out of scope: what is started meanwhile waits, as it would behind long work.
class HeldWorkers
{
public:
    HeldWorkers()
    {
        for (int i = 0; i < workerPool().maxThreadCount(); ++i)
            workerPool().start([this] { m_held.acquire(); });
    }
    ~HeldWorkers()
    {
        m_held.release(workerPool().maxThreadCount());
        workerPool().waitForDone();
    }
    HeldWorkers(const HeldWorkers &) = delete;
    HeldWorkers &operator=(const HeldWorkers &) = delete;

private:
    QSemaphore m_held;
};

} // namespace jackfield
