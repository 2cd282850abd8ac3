// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/request_log.h"

#include "storage/api/api_names.h"

#include <QVarLengthArray>

#include <algorithm>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isKeyCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
}

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

} // namespace

QByteArray masked(const QByteArray &text)
{
    constexpr qsizetype kShortestSecret = 8;
    QByteArray result = text;
    for (const QByteArrayView prefix : secretPrefixes()) {
        for (qsizetype at = result.indexOf(prefix); at >= 0; at = result.indexOf(prefix, at)) {
            const qsizetype begin = at + prefix.size();
            const auto end = std::find_if_not(result.cbegin() + begin, result.cend(), isKeyCharacter);
            const qsizetype length = end - (result.cbegin() + begin);
            const bool startsHere = at == 0 || !isKeyCharacter(result.at(at - 1));
            if (startsHere && length >= kShortestSecret)
                result.replace(begin, length, "***");
            at = begin;
        }
    }
    return result;
}

void RequestLog::record(Exchange exchange)
{
    // Masked before it is cut, so that no half of a secret stays behind the cut; what is far beyond it is not looked
    // at.
    exchange.request
        = masked(exchange.request.first(std::min(exchange.request.size(), 2 * kBodyBytes))).left(kBodyBytes);
    exchange.response
        = masked(exchange.response.first(std::min(exchange.response.size(), 2 * kBodyBytes))).left(kBodyBytes);
    exchange.target = masked(exchange.target);
    exchange.nearest = QString::fromUtf8(masked(exchange.nearest.toUtf8()));
    m_exchanges.push_back(std::move(exchange));
    if (m_exchanges.size() > kExchanges)
        m_exchanges.pop_front();
    emit recorded(m_exchanges.back());
}

} // namespace jackfield
