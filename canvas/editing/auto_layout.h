// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/editing/layout_job.h"

#include <functional>

class QThreadPool;

namespace jackfield {

class CanvasEditor;

/// Gives nodes without a position a provisional one, whenever there are some, and lays out anew what the user asks for.
/// What is large is computed on `workers`, one layout at a time: a later one takes the place of an earlier one.
class AutoLayout : public QObject
{
    Q_OBJECT

public:
    /// `editor` and `workers` outlive it; what still runs when it goes is cancelled and changes nothing.
    AutoLayout(CanvasEditor &editor, QThreadPool &workers, QObject *parent = nullptr);
    ~AutoLayout() override;

    /// Most nodes wait for the position that a layout gives them.
    bool isArranging() const { return m_arranging; }
    void placeUnplaced();
    void tidyUp(); ///< lays several selected nodes out, else everything; one undo step

signals:
    void arrangingChanged();
    void arranged(); ///< the nodes that waited have their positions

private:
    void start(qsizetype nodes, const LayoutJob::Work &work, const std::function<void(const Positions &)> &apply);
    void cancel();
    void setArranging(bool on);

    CanvasEditor &m_editor;
    QThreadPool &m_workers;
    std::shared_ptr<std::atomic_bool> m_cancelled; ///< of the layout that is being computed
    bool m_arranging = false;
};

} // namespace jackfield
