// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/ids.h"

#include <QBasicTimer>
#include <QHash>
#include <QObject>

namespace jackfield {

/// Which nodes somebody else has just changed, and how strongly each is still marked. Fades in a few short steps.
class RemoteFlash : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void start(const QList<NodeId> &nodes);
    const QHash<NodeId, double> &strengths() const { return m_strengths; } ///< 1 down to 0

signals:
    void stepped(const QList<jackfield::NodeId> &nodes); ///< these look different now

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    QHash<NodeId, double> m_strengths;
    QBasicTimer m_timer;
};

} // namespace jackfield
