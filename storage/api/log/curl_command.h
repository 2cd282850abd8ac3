// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace jackfield {

struct Exchange;

/// The request of an exchange as a line for a POSIX shell that sends it again: every part quoted, the key as $KEY,
/// which the user sets. What the log masked or cut is so here, too; a comment at the end says so. `address` is
/// "http://127.0.0.1:7717".
QString curlCommand(const Exchange &exchange, const QString &address);

/// `text` as one word of a POSIX shell.
QString shellQuoted(const QString &text);

} // namespace jackfield
