// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/log/request_log.h"
#include "storage/http/http_response.h"

#include <QElapsedTimer>

namespace jackfield {

/// The exchange of one request from the moment it is looked at until it is answered and goes into the log. The one way
/// to make one: what HTTP refuses, what no key opens and what an API answers get the same members.
class LogEntry
{
public:
    /// `api` is empty for a path of none. `kept` is what making the request again takes, where that can be done.
    LogEntry(const HttpRequest &request, const QByteArray &api, std::optional<KeptRequest> kept);

    /// What is found out on the way: workspace, operation, nearest.
    Exchange &exchange() { return m_exchange; }

    /// Into the log with its answer; its number there. Called once.
    qint64 close(RequestLog &log, const HttpResponse &answer);
    /// Into the log with an answer that stays open, of which only the head is known. It cannot be made again.
    void closeOpen(RequestLog &log, const HttpResponse &head);

private:
    Exchange m_exchange;
    std::optional<KeptRequest> m_kept;
    QElapsedTimer m_timer;
};

} // namespace jackfield
