// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command_line.h"
#include "model/json/result.h"
#include "storage/http/http_limits.h"

#include <QSet>

namespace jackfield {

/// The limits of the service as options of a command, and as text for its help.
QList<Option> limitOptions();
QString limitsText();
/// Error usage when a value is no whole number from 1 to what the option takes.
Result<HttpLimits> limitsFrom(const CommandLine &line);
/// The APIs of --rate-limits. Error usage for one that is not served.
Result<QSet<QByteArray>> rateLimitedFrom(const CommandLine &line);

} // namespace jackfield
