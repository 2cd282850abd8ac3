// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/window/canvas_actions.h"

#include "app/desktop/window/window_actions.h"
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
    {"edit.cut", [](CanvasView &canvas) { canvas.cutSelection(); }},
    {"edit.copy", [](CanvasView &canvas) { canvas.copySelection(); }},
    {"edit.paste", [](CanvasView &canvas) { canvas.paste(); }},
    {"edit.duplicate", [](CanvasView &canvas) { canvas.duplicateSelection(); }},
    {"edit.delete", [](CanvasView &canvas) { canvas.removeSelection(); }},
    {"edit.deleteAndReconnect", [](CanvasView &canvas) { canvas.removeAndReconnect(); }},
    {"edit.selectUpstream", [](CanvasView &canvas) { canvas.selectReachable(CanvasView::Reach::Upstream); }},
    {"edit.selectDownstream", [](CanvasView &canvas) { canvas.selectReachable(CanvasView::Reach::Downstream); }},
    {"edit.selectConnected", [](CanvasView &canvas) { canvas.selectReachable(CanvasView::Reach::Both); }},
    {"edit.selectAll", [](CanvasView &canvas) { canvas.selectAll(); }},
    {"edit.selectNone", [](CanvasView &canvas) { canvas.setSelection({}); }},
    {"view.zoomIn", [](CanvasView &canvas) { canvas.zoomBy(1.25, canvas.viewport()->rect().center()); }},
    {"view.zoomOut", [](CanvasView &canvas) { canvas.zoomBy(0.8, canvas.viewport()->rect().center()); }},
    {"view.zoom100", [](CanvasView &canvas) { canvas.resetZoom(); }},
    {"view.fit", [](CanvasView &canvas) { canvas.fit(); }},
    {"view.fitSelection", [](CanvasView &canvas) { canvas.fitSelection(); }},
    {"arrange.tidy", [](CanvasView &canvas) { canvas.tidyUp(); }},
    {"arrange.left", [](CanvasView &canvas) { canvas.align(Alignment::Left); }},
    {"arrange.centre", [](CanvasView &canvas) { canvas.align(Alignment::HorizontalCentre); }},
    {"arrange.right", [](CanvasView &canvas) { canvas.align(Alignment::Right); }},
    {"arrange.top", [](CanvasView &canvas) { canvas.align(Alignment::Top); }},
    {"arrange.middle", [](CanvasView &canvas) { canvas.align(Alignment::VerticalCentre); }},
    {"arrange.bottom", [](CanvasView &canvas) { canvas.align(Alignment::Bottom); }},
    {"arrange.distributeAcross", [](CanvasView &canvas) { canvas.distribute(Qt::Horizontal); }},
    {"arrange.distributeDown", [](CanvasView &canvas) { canvas.distribute(Qt::Vertical); }},
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
