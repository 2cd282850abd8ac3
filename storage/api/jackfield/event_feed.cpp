// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/jackfield/event_feed.h"

#include "model/json/json_writer.h"
#include "storage/api/answers/api_text.h"

#include <algorithm>
#include <chrono>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Where to go on: the sequence number in Last-Event-ID; nothing when the header is not one.
std::optional<qint64> sequenceIn(QByteArrayView text)
{
    const bool digits = !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    bool fits = false;
    const qint64 sequence = text.toByteArray().toLongLong(&fits);
    return digits && fits ? std::optional(sequence) : std::nullopt;
}

} // namespace

QByteArray eventText(const FlowEvent &event)
{
    const Json data = Json::object({
        member("sequence", Json::number(event.sequence)),
        member("type", Json::string(eventName(event.type))),
        member("flow", Json::string(event.flow.utf8)),
        member("kind", Json::string(event.kind)),
        member("revision", Json::number(event.revision)),
        member("origin", Json::string(event.author)),
        member("label", Json::string(event.label)),
        member("at", milliseconds(event.at)),
    });
    return "id: " + QByteArray::number(event.sequence) + "\nevent: " + eventName(event.type).toByteArray()
        + "\ndata: " + writeJson(data) + "\n\n";
}

EventFeed::EventFeed(FlowService &service) : m_service(service)
{
    connect(&service, &FlowService::happened, this, &EventFeed::tell);
    connect(&m_heartbeat, &QTimer::timeout, this, &EventFeed::beat);
    m_heartbeat.setInterval(std::chrono::seconds(kHeartbeatSeconds));
}

void EventFeed::follow(const ApiCall &call, const ApiReply &reply)
{
    dropGone();
    if (m_followers.size() >= kMaxFollowers) {
        return reply.refuse(ApiError{
            429,
            "too_many_streams"_ba,
            u"At most %1 clients may follow events at a time."_s.arg(kMaxFollowers),
            {},
            {{"Retry-After"_ba, "5"_ba}}});
    }
    qint64 sequence = m_service.events().lastSequence();
    if (call.request.headerCount("last-event-id") > 0) {
        const std::optional<qint64> seen = sequenceIn(call.request.header("last-event-id"));
        if (!seen)
            return reply.refuse(
                ApiError{400, "invalid_last_event_id"_ba, u"Last-Event-ID must be the number of an event."_s});
        sequence = *seen;
    }
    HttpResponse head;
    head.contentType = "text/event-stream"_ba;
    const std::shared_ptr<HttpStream> stream = reply.stream(std::move(head));
    stream->write("retry: 2000\nid: " + QByteArray::number(sequence) + "\n\n");
    while (sequence != m_service.events().lastSequence()) {
        const std::optional<QList<FlowEvent>> missed
            = sequence < m_service.events().lastSequence() ? m_service.events().since(sequence) : std::nullopt;
        if (!missed || missed->isEmpty()) {
            sequence = m_service.events().lastSequence();
            stream->write(
                "id: " + QByteArray::number(sequence)
                + "\nevent: reset\ndata: {\"sequence\":" + QByteArray::number(sequence) + "}\n\n");
            break;
        }
        for (const FlowEvent &event : *missed) {
            if (event.workspace == call.principal.workspace)
                stream->write(eventText(event));
        }
        sequence = missed->last().sequence;
    }
    m_followers.push_back({call.principal.workspace, stream});
    m_heartbeat.start();
}

void EventFeed::tell(const FlowEvent &event)
{
    QByteArray text;
    for (const Follower &follower : m_followers) {
        if (follower.workspace != event.workspace)
            continue;
        if (text.isEmpty())
            text = eventText(event);
        follower.stream->write(text);
    }
}

void EventFeed::beat()
{
    dropGone();
    for (const Follower &follower : m_followers)
        follower.stream->write(": still here\n\n"_ba);
}

void EventFeed::dropGone()
{
    std::erase_if(m_followers, [](const Follower &follower) { return !follower.stream->isOpen(); });
    if (m_followers.empty())
        m_heartbeat.stop();
}

} // namespace jackfield
