// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/scene/marks.h"

#include <QBasicTimer>
#include <QObject>

namespace jackfield {

/// Which nodes somebody else has just changed, and how strongly each is still marked. Fades in a few short steps.
class RemoteFlash : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void start(const QList<NodeId> &nodes);

signals:
    void stepped(const jackfield::Marks &marks); ///< how it looks now; nothing in the end

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    Marks m_marks; ///< strengths 1 down to 0
    QBasicTimer m_timer;
};

} // namespace jackfield
