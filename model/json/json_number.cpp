// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/json_number.h"

#include <charconv>

namespace jackfield {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

const char *skipDigits(const char *at, const char *end)
{
    while (at != end && isDigit(*at))
        ++at;
    return at;
}

/// Tells too large from too small: whether the first digit that is not zero counts more than one.
bool isLarge(QByteArrayView text)
{
    const char *at = text.begin() + (text.startsWith('-') ? 1 : 0);
    qsizetype magnitude = 0;
    bool found = false;
    const char *point = nullptr;
    for (; at != text.end() && *at != 'e' && *at != 'E'; ++at) {
        if (*at == '.') {
            point = at;
            continue;
        }
        found = found || *at != '0';
        if (found && !point)
            ++magnitude;
        else if (!found && point)
            --magnitude;
    }
    qint64 exponent = 0;
    if (at != text.end()) {
        ++at;
        const bool negative = at != text.end() && *at == '-';
        at += negative || (at != text.end() && *at == '+') ? 1 : 0;
        if (std::from_chars(at, text.end(), exponent).ec != std::errc())
            return found && !negative;
        exponent = negative ? -exponent : exponent;
    }
    return found && magnitude + exponent > 0;
}

} // namespace

std::optional<double> doubleFromNumberText(QByteArrayView text)
{
    double result = 0;
    if (std::from_chars(text.begin(), text.end(), result).ec == std::errc())
        return result;
    if (isLarge(text))
        return std::nullopt;
    return 0.0;
}

bool isJsonNumber(QByteArrayView text)
{
    const char *at = text.begin();
    const char *end = text.end();
    if (at != end && *at == '-')
        ++at;
    if (at == end || !isDigit(*at))
        return false;
    at = *at == '0' ? at + 1 : skipDigits(at, end);
    if (at != end && *at == '.') {
        const char *fraction = ++at;
        at = skipDigits(at, end);
        if (at == fraction)
            return false;
    }
    if (at != end && (*at == 'e' || *at == 'E')) {
        ++at;
        if (at != end && (*at == '+' || *at == '-'))
            ++at;
        const char *exponent = at;
        at = skipDigits(at, end);
        if (at == exponent)
            return false;
    }
    return at == end;
}

} // namespace jackfield
