// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace jackfield {

struct Exchange;

/// Which exchanges of a log to show. Made of text: words that must all be found in the line of the exchange (method,
/// path, status, operation, API, nearest operation, id); `-word` must not be; `status:404` or `status:4xx`,
/// `method:POST`, `api:NAME` and `workspace:ID` compare one member, and may have the minus, too. Without regard to
/// case. A name that is none of these ("http://x", "id:7") is an ordinary word.
class ExchangeFilter
{
public:
    explicit ExchangeFilter(const QString &text = {});

    bool isEmpty() const { return m_terms.isEmpty(); }
    bool accepts(const Exchange &exchange) const;

private:
    enum class Member : quint8 { Anything, Status, Method, Api, Workspace };
    struct Term
    {
        Member member = Member::Anything;
        QByteArray value; ///< lower case
        bool isUnwanted = false;
    };

    static Term termOf(QByteArrayView word);
    static bool fits(const Term &term, const Exchange &exchange, const QByteArray &line);

    QList<Term> m_terms;
};

} // namespace jackfield
