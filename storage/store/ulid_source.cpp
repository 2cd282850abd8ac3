// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/store/ulid_source.h"

#include <algorithm>

namespace jackfield {

namespace {

constexpr char kAlphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Adds one to a big-endian number; false when it wrapped around.
bool increment(std::array<quint8, 10> &number)
{
    for (auto digit = number.rbegin(); digit != number.rend(); ++digit) {
        if (++*digit != 0)
            return true;
    }
    return false;
}

} // namespace

MonotonicTime::MonotonicTime(std::shared_ptr<Clock> clock, qint64 last)
    : m_clock(std::move(clock)), m_last(last + 1) { }

qint64 MonotonicTime::now()
{
    m_last = std::max(m_last, m_clock->now());
    return m_last;
}

UlidSource::UlidSource(std::shared_ptr<RandomSource> random) : m_random(std::move(random)) { }

QByteArray UlidSource::next(qint64 at)
{
    if (at > m_time) {
        m_time = at;
        m_random->fill(m_entropy);
    } else if (!increment(m_entropy)) {
        ++m_time;
    }

    QByteArray text(26, '0');
    quint64 time = static_cast<quint64>(m_time);
    for (int at10 = 9; at10 >= 0; --at10, time >>= 5)
        text[at10] = kAlphabet[time & 31];
    // 80 bits are sixteen digits of five: two halves of forty bits each.
    for (int half = 0; half < 2; ++half) {
        quint64 bits = 0;
        for (int byte = 0; byte < 5; ++byte)
            bits = bits << 8 | m_entropy[static_cast<size_t>(half) * 5 + static_cast<size_t>(byte)];
        for (int digit = 7; digit >= 0; --digit, bits >>= 5)
            text[10 + half * 8 + digit] = kAlphabet[bits & 31];
    }
    return text;
}

} // namespace jackfield
