// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/records/flow_record.h"

#include <QObject>

#include <functional>
#include <optional>
#include <vector>

namespace jackfield {

class StoreFile;

/// Collects the writes of one turn of the event loop into one transaction, and tells each of them what became of it.
///
/// enter() opens the transaction and posts the end of it: what other sockets and threads ask for in the same turn comes
/// in before that. A failure takes back everything at once; whatever comes in the same turn is refused with it, and the
/// next turn tries anew.
class GroupCommit : public QObject
{
    Q_OBJECT

public:
    struct Hooks
    {
        std::function<void(const FlowEvent &)> durable; ///< for each event, in order, before its member is finished
        std::function<void()> committed; ///< before the events
        std::function<void()> takenBack; ///< what memory holds of the transaction is to be dropped
        std::function<void(const QString &)> troubled; ///< as FlowService::storageTroubled
    };
    GroupCommit(StoreFile &file, Hooks hooks, QObject *parent);

    /// Call before the first statement of a write.
    Result<void> enter();
    /// One write is in the transaction. `finished` is called when that has ended.
    void add(QList<FlowEvent> events, std::function<void(const Result<void> &)> finished);
    /// A statement failed: takes the transaction back.
    void fail(const Error &error);
    /// Ends the transaction now.
    Result<void> flush();
    bool isUnderWay() const { return m_scheduled; }

private:
    struct Member
    {
        QList<FlowEvent> events;
        std::function<void(const Result<void> &)> finished;
    };

    StoreFile &m_file;
    Hooks m_hooks;
    std::vector<Member> m_members;
    std::optional<Error> m_failure;
    bool m_scheduled = false;
    bool m_troubled = false;
};

} // namespace jackfield
