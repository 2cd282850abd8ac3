// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/log/secret_mask.h"

#include <algorithm>

namespace jackfield {

namespace {

bool isKeyCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
}

constexpr qsizetype kShortestSecret = 8;

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

/// Where a word of exactly so many hexadecimal digits begins, at or after `from`; -1 when there is none.
qsizetype nextBareSecret(QByteArrayView text, int digits, qsizetype from)
{
    // Such a word covers every place that is as far from the last one as it is long: most of the text is not looked at.
    for (qsizetype at = from + digits - 1; at < text.size();) {
        if (!isHexDigit(text.at(at))) {
            at += digits;
            continue;
        }
        qsizetype begin = at;
        while (begin > 0 && isHexDigit(text.at(begin - 1)))
            --begin;
        qsizetype end = at + 1;
        while (end < text.size() && isHexDigit(text.at(end)))
            ++end;
        const bool isWord = (begin == 0 || !isKeyCharacter(text.at(begin - 1)))
            && (end == text.size() || !isKeyCharacter(text.at(end)));
        if (isWord && end - begin == digits)
            return begin;
        at = end + digits;
    }
    return -1;
}

} // namespace

SecretMask::SecretMask(const QList<ApiName> &apis)
{
    for (const ApiName &api : apis) {
        m_prefixes += api.secretPrefixes;
        if (!api.key.prefix.isEmpty())
            m_prefixes.append(api.key.prefix);
        else
            m_bareDigits.append(api.key.digits);
    }
    for (const QByteArray &prefix : std::as_const(m_prefixes)) {
        if (!m_prefixEnds.contains(prefix.back()))
            m_prefixEnds.append(prefix.back());
    }
}

/// How many characters of a secret follow the one at `last`, which may end its prefix; 0 when there is no secret.
qsizetype SecretMask::secretAfter(QByteArrayView text, qsizetype last) const
{
    if (last == 0)
        return 0; // every prefix is longer
    const QByteArrayView upToHere = text.first(last + 1);
    for (const QByteArray &prefix : m_prefixes) {
        // Two characters tell nearly always, and cost no call.
        if (prefix.at(prefix.size() - 2) != text.at(last - 1) || !upToHere.endsWith(prefix))
            continue;
        const qsizetype start = upToHere.size() - prefix.size();
        if (start > 0 && isKeyCharacter(text.at(start - 1)))
            continue;
        const auto begin = text.cbegin() + last + 1;
        const auto end = std::find_if_not(begin, text.cend(), isKeyCharacter);
        if (end - begin >= kShortestSecret)
            return end - begin;
    }
    return 0;
}

QByteArray SecretMask::masked(const QByteArray &text) const
{
    QByteArray result = text;
    // By the last character of a prefix: "_" and "-" are rare in what is sent, and one character is found many times
    // faster than a word.
    for (const char last : m_prefixEnds) {
        for (qsizetype at = result.indexOf(last); at >= 0; at = result.indexOf(last, at + 1)) {
            if (const qsizetype length = secretAfter(result, at); length > 0)
                result.replace(at + 1, length, "***");
        }
    }
    for (const int digits : m_bareDigits) {
        for (qsizetype at = nextBareSecret(result, digits, 0); at >= 0; at = nextBareSecret(result, digits, at))
            result.replace(at, digits, "***");
    }
    return result;
}

} // namespace jackfield
