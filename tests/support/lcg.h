// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace jackfield {

/// The random numbers of the benchmarks' workload: the same on every machine.
class Lcg
{
public:
    explicit Lcg(quint32 seed = 7) : m_state(seed) { }

    quint32 next()
    {
        m_state = m_state * 1664525u + 1013904223u;
        return m_state >> 8;
    }
    /// 0 .. bound - 1. Requires: bound > 0.
    qsizetype below(qsizetype bound) { return qsizetype(next()) % bound; }
    bool oneIn(qsizetype chance) { return below(chance) == 0; }

private:
    quint32 m_state;
};

} // namespace jackfield
