// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/call/api_call.h"
#include "storage/service/flow_service.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace jackfield {

/// Tells clients that stay connected what happens in their workspace, as server-sent events.
/// Events name what changed, never its content: whoever may read that asks for it.
class EventFeed : public QObject
{
    Q_OBJECT

public:
    static constexpr int kHeartbeatSeconds = 15;
    static constexpr size_t kMaxFollowers = 64;

    /// `service` outlives the feed.
    explicit EventFeed(FlowService &service);

    void follow(const ApiCall &call, const ApiReply &reply);

private:
    struct Follower
    {
        WorkspaceId workspace;
        std::shared_ptr<HttpStream> stream;
    };

    void tell(const FlowEvent &event);
    void beat();
    void dropGone();

    FlowService &m_service;
    std::vector<Follower> m_followers;
    QTimer m_heartbeat;
};

/// One event as the feed spells it.
QByteArray eventText(const FlowEvent &event);

} // namespace jackfield
