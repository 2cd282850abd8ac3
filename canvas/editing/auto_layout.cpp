// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/editing/auto_layout.h"

#include "canvas/editing/arrange.h"
#include "canvas/editing/canvas_editor.h"
#include "model/document/document.h"

#include <QThreadPool>

namespace jackfield {

namespace {

constexpr qsizetype kSmallGraph = 200; // laid out at once; larger ones on a worker

} // namespace

AutoLayout::AutoLayout(CanvasEditor &editor, QThreadPool &workers, QObject *parent)
    : QObject(parent), m_editor(editor), m_workers(workers)
{
    // Provisional positions are a change of their own, which a slot of changed() may not make.
    connect(&editor.document(), &Document::changed, this, &AutoLayout::placeUnplaced, Qt::QueuedConnection);
}

AutoLayout::~AutoLayout()
{
    if (m_cancelled)
        *m_cancelled = true;
}

void AutoLayout::cancel()
{
    if (m_cancelled)
        *m_cancelled = true;
    m_cancelled.reset();
    setArranging(false);
}

void AutoLayout::setArranging(bool on)
{
    if (m_arranging == on)
        return;
    m_arranging = on;
    emit arrangingChanged();
}

void AutoLayout::start(
    qsizetype nodes, const LayoutJob::Work &work, const std::function<void(const Positions &)> &apply)
{
    cancel();
    if (nodes <= kSmallGraph) {
        apply(work(false));
        return;
    }
    m_cancelled = std::make_shared<std::atomic_bool>(false);
    auto *job = new LayoutJob(work, m_cancelled);
    connect(job, &LayoutJob::finished, this, [apply, cancelled = m_cancelled](const Positions &positions) {
        if (!*cancelled)
            apply(positions);
    });
    m_workers.start(job);
}

void AutoLayout::placeUnplaced()
{
    const Graph &shown = m_editor.graph();
    QSet<NodeId> unplaced;
    for (const Node &node : shown.nodes()) {
        if (!node.position)
            unplaced.insert(node.id);
    }
    if (unplaced.isEmpty()) {
        if (m_arranging)
            cancel();
        return;
    }
    const bool most = 2 * unplaced.size() >= shown.nodes().size();
    const auto work = [shown, unplaced, most](const std::atomic_bool &cancelled) {
        return most ? placedAround(shown, cancelled) : placedBeside(shown, unplaced, cancelled);
    };
    start(most ? shown.nodes().size() : unplaced.size(), work, [this](const Positions &added) {
        m_editor.addProvisionalPositions(added);
        if (m_arranging) {
            setArranging(false);
            emit arranged();
        }
    });
    setArranging(most && m_cancelled);
}

void AutoLayout::tidyUp()
{
    const QSet<NodeId> &selected = m_editor.selection().nodes;
    const bool some = selected.size() > 1;
    const Graph part = some ? partOf(m_editor.graph(), selected) : m_editor.graph();
    const QPointF corner = boundsOf(some ? m_editor.selectedBoxes() : QList<NodeBox>()).topLeft();
    const auto work = [part](const std::atomic_bool &cancelled) { return laidOut(part, cancelled); };
    start(part.nodes().size(), work, [this, part, corner, some](Positions positions) {
        if (some)
            shift(positions, m_editor.snapped(corner - extentOf(part, positions).topLeft()));
        QList<MoveNodes::Place> moves;
        for (const Node &node : m_editor.graph().nodes()) { // some may be gone by now
            if (const auto found = positions.constFind(node.id); found != positions.cend() && node.position != *found)
                moves.append({node.id, *found});
        }
        if (moves.isEmpty()) {
            m_editor.showMessage(CanvasEditor::tr("Everything is tidy already."));
            return;
        }
        const int count = int(part.nodes().size());
        moveNodes(
            m_editor, moves, some ? CanvasEditor::tr("Tidy up %n nodes", nullptr, count) : CanvasEditor::tr("Tidy up"));
    });
}

} // namespace jackfield
