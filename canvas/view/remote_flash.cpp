// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/view/remote_flash.h"

namespace jackfield {

namespace {

constexpr int kStepMs = 120;
constexpr double kStep = 0.2;
constexpr qsizetype kMostNodes = 300; // when more than that changes, marks would say nothing

} // namespace

void RemoteFlash::start(const QList<NodeId> &nodes)
{
    if (nodes.isEmpty() || nodes.size() > kMostNodes)
        return;
    for (const NodeId &node : nodes)
        m_strengths.insert(node, 1);
    m_timer.start(kStepMs, this);
    emit stepped(nodes);
}

void RemoteFlash::timerEvent(QTimerEvent *)
{
    const QList<NodeId> nodes = m_strengths.keys();
    m_strengths.removeIf([](QHash<NodeId, double>::iterator it) {
        *it -= kStep;
        return *it < kStep / 2;
    });
    if (m_strengths.isEmpty())
        m_timer.stop();
    emit stepped(nodes);
}

} // namespace jackfield
