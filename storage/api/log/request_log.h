// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/call/api_error.h"
#include "storage/api/log/secret_mask.h"
#include "storage/http/http_request.h"
#include "storage/records/access.h"

#include <QMetaType>
#include <QObject>

#include <deque>
#include <optional>

namespace jackfield {

/// One request and its answer, with every secret masked.
struct Exchange
{
    qint64 number = 0; ///< 1, 2, ... since the start: names it, unlike the id, which a client may send twice
    QByteArray id; ///< X-Request-Id
    qint64 at = 0; ///< milliseconds since 1970 UTC
    WorkspaceId workspace; ///< empty when the request carried no good key
    QByteArray method;
    QByteArray target; ///< path and query
    QByteArray api; ///< empty when the path belongs to none
    QByteArray operation; ///< empty when nothing matched
    QByteArray keyHeader; ///< the header that brought the key: "authorization", "x-api-key"; empty when none did
    QList<std::pair<QByteArray, QByteArray>>
        headers; ///< of the request, those that belong to it wherever it is sent from
    int status = 0;
    qint64 microseconds = 0;
    QByteArray request; ///< body, at most RequestLog::kBodyBytes
    QByteArray response; ///< likewise
    QString nearest; ///< for what matched no operation, in any API or none: the closest one, and why it was missed
};

/// A request that can be made again. Its key is not kept; who asked with it is.
struct KeptRequest
{
    HttpRequest request; ///< without the headers that bring keys; the body is not masked, and never leaves the service
    Principal principal;
    std::optional<ApiError> refusal; ///< why its key was refused

    /// `request` without what brings keys.
    static KeptRequest of(const HttpRequest &request, Principal principal, std::optional<ApiError> refusal);
};

/// The last exchanges, in memory only. Lives on the server's thread; `recorded` carries values to others.
class RequestLog : public QObject
{
    Q_OBJECT

public:
    static constexpr size_t kExchanges = 1000;
    static constexpr qsizetype kBodyBytes = 8 * 1024;
    static constexpr qsizetype kKeptBytes = 4 * 1024 * 1024; ///< of bodies to be sent again, in all

    /// `mask` takes out what no log may hold.
    explicit RequestLog(SecretMask mask, QObject *parent = nullptr);

    /// Masks, cuts and keeps it; the number it gets. `kept` is what replaying it takes, where that can be done.
    qint64 record(Exchange exchange, std::optional<KeptRequest> kept = {});
    const std::deque<Exchange> &exchanges() const { return m_exchanges; } ///< oldest first, numbers without gaps
    /// Those with a greater number, oldest first.
    QList<Exchange> after(qint64 number) const;
    /// nullptr when it is gone or cannot be made again.
    const KeptRequest *kept(qint64 number) const;
    void clear(); ///< numbers go on

signals:
    void recorded(const jackfield::Exchange &exchange);

private:
    void forgetOldest();

    SecretMask m_mask;
    std::deque<Exchange> m_exchanges;
    std::deque<std::optional<KeptRequest>> m_kept; ///< beside them
    size_t m_bodiless = 0; ///< so many at the front of m_kept gave their body up for newer ones
    qsizetype m_keptBytes = 0;
    qint64 m_lastNumber = 0;
};

} // namespace jackfield

Q_DECLARE_METATYPE(jackfield::Exchange)
