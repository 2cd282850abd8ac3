// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/service/flow_service.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

FlowService::FlowService(const KindRegistry &kinds, std::unique_ptr<FlowStore> store, QObject *parent)
    : QObject(parent), m_kinds(kinds), m_ledger(std::move(store)), m_pages(m_ledger.store().lists()),
      m_workspaces(m_ledger), m_flows(m_ledger, m_pages, kinds, m_workspaces), m_life(m_ledger, m_pages, kinds),
      m_shelves(m_ledger, m_workspaces), m_keys(m_ledger, m_workspaces), m_answers(m_ledger), m_events(m_ledger)
{
    connect(&m_ledger, &Ledger::takenBack, this, [this] { m_pages.forgetAll(); });
    // After those of the families: who hears of an event can ask all of them about it.
    connect(&m_ledger, &Ledger::happened, this, &FlowService::happened);
    connect(&m_ledger, &Ledger::troubled, this, &FlowService::storageTroubled);
}

FlowService::~FlowService()
{
    static_cast<void>(flush());
}

QByteArray FlowService::newId()
{
    return m_ledger.store().newUlid();
}

QByteArray FlowService::newHexId()
{
    return m_ledger.store().newHexId();
}

Timestamp FlowService::now()
{
    return m_ledger.store().now();
}

quint64 FlowService::changeCount() const
{
    return m_ledger.changeCount();
}

Result<QString> FlowService::backUp()
{
    // A copy holds what is durable: a running transaction ends first.
    if (const Result<void> ended = m_ledger.endTransaction(); !ended)
        return ended.error();
    return m_ledger.store().file().backUp(u"by-hand"_s);
}

Result<void> FlowService::flush()
{
    return m_ledger.flush();
}

} // namespace jackfield
