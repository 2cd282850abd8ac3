// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/view/layout_job.h"

#include "canvas/scene/scene.h"
#include "model/layout/layered_layout.h"

namespace jackfield {

LayoutJob::LayoutJob(Graph graph, std::shared_ptr<std::atomic_bool> cancelled) :
    m_graph(std::move(graph)),
    m_cancelled(std::move(cancelled))
{
}

QHash<NodeId, QPointF> LayoutJob::compute(const Graph &graph, const std::atomic_bool *cancelled)
{
    LayoutOptions options;
    options.size = &Scene::nodeSize;
    options.cancelled = cancelled;
    return layeredLayout(graph, options);
}

void LayoutJob::run()
{
    const QHash<NodeId, QPointF> positions = compute(m_graph, m_cancelled.get());
    if (!*m_cancelled)
        emit finished(positions);
}

} // namespace jackfield
