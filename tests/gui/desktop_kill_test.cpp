// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

// Kills a window with SIGKILL while a flow is dragged about in it: every drag that the status bar called saved is there
// after. The same program is the victim: with "--victim DATA FLOW" it opens a window and drags, telling each place that
// was saved.

#include "app/desktop/flow/flow_editor.h"
#include "app/desktop/flow/flow_sync.h"
#include "app/desktop/window/main_window.h"
#include "canvas/view/canvas_view.h"
#include "tests/support/service/temporary_workbench.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

#include <cstdio>

namespace jackfield::desktop_kill_test {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kStep = 8; // the grid
constexpr int kMostRestartMilliseconds = 2000;
const NodeId kDragged("n1");

std::unique_ptr<Workbench> openFolder(const QString &folder)
{
    Result<std::unique_ptr<Workbench>> opened
        = Workbench::open({.dataFolder = folder, .listenAddress = u"127.0.0.1"_s, .port = 0, .api = false});
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message));
    return std::move(*opened);
}

double placeOf(const FlowRecord &record)
{
    return record.state.sidecar["positions"][kDragged.utf8]["x"].toDouble();
}

Result<FlowRecord> readFlow(Workbench &workbench, const FlowId &id)
{
    auto future = workbench.call(
        [workspace = workbench.workspace(), id](FlowService &service) { return service.flows().flow(workspace, id); });
    future.waitForFinished();
    return future.result();
}

void drag(CanvasView &canvas)
{
    canvas.centreOn(kDragged);
    const QPoint from = canvas.toView(canvas.scene().nodeRect(kDragged).center()).toPoint();
    QTest::mousePress(canvas.viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(canvas.viewport(), from + QPoint(30, 0));
    QTest::mouseMove(canvas.viewport(), from + QPoint(kStep, 0));
    QTest::mouseRelease(canvas.viewport(), Qt::LeftButton, {}, from + QPoint(kStep, 0));
}

[[noreturn]] void beVictim(const QString &folder, const FlowId &flow)
{
    const std::unique_ptr<Workbench> workbench = openFolder(folder);
    MainWindow window(*workbench, QPalette());
    window.resize(1440, 900);
    window.show();
    window.openFlow(flow);
    if (!QTest::qWaitFor([&] { return window.currentEditor() != nullptr; }, 10'000))
        qFatal("the flow did not open");
    FlowEditor &editor = *window.currentEditor();
    editor.canvas().resetZoom();
    for (;;) {
        drag(editor.canvas());
        if (!QTest::qWaitFor([&] { return editor.sync().state() == FlowSync::State::Saved; }, 10'000))
            qFatal("a drag was not saved");
        std::printf("%d\n", qRound(editor.document().graph().node(kDragged)->position->x()));
        std::fflush(stdout);
    }
}

} // namespace

class DesktopKillTest : public QObject
{
    Q_OBJECT

private slots:
    void savedDragsSurviveAKill();
};

void DesktopKillTest::savedDragsSurviveAKill()
{
    const int rounds = qMax(5, qEnvironmentVariableIntValue("JACKFIELD_KILLS"));
    QTemporaryDir folder;
    const QString data = folder.filePath(u"data"_s);
    FlowId flow;
    {
        const std::unique_ptr<Workbench> workbench = openFolder(data);
        auto made = workbench->write<FlowRecord>([](FlowService &service, Completion<FlowRecord> done) {
            NewFlow chain;
            chain.kind = "chatbot";
            chain.name = u"Dragged"_s;
            chain.state.content = TemporaryWorkbench::chain(3);
            service.flows().create(std::move(chain), std::move(done));
        });
        made.waitForFinished();
        VERIFY_OK(made.result());
        flow = made.result()->summary.id;
    }

    QRandomGenerator random(7);
    int drags = 0;
    qint64 slowest = 0;
    for (int round = 0; round < rounds; ++round) {
        QProcess victim;
        victim.start(
            QCoreApplication::applicationFilePath(), {u"desktop_kill_test"_s, u"--victim"_s, data, flow.toString()});
        QVERIFY(
            QTest::qWaitFor([&] { return victim.canReadLine() || victim.state() == QProcess::NotRunning; }, 30'000));
        QTest::qWait(random.bounded(5, 400));
        victim.kill();
        QVERIFY(victim.waitForFinished());
        const QByteArrayList told = victim.readAllStandardOutput().trimmed().split('\n');
        QVERIFY2(!told.last().isEmpty(), victim.readAllStandardError().constData());
        drags += int(told.size());

        QElapsedTimer clock;
        clock.start();
        const std::unique_ptr<Workbench> workbench = openFolder(data);
        slowest = qMax(slowest, clock.elapsed());
        const Result<FlowRecord> stored = readFlow(*workbench, flow);
        VERIFY_OK(stored);
        // The drag under way at the kill may be there, too; one more is all there can be.
        const double place = placeOf(*stored);
        const double last = told.last().toDouble();
        QVERIFY2(
            place == last || place == last + kStep,
            qPrintable(u"round %1: told %2, stored %3"_s.arg(round).arg(last).arg(place)));
    }
    QVERIFY2(slowest < kMostRestartMilliseconds, qPrintable(QString::number(slowest)));
    qInfo("%d kills, %d saved drags, none lost; slowest start %lld ms", rounds, drags, static_cast<long long>(slowest));
}

namespace {

int run(int argc, char **argv)
{
    if (argc == 4 && argv[1] == "--victim"_ba)
        beVictim(QString::fromLocal8Bit(argv[2]), FlowId(argv[3]));
    DesktopKillTest test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace

JACKFIELD_TEST_RUN(run)

} // namespace jackfield::desktop_kill_test

#include "desktop_kill_test.moc"
