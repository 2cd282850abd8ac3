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
    for (const NodeId &node : nodes) {
        m_marks.nodes.insert(node);
        m_marks.strengths.insert(node, 1);
    }
    m_timer.start(kStepMs, this);
    emit stepped(m_marks);
}

void RemoteFlash::timerEvent(QTimerEvent *)
{
    m_marks.strengths.removeIf([this](QHash<NodeId, double>::iterator it) {
        *it -= kStep;
        const bool isOver = *it < kStep / 2;
        if (isOver)
            m_marks.nodes.remove(it.key());
        return isOver;
    });
    if (m_marks.nodes.isEmpty())
        m_timer.stop();
    emit stepped(m_marks);
}

} // namespace jackfield
