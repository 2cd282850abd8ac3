// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QThreadPool;

namespace jackfield {

/// Threads for what takes long: reading files, projecting, layout, validation. Never QThreadPool::globalInstance():
/// Qt's raster engine fills large areas on that one, so a frame would wait until a job there is done.
QThreadPool &workerPool();

} // namespace jackfield
