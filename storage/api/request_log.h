// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/ids.h"
#include "storage/http/http_message.h"

#include <QMetaType>
#include <QObject>

#include <deque>

namespace jackfield {

/// One request and its answer, with every secret masked.
struct Exchange
{
    QByteArray id; ///< X-Request-Id
    qint64 at = 0; ///< milliseconds since 1970 UTC
    WorkspaceId workspace; ///< empty when the request carried no good key
    QByteArray method;
    QByteArray target; ///< path and query
    QByteArray api; ///< empty when the path belongs to none
    QByteArray operation; ///< empty when nothing matched
    int status = 0;
    qint64 microseconds = 0;
    QByteArray request; ///< body, at most RequestLog::kBodyBytes
    QByteArray response; ///< likewise
    QString nearest; ///< for what matched no operation, in any API or none: the closest one, and why it was missed
};

/// The last exchanges, in memory only. Lives on the server's thread; `recorded` carries values to others.
class RequestLog : public QObject
{
    Q_OBJECT

public:
    static constexpr size_t kExchanges = 1000;
    static constexpr qsizetype kBodyBytes = 8 * 1024;

    using QObject::QObject;

    /// Masks, cuts and keeps it.
    void record(Exchange exchange);
    const std::deque<Exchange> &exchanges() const { return m_exchanges; } ///< oldest first

signals:
    void recorded(const jackfield::Exchange &exchange);

private:
    std::deque<Exchange> m_exchanges;
};

/// `text` with everything that looks like a key or a secret of an API replaced by its first characters and "***".
QByteArray masked(const QByteArray &text);

} // namespace jackfield

Q_DECLARE_METATYPE(jackfield::Exchange)
