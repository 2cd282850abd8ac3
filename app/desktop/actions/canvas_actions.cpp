// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/actions/canvas_actions.h"

#include "app/desktop/actions/window_actions.h"
#include "canvas/editing/arrange.h"
#include "canvas/editing/canvas_editor.h"
#include "canvas/editing/clipboard.h"
#include "canvas/editing/node_commands.h"
#include "canvas/editing/reach.h"
#include "canvas/view/canvas_view.h"

#include <QAction>

namespace jackfield {

namespace {

struct CanvasAction
{
    const char *id;
    void (*run)(CanvasView &);
};

constexpr CanvasAction kCanvasActions[] = {
    {"edit.cut", [](CanvasView &canvas) { cutSelection(canvas.editor()); }},
    {"edit.copy", [](CanvasView &canvas) { copySelection(canvas.editor()); }},
    {"edit.paste", [](CanvasView &canvas) { paste(canvas.editor(), canvas.placeForNew()); }},
    {"edit.duplicate", [](CanvasView &canvas) { duplicateSelection(canvas.editor()); }},
    {"edit.delete", [](CanvasView &canvas) { removeSelection(canvas.editor()); }},
    {"edit.deleteAndReconnect", [](CanvasView &canvas) { removeAndReconnect(canvas.editor()); }},
    {"edit.selectUpstream", [](CanvasView &canvas) { selectReachable(canvas.editor(), Reach::Upstream); }},
    {"edit.selectDownstream", [](CanvasView &canvas) { selectReachable(canvas.editor(), Reach::Downstream); }},
    {"edit.selectConnected", [](CanvasView &canvas) { selectReachable(canvas.editor(), Reach::Both); }},
    {"edit.selectAll", [](CanvasView &canvas) { canvas.editor().selectAll(); }},
    {"edit.selectNone", [](CanvasView &canvas) { canvas.setSelection({}); }},
    {"view.zoomIn", [](CanvasView &canvas) { canvas.zoomBy(1.25, canvas.viewport()->rect().center()); }},
    {"view.zoomOut", [](CanvasView &canvas) { canvas.zoomBy(0.8, canvas.viewport()->rect().center()); }},
    {"view.zoom100", [](CanvasView &canvas) { canvas.resetZoom(); }},
    {"view.fit", [](CanvasView &canvas) { canvas.fit(); }},
    {"view.fitSelection", [](CanvasView &canvas) { canvas.fitSelection(); }},
    {"arrange.tidy", [](CanvasView &canvas) { canvas.tidyUp(); }},
    {"arrange.left", [](CanvasView &canvas) { align(canvas.editor(), Alignment::Left); }},
    {"arrange.centre", [](CanvasView &canvas) { align(canvas.editor(), Alignment::HorizontalCentre); }},
    {"arrange.right", [](CanvasView &canvas) { align(canvas.editor(), Alignment::Right); }},
    {"arrange.top", [](CanvasView &canvas) { align(canvas.editor(), Alignment::Top); }},
    {"arrange.middle", [](CanvasView &canvas) { align(canvas.editor(), Alignment::VerticalCentre); }},
    {"arrange.bottom", [](CanvasView &canvas) { align(canvas.editor(), Alignment::Bottom); }},
    {"arrange.distributeAcross", [](CanvasView &canvas) { distribute(canvas.editor(), Qt::Horizontal); }},
    {"arrange.distributeDown", [](CanvasView &canvas) { distribute(canvas.editor(), Qt::Vertical); }},
};

} // namespace

void connectCanvasActions(const WindowActions &actions, QObject *context, const std::function<CanvasView *()> &canvas)
{
    for (const CanvasAction &action : kCanvasActions) {
        QObject::connect(actions[action.id], &QAction::triggered, context, [run = action.run, canvas] {
            if (CanvasView *front = canvas())
                run(*front);
        });
    }
}

} // namespace jackfield
