// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/graph.h"

#include <QObject>
#include <QRunnable>

#include <atomic>
#include <memory>

namespace jackfield {

/// One automatic layout on a pool thread. The pool deletes it; a receiver that is gone by then hears nothing.
class LayoutJob : public QObject, public QRunnable
{
    Q_OBJECT

public:
    LayoutJob(Graph graph, std::shared_ptr<std::atomic_bool> cancelled);

    void run() override;
    /// The same work, here and now.
    static QHash<NodeId, QPointF> compute(const Graph &graph, const std::atomic_bool *cancelled = nullptr);

signals:
    /// Not when cancelled.
    void finished(const QHash<jackfield::NodeId, QPointF> &positions);

private:
    Graph m_graph;
    std::shared_ptr<std::atomic_bool> m_cancelled;
};

} // namespace jackfield
