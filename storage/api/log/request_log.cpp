// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/log/request_log.h"

#include "storage/api/call/api_names.h"

#include <QVarLengthArray>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isKeyCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
}

constexpr qsizetype kShortestSecret = 8;

/// What secrets start with: the keys of the APIs, and webhook secrets.
const QList<QByteArrayView> &secretPrefixes()
{
    static const QList<QByteArrayView> prefixes = [] {
        QList<QByteArrayView> all{"whsec_"};
        for (const ApiName &name : apiNames()) {
            if (!name.keyPrefix.isEmpty())
                all.append(name.keyPrefix);
        }
        return all;
    }();
    return prefixes;
}

/// The last characters of those, each once.
const QByteArray &secretPrefixEnds()
{
    static const QByteArray ends = [] {
        QByteArray all;
        for (const QByteArrayView prefix : secretPrefixes()) {
            if (!all.contains(prefix.back()))
                all.append(prefix.back());
        }
        return all;
    }();
    return ends;
}

/// How many characters of a secret follow the one at `last`, which may end its prefix; 0 when there is no secret.
qsizetype secretAfter(QByteArrayView text, qsizetype last)
{
    if (last == 0)
        return 0; // every prefix is longer
    const QByteArrayView upToHere = text.first(last + 1);
    for (const QByteArrayView prefix : secretPrefixes()) {
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

/// How many hexadecimal digits the keys without a prefix have.
QVarLengthArray<int, 4> bareSecretDigits()
{
    QVarLengthArray<int, 4> digits;
    for (const ApiName &name : apiNames()) {
        if (name.keyPrefix.isEmpty())
            digits.append(name.keyDigits);
    }
    return digits;
}

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

bool isOneOf(const QByteArray &name, std::span<const QByteArrayView> names)
{
    return std::ranges::find(names, QByteArrayView(name)) != names.end();
}

constexpr std::array<QByteArrayView, 5> kSecretHeaders{
    "authorization", "x-api-key", "proxy-authorization", "cookie", "x-auth-token"};
/// What the connection or the program that sent it brought along.
constexpr std::array<QByteArrayView, 13> kHeadersOfTheWay{
    "host",   "content-length", "transfer-encoding", "connection",      "keep-alive",
    "te",     "trailer",        "user-agent",        "accept-encoding", "expect",
    "origin", "referer",        "x-request-id",
};

} // namespace

KeptRequest KeptRequest::of(const HttpRequest &request, Principal principal, std::optional<ApiError> refusal)
{
    KeptRequest kept{request, std::move(principal), std::move(refusal)};
    kept.request.headers.removeIf([](const auto &header) { return isOneOf(header.first, kSecretHeaders); });
    return kept;
}

QByteArray masked(const QByteArray &text)
{
    QByteArray result = text;
    // By the last character of a prefix: "_" and "-" are rare in what is sent, and one character is found many times
    // faster than a word.
    for (const char last : secretPrefixEnds()) {
        for (qsizetype at = result.indexOf(last); at >= 0; at = result.indexOf(last, at + 1)) {
            if (const qsizetype length = secretAfter(result, at); length > 0)
                result.replace(at + 1, length, "***");
        }
    }
    for (const int digits : bareSecretDigits()) {
        for (qsizetype at = nextBareSecret(result, digits, 0); at >= 0; at = nextBareSecret(result, digits, at))
            result.replace(at, digits, "***");
    }
    return result;
}

qint64 RequestLog::record(Exchange exchange, std::optional<KeptRequest> kept)
{
    // Masked before it is cut, so that no half of a secret stays behind the cut; what is far beyond it is not looked
    // at.
    exchange.request = masked(exchange.request.left(2 * kBodyBytes)).left(kBodyBytes);
    exchange.response = masked(exchange.response.left(2 * kBodyBytes)).left(kBodyBytes);
    exchange.target = masked(exchange.target);
    if (!exchange.nearest.isEmpty())
        exchange.nearest = QString::fromUtf8(masked(exchange.nearest.toUtf8()));
    if (kept) {
        for (const auto &[name, value] : kept->request.headers) {
            if (!isOneOf(name, kHeadersOfTheWay))
                exchange.headers.emplaceBack(name, masked(value));
        }
        m_keptBytes += kept->request.body.size();
    }
    exchange.number = ++m_lastNumber;
    m_exchanges.push_back(std::move(exchange));
    m_kept.push_back(std::move(kept));
    if (m_exchanges.size() > kExchanges)
        forgetOldest();
    while (m_keptBytes > kKeptBytes && m_bodiless < m_kept.size()) {
        std::optional<KeptRequest> &oldest = m_kept[m_bodiless++];
        if (oldest && !oldest->request.body.isEmpty()) {
            m_keptBytes -= oldest->request.body.size();
            oldest.reset();
        }
    }
    emit recorded(m_exchanges.back());
    return m_lastNumber;
}

void RequestLog::forgetOldest()
{
    if (m_kept.front())
        m_keptBytes -= m_kept.front()->request.body.size();
    m_exchanges.pop_front();
    m_kept.pop_front();
    m_bodiless -= m_bodiless > 0 ? 1 : 0;
}

QList<Exchange> RequestLog::after(qint64 number) const
{
    const qint64 wanted = std::clamp<qint64>(m_lastNumber - number, 0, qint64(m_exchanges.size()));
    return QList<Exchange>(m_exchanges.cend() - wanted, m_exchanges.cend());
}

const KeptRequest *RequestLog::kept(qint64 number) const
{
    const qint64 place = number - m_lastNumber - 1 + qint64(m_kept.size());
    if (place < 0 || place >= qint64(m_kept.size()) || !m_kept[size_t(place)])
        return nullptr;
    return &*m_kept[size_t(place)];
}

void RequestLog::clear()
{
    m_exchanges.clear();
    m_kept.clear();
    m_bodiless = 0;
    m_keptBytes = 0;
}

} // namespace jackfield
