// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/editing/placing.h"

#include <QObject>
#include <QRunnable>

#include <functional>
#include <memory>

namespace jackfield {

/// One automatic layout on a pool thread. The pool deletes it; a receiver that is gone by then hears nothing.
/// `Work` is called there, once, and has to end soon when it is told to.
class LayoutJob : public QObject, public QRunnable
{
    Q_OBJECT

public:
    using Work = std::function<Positions(const std::atomic_bool &cancelled)>;
    LayoutJob(Work work, std::shared_ptr<std::atomic_bool> cancelled);

    void run() override;

signals:
    /// Not when cancelled.
    void finished(const jackfield::Positions &positions);

private:
    Work m_work;
    std::shared_ptr<std::atomic_bool> m_cancelled;
};

} // namespace jackfield
