// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/request_log.h"

#include "storage/api/api_names.h"

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
QVarLengthArray<QByteArrayView, 8> secretPrefixes()
{
    QVarLengthArray<QByteArrayView, 8> prefixes{QByteArrayView("whsec_")};
    for (const ApiName &name : apiNames()) {
        if (!name.keyPrefix.isEmpty())
            prefixes.append(name.keyPrefix);
    }
    return prefixes;
}

/// Where the characters of a secret begin and end, at or after `from`; nothing when there is none.
std::optional<std::pair<qsizetype, qsizetype>> nextSecret(QByteArrayView text, QByteArrayView prefix, qsizetype from)
{
    // By the last character: "_" and "-" are rare in what is sent, and one character is found many times faster than a
    // word.
    for (qsizetype last = text.indexOf(prefix.back(), from); last >= 0; last = text.indexOf(prefix.back(), last + 1)) {
        const qsizetype begin = last + 1;
        if (!text.first(begin).endsWith(prefix))
            continue;
        const qsizetype start = begin - prefix.size();
        if (start > 0 && isKeyCharacter(text.at(start - 1)))
            continue;
        const auto end = std::find_if_not(text.cbegin() + begin, text.cend(), isKeyCharacter);
        if (end - (text.cbegin() + begin) >= kShortestSecret)
            return std::pair(begin, qsizetype(end - text.cbegin()));
    }
    return std::nullopt;
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
        if (!isKeyCharacter(text.at(at))) {
            at += digits;
            continue;
        }
        qsizetype begin = at;
        while (begin > 0 && isKeyCharacter(text.at(begin - 1)))
            --begin;
        const auto end = std::find_if_not(text.cbegin() + at, text.cend(), isKeyCharacter);
        if (end - (text.cbegin() + begin) == digits && std::all_of(text.cbegin() + begin, end, isHexDigit))
            return begin;
        at = qsizetype(end - text.cbegin()) + digits;
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
    for (const QByteArrayView prefix : secretPrefixes()) {
        qsizetype from = 0;
        while (const auto secret = nextSecret(result, prefix, from)) {
            result.replace(secret->first, secret->second - secret->first, "***");
            from = secret->first;
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
