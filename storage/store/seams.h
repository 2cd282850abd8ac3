// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <memory>
#include <span>

namespace jackfield {

/// The time of day, so that tests can move it.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual qint64 now() = 0; ///< milliseconds since 1970 UTC
};

/// Random bytes, so that tests can repeat them. Secrets are made of these: the real one is the system's.
class RandomSource
{
public:
    virtual ~RandomSource() = default;
    virtual void fill(std::span<quint8> bytes) = 0;
};

std::shared_ptr<Clock> systemClock();
std::shared_ptr<RandomSource> systemRandom();

} // namespace jackfield
