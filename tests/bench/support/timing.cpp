// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/support/timing.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace jackfield::bench {

Timing measure(int rounds, const std::function<void()> &body, const std::function<void()> &prepare)
{
    prepare();
    body();
    std::vector<double> times;
    times.reserve(static_cast<size_t>(rounds));
    for (int round = 0; round < rounds; ++round) {
        prepare();
        QElapsedTimer timer;
        timer.start();
        body();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times);
    return {.medianMs = times[times.size() / 2], .p95Ms = times[times.size() * 95 / 100]};
}

void print(const char *bench, qsizetype nodes, const char *operation, const Timing &timing)
{
    std::printf(
        "{\"bench\":\"%s\",\"nodes\":%lld,\"op\":\"%s\",\"median_ms\":%.2f,\"p95_ms\":%.2f}\n", bench,
        static_cast<long long>(nodes), operation, timing.medianMs, timing.p95Ms);
    std::fflush(stdout);
}

QByteArray optionText(int argc, char **argv, QByteArrayView option, const QByteArray &fallback)
{
    for (int i = 1; i + 1 < argc; ++i) {
        if (QByteArrayView(argv[i]) == option)
            return QByteArray(argv[i + 1]);
    }
    return fallback;
}

qsizetype optionValue(int argc, char **argv, QByteArrayView option, qsizetype fallback)
{
    return optionText(argc, argv, option, QByteArray::number(fallback)).toLongLong();
}

} // namespace jackfield::bench
