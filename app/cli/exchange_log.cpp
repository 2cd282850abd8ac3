// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/exchange_log.h"

#include "app/cli/text_output.h"
#include "model/json/json_writer.h"

#include <QDateTime>

#include <algorithm>
#include <chrono>
#include <utility>

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

constexpr size_t kMostQueued = 8192;
// Lines that come within this time leave in one write; nobody reads a log faster.
constexpr std::chrono::milliseconds kGathering(20);

QByteArray plain(const QByteArray &bytes)
{
    if (std::ranges::all_of(bytes, [](char c) { return c >= ' ' && c < 0x7f; }))
        return bytes; // nearly always
    return onOneLine(QString::fromUtf8(bytes)).toUtf8();
}

void writeToStderr(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(STDERR_FILENO, bytes.data(), size_t(bytes.size()));
        if (written < 0 && errno != EINTR)
            return;
        bytes = bytes.sliced(std::max<ssize_t>(written, 0));
    }
}

} // namespace

ExchangeLog::ExchangeLog(LogForm form) : m_form(form), m_writer([this] { writeQueued(); }) { }

ExchangeLog::~ExchangeLog()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_one();
    m_writer.join();
}

void ExchangeLog::add(const Exchange &exchange)
{
    Exchange kept = exchange;
    kept.request.clear();
    kept.response.clear();
    queue({.exchange = std::move(kept)});
}

void ExchangeLog::say(const QString &message)
{
    Entry entry{.message = message};
    entry.exchange.at = QDateTime::currentMSecsSinceEpoch();
    queue(std::move(entry));
}

void ExchangeLog::queue(Entry entry)
{
    bool wasEmpty = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_queue.size() >= kMostQueued) {
            ++m_leftOut;
            return;
        }
        wasEmpty = m_queue.empty();
        m_queue.push_back(std::move(entry));
    }
    if (wasEmpty)
        m_wake.notify_one();
}

void ExchangeLog::writeQueued()
{
    std::unique_lock lock(m_mutex);
    while (!m_ending || !m_queue.empty()) {
        m_wake.wait(lock, [this] { return m_ending || !m_queue.empty(); });
        if (!m_ending)
            m_wake.wait_for(lock, kGathering, [this] { return m_ending; });
        const std::deque<Entry> entries = std::exchange(m_queue, {});
        const qint64 leftOut = std::exchange(m_leftOut, 0);
        lock.unlock();
        QByteArray lines;
        for (const Entry &entry : entries)
            lines += lineFor(entry);
        if (leftOut > 0) {
            Entry entry{.message = u"%1 entries are left out here: the log is not read fast enough."_s.arg(leftOut)};
            entry.exchange.at = QDateTime::currentMSecsSinceEpoch();
            lines += lineFor(entry);
        }
        writeToStderr(lines);
        lock.lock();
    }
}

QByteArray ExchangeLog::timeText(qint64 at)
{
    if (at / 1000 != m_second) {
        m_second = at / 1000;
        m_secondText = QDateTime::fromSecsSinceEpoch(m_second, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ss"_s).toLatin1();
    }
    return m_secondText + '.' + QByteArray::number(1000 + at % 1000).sliced(1) + 'Z';
}

QByteArray ExchangeLog::lineFor(const Entry &entry)
{
    const Exchange &exchange = entry.exchange;
    const QByteArray time = timeText(exchange.at);
    if (m_form == LogForm::Plain) {
        if (!entry.message.isEmpty())
            return time + ' ' + onOneLine(entry.message).toUtf8() + '\n';
        return time + ' ' + plain(exchange.method) + ' ' + plain(exchange.target) + ' '
            + QByteArray::number(exchange.status) + ' '
            + QByteArray::number(double(exchange.microseconds) / 1000, 'f', 1) + " ms " + plain(exchange.id) + '\n';
    }
    if (!entry.message.isEmpty()) {
        return writeJson(Json::object(
                   {member("time", Json::string(time)), member("message", Json::string(onOneLine(entry.message)))}))
            + '\n';
    }
    return writeJson(Json::object({
               member("time", Json::string(time)),
               member("method", Json::string(plain(exchange.method))),
               member("target", Json::string(plain(exchange.target))),
               member("api", Json::string(plain(exchange.api))),
               member("operation", Json::string(plain(exchange.operation))),
               member("status", Json::number(qint64(exchange.status))),
               member("ms", Json::number(double(exchange.microseconds) / 1000)),
               member("requestId", Json::string(plain(exchange.id))),
           }))
        + '\n';
}

} // namespace jackfield
