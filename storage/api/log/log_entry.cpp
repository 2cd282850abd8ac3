// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/log/log_entry.h"

#include <QDateTime>

#include <utility>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Where the key of a request stood; a path that asks for none may bring one all the same.
QByteArray keyHeaderOf(const HttpRequest &request)
{
    for (const QByteArray &name : {"authorization"_ba, "x-api-key"_ba}) {
        if (request.headerCount(name) > 0)
            return name;
    }
    return {};
}

} // namespace

LogEntry::LogEntry(const HttpRequest &request, const QByteArray &api, std::optional<KeptRequest> kept)
    : m_exchange{.id = request.requestId,
                 .at = QDateTime::currentMSecsSinceEpoch(),
                 .method = request.method,
                 .target = request.target,
                 .api = api,
                 .keyHeader = keyHeaderOf(request),
                 .request = request.body},
      m_kept(std::move(kept))
{
    m_timer.start();
}

qint64 LogEntry::close(RequestLog &log, const HttpResponse &answer)
{
    m_exchange.status = answer.status;
    m_exchange.microseconds = m_timer.nsecsElapsed() / 1000;
    m_exchange.response = answer.body;
    return log.record(std::move(m_exchange), std::move(m_kept));
}

void LogEntry::closeOpen(RequestLog &log, const HttpResponse &head)
{
    m_exchange.status = head.status;
    log.record(std::move(m_exchange));
}

} // namespace jackfield
