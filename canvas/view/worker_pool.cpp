// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/view/worker_pool.h"

#include <QThreadPool>

namespace jackfield {

QThreadPool &workerPool()
{
    static QThreadPool pool;
    return pool;
}

} // namespace jackfield
