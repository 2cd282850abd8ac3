// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/log/request_log.h"

#include <QByteArray>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace jackfield {

enum class LogForm : quint8 { Plain, Json };

/// The log of a service on stderr, one line for each entry. Written by a thread of its own, so that a reader that is
/// slow or has stopped costs the service nothing; what does not fit into the queue is left out, and a line says how
/// much.
class ExchangeLog
{
public:
    explicit ExchangeLog(LogForm form);
    ~ExchangeLog(); ///< writes what waits

    // From any thread.
    void add(const Exchange &exchange);
    void say(const QString &message);

private:
    struct Entry
    {
        Exchange exchange; ///< bodies left out
        QString message; ///< in place of an exchange
    };
    void queue(Entry entry);
    void writeQueued();
    // For the writer alone.
    QByteArray lineFor(const Entry &entry);
    QByteArray timeText(qint64 at); ///< ISO 8601 in UTC; the second is written once for all lines that it has

    const LogForm m_form;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Entry> m_queue;
    qint64 m_leftOut = 0;
    bool m_ending = false;
    qint64 m_second = -1;
    QByteArray m_secondText;
    std::thread m_writer; // last: it uses the others from its first moment
};

} // namespace jackfield
