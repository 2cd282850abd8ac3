// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/service/ledger/group_commit.h"

#include "storage/store/sql/store_file.h"

#include <utility>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

GroupCommit::GroupCommit(StoreFile &file, Hooks hooks, QObject *parent)
    : QObject(parent), m_file(file), m_hooks(std::move(hooks))
{
}

Result<void> GroupCommit::enter()
{
    if (m_failure)
        return *m_failure;
    if (!m_scheduled) {
        m_scheduled = true;
        QMetaObject::invokeMethod(
            this, [this] { static_cast<void>(flush()); }, Qt::QueuedConnection);
    }
    if (m_file.isInTransaction())
        return {};
    if (Result<void> begun = m_file.begin(); !begun) {
        fail(begun.error());
        return begun;
    }
    return {};
}

void GroupCommit::add(QList<FlowEvent> events, std::function<void(const Result<void> &)> finished)
{
    m_members.push_back({.events = std::move(events), .finished = std::move(finished)});
}

void GroupCommit::fail(const Error &error)
{
    if (m_failure)
        return;
    m_failure = error;
    m_file.rollback();
    m_hooks.takenBack();
}

Result<void> GroupCommit::flush()
{
    if (!m_scheduled)
        return {};
    if (!m_failure && m_file.isInTransaction()) {
        if (const Result<void> committed = m_file.commit(); !committed)
            fail(committed.error());
    }
    m_scheduled = false;
    const std::optional<Error> failure = std::exchange(m_failure, std::nullopt);
    const std::vector<Member> members = std::exchange(m_members, {});
    if (!failure) {
        m_hooks.committed();
        if (std::exchange(m_troubled, false))
            m_hooks.troubled({});
        for (const Member &member : members) {
            for (const FlowEvent &event : member.events)
                m_hooks.durable(event);
            if (member.finished)
                member.finished({});
        }
        return {};
    }

    // After a failed write to the disk the connection's idea of the file is not to be trusted.
    if (failure->code != "storage_full"_ba)
        static_cast<void>(m_file.reopen());
    m_troubled = true;
    m_hooks.troubled(failure->message);
    for (const Member &member : members) {
        if (member.finished)
            member.finished(*failure);
    }
    return *failure;
}

} // namespace jackfield
