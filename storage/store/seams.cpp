// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/store/seams.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <cstring>

namespace jackfield {

namespace {

class SystemClock final : public Clock
{
public:
    qint64 now() override { return QDateTime::currentMSecsSinceEpoch(); }
};

class SystemRandom final : public RandomSource
{
public:
    void fill(std::span<quint8> bytes) override
    {
        while (!bytes.empty()) {
            const quint32 word = QRandomGenerator::system()->generate();
            const size_t taken = std::min(bytes.size(), sizeof word);
            std::memcpy(bytes.data(), &word, taken);
            bytes = bytes.subspan(taken);
        }
    }
};

} // namespace

std::shared_ptr<Clock> systemClock()
{
    return std::make_shared<SystemClock>();
}

std::shared_ptr<RandomSource> systemRandom()
{
    return std::make_shared<SystemRandom>();
}

} // namespace jackfield
