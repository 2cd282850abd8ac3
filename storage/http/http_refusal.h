// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace jackfield {

/// Why HTTP itself turns a request away, before any service sees it.
struct HttpRefusal
{
    int status = 400;
    QString message; ///< plain text for the client; names what is wrong and never echoes what was sent
};

} // namespace jackfield
