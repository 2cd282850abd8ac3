// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace jackfield {

/// Every limit of contract.md. Passing one is refused with a clear message.
struct HttpLimits
{
    qsizetype requestLineBytes = 8 * 1024; ///< 414
    qsizetype headerBytes = 32 * 1024; ///< 431
    int headerFields = 100; ///< 431
    qsizetype bodyBytes = 16 * 1024 * 1024; ///< 413, from the header where it is declared
    int connections = 256; ///< 503 with Retry-After
    int headerSeconds = 10; ///< total, from the first byte; 408
    int bodySeconds = 30; ///< total; 408
    int idleSeconds = 15; ///< between requests; closed
    int writeStallSeconds = 10; ///< a client that does not read; closed
};

} // namespace jackfield
