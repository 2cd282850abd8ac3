// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/editing/layout_job.h"

namespace jackfield {

LayoutJob::LayoutJob(Work work, std::shared_ptr<std::atomic_bool> cancelled)
    : m_work(std::move(work)), m_cancelled(std::move(cancelled))
{
}

void LayoutJob::run()
{
    const Positions positions = m_work(*m_cancelled);
    if (!*m_cancelled)
        emit finished(positions);
}

} // namespace jackfield
