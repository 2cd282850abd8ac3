// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/log/request_log.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

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

RequestLog::RequestLog(SecretMask mask, QObject *parent) : QObject(parent), m_mask(std::move(mask)) { }

qint64 RequestLog::record(Exchange exchange, std::optional<KeptRequest> kept)
{
    // Masked before it is cut, so that no half of a secret stays behind the cut; what is far beyond it is not looked
    // at.
    exchange.request = m_mask.masked(exchange.request.left(2 * kBodyBytes)).left(kBodyBytes);
    exchange.response = m_mask.masked(exchange.response.left(2 * kBodyBytes)).left(kBodyBytes);
    exchange.target = m_mask.masked(exchange.target);
    if (!exchange.nearest.isEmpty())
        exchange.nearest = QString::fromUtf8(m_mask.masked(exchange.nearest.toUtf8()));
    if (kept) {
        for (const auto &[name, value] : kept->request.headers) {
            if (!isOneOf(name, kHeadersOfTheWay))
                exchange.headers.emplaceBack(name, m_mask.masked(value));
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
