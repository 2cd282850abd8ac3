// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/http/request_guard.h"

#include <algorithm>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

RequestGuard::RequestGuard(const QHostAddress &address, quint16 port)
{
    QList<QByteArray> names{"127.0.0.1"_ba, "localhost"_ba, "[::1]"_ba};
    const QByteArray own = address.toString().toLatin1();
    names.append(address.protocol() == QAbstractSocket::IPv6Protocol ? '[' + own + ']' : own);
    for (const QByteArray &name : names) {
        m_hosts.append(name + ':' + QByteArray::number(port));
        if (port == 80)
            m_hosts.append(name);
    }
}

bool RequestGuard::allows(QByteArrayView host) const
{
    return std::ranges::any_of(
        m_hosts, [&](const QByteArray &allowed) { return host.compare(allowed, Qt::CaseInsensitive) == 0; });
}

std::optional<HttpRefusal> RequestGuard::check(const HttpRequest &request, QByteArrayView authority) const
{
    const QByteArrayView host = request.header("host");
    if (request.headerCount("host") != 1 || host.isEmpty())
        return HttpRefusal{400, u"The request must have exactly one Host header."_s};
    if (!allows(host))
        return HttpRefusal{421, u"This service answers to its loopback address only: the Host header names another."_s};
    if (!authority.isEmpty() && authority.compare(host, Qt::CaseInsensitive) != 0)
        return HttpRefusal{421, u"The request target and the Host header name different hosts."_s};

    for (const auto &[name, value] : request.headers) {
        if (name == "origin") {
            constexpr QByteArrayView scheme = "http://";
            const bool own = value.startsWith(scheme)
                && QByteArrayView(value).sliced(scheme.size()).compare(host, Qt::CaseInsensitive) == 0;
            if (!own)
                return HttpRefusal{403, u"Requests from web pages of another origin are not served."_s};
        } else if (name == "sec-fetch-site") {
            if (value.compare("none", Qt::CaseInsensitive) != 0
                && value.compare("same-origin", Qt::CaseInsensitive) != 0)
                return HttpRefusal{403, u"Requests that another web site started are not served."_s};
        }
    }
    return std::nullopt;
}

} // namespace jackfield
