// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <functional>

namespace jackfield::bench {

struct Timing
{
    double medianMs = 0;
    double p95Ms = 0;
};

/// Runs `body` `rounds` times after one run that does not count. `prepare` comes before each and is not counted.
Timing measure(
    int rounds, const std::function<void()> &body, const std::function<void()> &prepare = [] {});
/// Prints one line: {"bench":"json","nodes":13500,"op":"parse","median_ms":1.23,"p95_ms":1.50}.
void print(const char *bench, qsizetype nodes, const char *operation, const Timing &timing);
/// What stands behind `option` on the command line, `fallback` when it is not there.
QByteArray optionText(int argc, char **argv, QByteArrayView option, const QByteArray &fallback);
qsizetype optionValue(int argc, char **argv, QByteArrayView option, qsizetype fallback); ///< the same for a number

} // namespace jackfield::bench
