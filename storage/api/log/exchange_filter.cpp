// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/log/exchange_filter.h"

#include "storage/api/log/request_log.h"

#include <algorithm>
#include <utility>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What words are looked for in.
QByteArray lineOf(const Exchange &exchange)
{
    const QByteArray line = exchange.method + ' ' + exchange.target + ' ' + QByteArray::number(exchange.status) + ' '
        + exchange.operation + ' ' + exchange.api + ' ' + exchange.id + ' ' + exchange.nearest.toUtf8();
    return line.toLower();
}

/// "404", "4xx"
bool isStatus(const QByteArray &wanted, int status)
{
    const QByteArray text = QByteArray::number(status);
    return wanted == text || wanted == text.first(1) + "xx";
}

} // namespace

ExchangeFilter::ExchangeFilter(const QString &text)
{
    for (const QByteArray &word : text.simplified().toUtf8().toLower().split(' ')) {
        const Term term = termOf(word);
        if (!term.value.isEmpty())
            m_terms.append(term);
    }
}

ExchangeFilter::Term ExchangeFilter::termOf(QByteArrayView word)
{
    static const QList<std::pair<QByteArray, Member>> kMembers = {
        {"status:", Member::Status},
        {"method:", Member::Method},
        {"api:", Member::Api},
        {"workspace:", Member::Workspace},
    };
    Term term;
    term.isUnwanted = word.startsWith('-');
    const QByteArrayView rest = word.sliced(term.isUnwanted ? 1 : 0);
    term.value = rest.toByteArray();
    for (const auto &[name, member] : kMembers) {
        if (rest.startsWith(name)) {
            term.member = member;
            term.value = rest.sliced(name.size()).toByteArray();
        }
    }
    return term;
}

bool ExchangeFilter::fits(const Term &term, const Exchange &exchange, const QByteArray &line)
{
    switch (term.member) {
    case Member::Anything:
        return line.contains(term.value);
    case Member::Status:
        return isStatus(term.value, exchange.status);
    case Member::Method:
        return exchange.method.toLower() == term.value;
    case Member::Api:
        return exchange.api == term.value;
    case Member::Workspace:
        return exchange.workspace.utf8.toLower() == term.value;
    }
    Q_UNREACHABLE();
}

bool ExchangeFilter::accepts(const Exchange &exchange) const
{
    if (m_terms.isEmpty())
        return true;
    const QByteArray line = lineOf(exchange);
    return std::ranges::all_of(
        m_terms, [&](const Term &term) { return fits(term, exchange, line) != term.isUnwanted; });
}

} // namespace jackfield
