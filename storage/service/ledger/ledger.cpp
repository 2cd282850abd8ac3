// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/service/ledger/ledger.h"

#include <utility>

namespace jackfield {

namespace {

/// Text of the flows kept in memory; as values they take a few times that.
constexpr qint64 kCacheBytes = 12 * 1024 * 1024;
constexpr int kQuietMilliseconds = 1000;

} // namespace

Ledger::Ledger(std::unique_ptr<FlowStore> store, QObject *parent)
    : QObject(parent), m_store(std::move(store)),
      m_group(new GroupCommit(
          m_store->file(),
          {.durable =
               [this](const FlowEvent &event) {
                   m_durableSequence = std::max(m_durableSequence, event.sequence);
                   emit happened(event);
               },
           .committed = [this] { m_touched.clear(); },
           .takenBack = [this] { takeBack(); },
           .troubled = [this](const QString &message) { emit troubled(message); }},
          this)),
      m_quiet(new QTimer(this)), m_cache(kCacheBytes)
{
    m_quiet->setSingleShot(true);
    m_quiet->setInterval(kQuietMilliseconds);
    connect(m_quiet, &QTimer::timeout, this, &Ledger::settle);
    m_durableSequence = m_sequence = m_store->journal().lastSequence();
}

Result<Ledger::Flow> Ledger::load(const WorkspaceId &workspace, const FlowId &id)
{
    if (Flow cached = m_cache.find(id); cached && cached->record.workspace == workspace)
        return cached;
    Result<StoredFlow> stored = m_store->flows().flow(workspace, id);
    if (!stored)
        return stored.error();
    return keep(*std::move(stored));
}

void Ledger::whenDurable(Completion<void> done)
{
    if (!m_group->isUnderWay()) {
        done({});
        return;
    }
    m_group->add({}, [done = std::move(done)](const Result<void> &durable) { done(durable); });
}

void Ledger::answeringEarly(const std::function<void()> &work)
{
    ++m_early;
    work();
    --m_early;
}

Result<void> Ledger::flush()
{
    if (!m_unsettled.isEmpty())
        settle();
    return m_group->flush();
}

void Ledger::takeBack()
{
    for (const FlowId &id : std::exchange(m_touched, {}))
        m_cache.drop(id);
    m_sequence = m_durableSequence;
    ++m_changeCount;
    emit takenBack();
}

} // namespace jackfield
