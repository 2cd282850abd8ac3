// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/flow/flow_editor.h"

#include "app/desktop/flow/flow_sync.h"
#include "app/desktop/widgets/message_bar.h"
#include "app/desktop/widgets/when_done.h"
#include "canvas/view/canvas_view.h"
#include "storage/host/workbench.h"

#include <QThreadPool>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>

namespace jackfield {

namespace {

constexpr double kReadableZoom = 0.75;
constexpr double kStartMargin = 60; // scene units left of the first node
constexpr int kCheckDelayMilliseconds = 40; // long enough to skip the steps of a burst, too short to notice

} // namespace

FlowEditor::FlowEditor(Workbench &workbench, const FlowRecord &record, Graph graph, QWidget *parent)
    : QWidget(parent), m_workbench(workbench), m_summary(record.summary),
      m_document(*workbench.kinds().find(record.summary.kind), record.state, std::move(graph)),
      m_workers(workbench.workers()), m_validator(m_document.kind().rules().validator())
{
    m_messageBar = new MessageBar(this);
    m_canvas = new CanvasView(m_document, workbench.workers(), this);
    m_sync = new FlowSync(workbench, record.summary.id, record.revision, m_document, this);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_messageBar);
    column->addWidget(m_canvas, 1);
    setFocusProxy(m_canvas);
    connect(m_canvas, &CanvasView::arranged, this, [this] {
        if (m_beginningDue || !m_canvas->showsNodes())
            showBeginning();
    });

    connect(m_sync, &FlowSync::editsLost, this, [this](const QString &text) {
        m_messageBar->showMessage(
            MessageBar::Tone::Warning,
            tr("A change of yours no longer fits after a change from outside. It was kept here as text."),
            tr("Copy it"), MessageBar::copying(text));
    });

    m_checkTimer.setSingleShot(true);
    m_checkTimer.setInterval(kCheckDelayMilliseconds);
    connect(&m_checkTimer, &QTimer::timeout, this, &FlowEditor::check);
    connect(&m_document, &Document::changed, this, &FlowEditor::scheduleCheck);
    scheduleCheck();

    connect(&workbench, &Workbench::flowHappened, this, [this](const FlowEvent &event) {
        if (event.flow == flowId())
            readSummary();
    });
}

FlowEditor::~FlowEditor() = default;

void FlowEditor::readSummary()
{
    if (m_reading) {
        m_readAgain = true;
        return;
    }
    m_reading = true;
    const auto answer = m_workbench.call([workspace = m_workbench.workspace(), id = flowId()](FlowService &service) {
        return service.flows().flow(workspace, id);
    });
    whenDone(answer, this, [this](const Result<FlowRecord> &record) {
        m_reading = false;
        if (record) { // else it was deleted: what was known of it stays
            m_summary = record->summary;
            emit summaryChanged();
        }
        if (std::exchange(m_readAgain, false))
            readSummary();
    });
}

void FlowEditor::showBeginning()
{
    m_beginningDue = m_canvas->isArranging();
    if (m_beginningDue)
        return;
    m_canvas->fit();
    const QList<Node> &nodes = m_document.graph().nodes();
    if (m_canvas->viewportState().zoom >= kReadableZoom || nodes.isEmpty())
        return;
    const auto start = std::ranges::find(nodes, true, &Node::start);
    const QRectF first = m_canvas->scene().nodeRect(start == nodes.cend() ? nodes.first().id : start->id);
    const double halfWidth = m_canvas->viewport()->width() / kReadableZoom / 2;
    m_canvas->setViewportState({{first.left() - kStartMargin + halfWidth, first.center().y()}, kReadableZoom});
}

void FlowEditor::show(const Problem &problem)
{
    const Graph &graph = m_document.graph();
    if (const Edge *edge = problem.edge.isEmpty() ? nullptr : graph.edge(problem.edge)) {
        m_canvas->setSelection({.edges = {problem.edge}});
        m_canvas->centreOn(edge->from);
    } else if (graph.node(problem.node)) {
        m_canvas->setSelection({.nodes = {problem.node}});
        m_canvas->centreOn(problem.node);
    }
    m_canvas->setFocus();
}

void FlowEditor::scheduleCheck()
{
    m_checkTimer.start();
}

void FlowEditor::check()
{
    if (m_checking) {
        m_checkAgain = true;
        return;
    }
    m_checking = true;
    const auto answer = QtConcurrent::run(
        &m_workers, [validator = m_validator, state = m_document.state(), graph = m_document.graph()] {
            return validator->check(state, graph);
        });
    whenDone(answer, this, [this](const Problems &problems) {
        m_checking = false;
        if (!std::exchange(m_checked, true) || problems != m_problems) {
            m_problems = problems;
            m_canvas->setProblems(problems);
            emit problemsChanged();
        }
        if (std::exchange(m_checkAgain, false))
            scheduleCheck();
    });
}

} // namespace jackfield
