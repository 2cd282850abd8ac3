// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/answers/api_text.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace jackfield {

namespace {

char *putDigits(char *to, unsigned value, int digits)
{
    for (char *at = to + digits; at != to; value /= 10)
        *--at = char('0' + value % 10);
    return to + digits;
}

/// ISO 8601 in UTC. Lists hold hundreds of times, and QDateTime takes microseconds for one.
Json isoTime(Timestamp at, bool withMilliseconds)
{
    using namespace std::chrono;
    const sys_time<std::chrono::milliseconds> time{std::chrono::milliseconds(at)};
    const sys_days day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(time - day);
    std::array<char, 32> text;
    char *end = putDigits(text.data(), unsigned(int(date.year())), 4);
    *end++ = '-';
    end = putDigits(end, unsigned(date.month()), 2);
    *end++ = '-';
    end = putDigits(end, unsigned(date.day()), 2);
    *end++ = 'T';
    end = putDigits(end, unsigned(clock.hours().count()), 2);
    *end++ = ':';
    end = putDigits(end, unsigned(clock.minutes().count()), 2);
    *end++ = ':';
    end = putDigits(end, unsigned(clock.seconds().count()), 2);
    if (withMilliseconds) {
        *end++ = '.';
        end = putDigits(end, unsigned(clock.subseconds().count()), 3);
    }
    *end++ = 'Z';
    return Json::string(QByteArrayView(text.data(), end));
}

} // namespace

Json wholeSeconds(Timestamp at)
{
    return isoTime(at, false);
}

Json milliseconds(Timestamp at)
{
    return isoTime(at, true);
}

bool isUlid(QByteArrayView text)
{
    constexpr QByteArrayView kDigits("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    return text.size() == 26 && std::ranges::all_of(text, [&](char c) { return kDigits.contains(c); });
}

std::optional<QByteArray> idFromPath(QByteArrayView text, QByteArrayView prefix)
{
    if (text.startsWith(prefix))
        text = text.sliced(prefix.size());
    if (!isUlid(text))
        return std::nullopt;
    return text.toByteArray();
}

} // namespace jackfield
