// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
// bench_canvas [--nodes N] [--rounds N]: what the canvas costs, from the input event to the painted frame. 1280x800,
// raster.
#include "canvas/editing/canvas_editor.h"
#include "canvas/view/canvas_view.h"
#include "model/document/document.h"
#include "model/json/json_reader.h"
#include "model/kinds/kind_registry.h"
#include "tests/bench/support/canvas_workload.h"
#include "tests/bench/support/timing.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QMouseEvent>
#include <QThreadPool>
#include <QWheelEvent>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace jackfield;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kFrames = 40;

double cpuMs()
{
    return 1000.0 * double(std::clock()) / CLOCKS_PER_SEC;
}

/// Wall and processor time of one operation, frame by frame.
class Series
{
public:
    template <typename Body> void add(Body body)
    {
        const double cpu = cpuMs();
        QElapsedTimer timer;
        timer.start();
        body();
        m_wall.push_back(double(timer.nsecsElapsed()) / 1e6);
        m_cpu.push_back(cpuMs() - cpu);
    }

    void print(int nodes, const char *operation)
    {
        std::ranges::sort(m_wall);
        std::ranges::sort(m_cpu);
        std::printf(
            R"({"bench":"canvas","nodes":%d,"op":"%s","median_ms":%.2f,"p95_ms":%.2f,)"
            R"("cpu_median_ms":%.2f,"cpu_p95_ms":%.2f})"
            "\n",
            nodes, operation, at(m_wall, 0.5), at(m_wall, 0.95), at(m_cpu, 0.5), at(m_cpu, 0.95));
        std::fflush(stdout);
    }

private:
    static double at(const std::vector<double> &sorted, double share)
    {
        return sorted[std::min(sorted.size() - 1, size_t(share * double(sorted.size())))];
    }

    std::vector<double> m_wall;
    std::vector<double> m_cpu;
};

double residentMib()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n'))
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').at(1).toDouble() / 1024;
    return 0;
}

struct Opened
{
    std::unique_ptr<Document> document;
    std::unique_ptr<QThreadPool> workers;
    std::unique_ptr<CanvasView> view;

    QWidget *viewport() const { return view->viewport(); }
    /// Paints what the last event made stale, as the next turn of the event loop would.
    void paint() const
    {
        QEvent request(QEvent::UpdateRequest);
        QApplication::sendEvent(view->window(), &request);
    }
};

Opened openFlow(const Kind &kind, const QByteArray &file)
{
    Result<Json> content = parseJson(file, JsonLimits::forFiles());
    if (!content)
        qFatal("%s", qPrintable(content.error().message));
    FlowState state;
    state.content = std::move(*content);
    Opened opened;
    opened.document = std::make_unique<Document>(kind, std::move(state));
    opened.workers = std::make_unique<QThreadPool>();
    opened.view = std::make_unique<CanvasView>(*opened.document, *opened.workers);
    opened.view->resize(1280, 800);
    opened.view->show();
    QApplication::processEvents(); // the window system says that the window can be seen: the first frame
    return opened;
}

void wheel(const Opened &opened, QPoint pixels, QPoint notches, Qt::KeyboardModifiers modifiers)
{
    const QPointF at(640, 400);
    QWheelEvent event(
        at, opened.viewport()->mapToGlobal(at), pixels, notches, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QApplication::sendEvent(opened.viewport(), &event);
}

void mouse(const Opened &opened, QEvent::Type type, QPointF at, Qt::MouseButton button, Qt::MouseButtons buttons)
{
    QMouseEvent event(type, at, opened.viewport()->mapToGlobal(at), button, buttons, Qt::NoModifier);
    QApplication::sendEvent(opened.viewport(), &event);
}

void pan(const Opened &opened, int nodes, const char *operation)
{
    opened.viewport()->repaint();
    Series series;
    for (int i = 0; i < kFrames; ++i) {
        series.add([&] {
            wheel(opened, {4, 2}, {}, Qt::NoModifier);
            opened.paint();
        });
    }
    series.print(nodes, operation);
}

void zoom(const Opened &opened, int nodes)
{
    Series series;
    for (int i = 0; i < kFrames; ++i) {
        series.add([&] {
            wheel(opened, {}, {0, i < kFrames / 2 ? 120 : -120}, Qt::ControlModifier);
            opened.paint();
        });
    }
    series.print(nodes, "zoom");
}

/// Drags from the middle of a node that is in sight, and puts everything back where it was.
void drag(const Opened &opened, const NodeId &node, int nodes, const char *operation)
{
    const CanvasView &view = *opened.view;
    QPointF at = view.toView(view.scene().nodeRect(node).center());
    opened.viewport()->repaint();
    mouse(opened, QEvent::MouseMove, at, Qt::NoButton, Qt::NoButton);
    mouse(opened, QEvent::MouseButtonPress, at, Qt::LeftButton, Qt::LeftButton);
    for (int i = 0; i < 4; ++i) { // past the distance at which a press becomes a drag
        at += QPointF(4, 2);
        mouse(opened, QEvent::MouseMove, at, Qt::NoButton, Qt::LeftButton);
    }
    opened.paint();
    Series series;
    for (int i = 0; i < kFrames; ++i) {
        at += QPointF(4, 2);
        series.add([&] {
            mouse(opened, QEvent::MouseMove, at, Qt::NoButton, Qt::LeftButton);
            opened.paint();
        });
    }
    if (!view.scene().hasGhost())
        std::fprintf(stderr, "%s: nothing was dragged\n", operation);
    series.print(nodes, operation);
    mouse(opened, QEvent::MouseButtonRelease, at, Qt::LeftButton, Qt::NoButton);
    opened.document->undoStack()->undo();
    opened.viewport()->repaint();
}

void selectAndDelete(const Opened &opened, int nodes, int rounds)
{
    CanvasView &view = *opened.view;
    Series select;
    for (int i = 0; i < rounds; ++i) {
        view.setSelection({});
        opened.viewport()->repaint();
        select.add([&] {
            view.editor().selectAll();
            opened.paint();
        });
    }
    select.print(nodes, "select_all");
    drag(opened, opened.document->graph().nodes().at(nodes / 2).id, nodes, "drag_all");

    Series remove, undo;
    for (int i = 0; i < rounds; ++i) {
        view.editor().selectAll();
        opened.paint();
        remove.add([&] {
            QList<NodeId> all;
            for (const Node &node : opened.document->graph().nodes())
                all.append(node.id);
            const auto done = opened.document->apply(GraphEdits{RemoveNodes{all}}, u"Delete"_s);
            if (!done)
                qFatal("%s", qPrintable(done.error().message));
            opened.paint();
        });
        undo.add([&] {
            opened.document->undoStack()->undo();
            opened.paint();
        });
    }
    remove.print(nodes, "delete_all");
    undo.print(nodes, "undo");
}

void edit(const Opened &opened, int nodes, int rounds)
{
    const Node node = opened.document->graph().nodes().at(nodes / 2);
    opened.view->centreOn(node.id);
    opened.viewport()->repaint();
    Series series;
    for (int i = 0; i < rounds; ++i) {
        const QPointF place = *node.position + QPointF(8 * (i + 1), 0);
        series.add([&] {
            const auto done
                = opened.document->apply(GraphEdits{MoveNodes{{{.node = node.id, .position = place}}}}, u"Move"_s);
            if (!done)
                qFatal("%s", qPrintable(done.error().message));
            opened.view->setProblems(
                opened.document->kind().rules().check(opened.document->state(), opened.document->graph()));
            opened.paint();
        });
    }
    series.print(nodes, "edit");
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const int nodes = int(bench::optionValue(argc, argv, "--nodes", 10'000));
    const int rounds = int(bench::optionValue(argc, argv, "--rounds", 5));
    const KindRegistry kinds;
    const Kind *kind = kinds.find("chatbot");
    if (!kind)
        qFatal("the kind of the workload is not built in");
    const QByteArray file = bench::chatbotFile(nodes);

    Series open;
    Opened opened;
    for (int i = 0; i < rounds; ++i) {
        opened = {};
        open.add([&] { opened = openFlow(*kind, file); });
    }
    open.print(nodes, "open");
    std::printf(
        R"({"bench":"canvas","nodes":%d,"op":"rss_mib","value":%.1f})"
        "\n",
        nodes, residentMib());

    pan(opened, nodes, "pan_fit");
    zoom(opened, nodes);
    opened.view->fit();
    selectAndDelete(opened, nodes, rounds);
    opened.view->setSelection({});
    const NodeId middle = opened.document->graph().nodes().at(nodes / 2).id;
    opened.view->resetZoom();
    opened.view->centreOn(middle);
    pan(opened, nodes, "pan_100");
    opened.view->centreOn(middle);
    drag(opened, middle, nodes, "drag_one");
    edit(opened, nodes, rounds * 4);
    return 0;
}
