// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/editing/auto_layout.h"

#include "canvas/scene/node_geometry.h"
#include "tests/support/test_program.h"
#include "tests/unit/canvas/canvas_fixtures.h"
#include "tests/unit/canvas/editor_fixture.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

namespace jackfield::auto_layout_test {

using namespace fixtures;

namespace {

/// Held back until let() is called.
class OneWorker
{
public:
    OneWorker()
    {
        pool.setMaxThreadCount(1);
        pool.start([this] { m_held.acquire(); });
    }
    ~OneWorker() { let(); }
    OneWorker(const OneWorker &) = delete;
    OneWorker &operator=(const OneWorker &) = delete;

    void let()
    {
        m_held.release();
        pool.waitForDone();
    }

    QThreadPool pool;

private:
    QSemaphore m_held;
};

Node unplaced(const QByteArray &id)
{
    Node each = node(id, {});
    each.position.reset();
    return each;
}

} // namespace

class AutoLayoutTest : public QObject
{
    Q_OBJECT

private slots:
    void smallFlowIsPlacedAtOnce()
    {
        EditorFixture f(fakeChain(5, false));
        const QByteArray before = f.json();
        QThreadPool workers;
        AutoLayout layout(f.editor, workers);
        layout.placeUnplaced();
        QVERIFY(f.corner("start").x() < f.corner("step1").x());
        QVERIFY(!layout.isArranging());
        QCOMPARE(f.json(), before);
        QCOMPARE(f.steps(), 0);
    }

    void largeFlowIsPlacedByAWorker()
    {
        EditorFixture f(fakeChain(300, false));
        OneWorker worker;
        AutoLayout layout(f.editor, worker.pool);
        QSignalSpy arranged(&layout, &AutoLayout::arranged);
        QSignalSpy changes(&layout, &AutoLayout::arrangingChanged);
        layout.placeUnplaced();
        QVERIFY(layout.isArranging());
        QVERIFY(!f.document.graph().nodes().constFirst().position);
        worker.let();
        QVERIFY(arranged.size() == 1 || arranged.wait());
        QVERIFY(!layout.isArranging());
        QCOMPARE(changes.size(), 2);
        QVERIFY(f.corner("step299").x() < f.corner("step300").x());
    }

    void placesThatComeMeanwhileEndTheWait()
    {
        EditorFixture f(fakeChain(300, false));
        OneWorker worker;
        AutoLayout layout(f.editor, worker.pool);
        layout.placeUnplaced();
        f.document.reload(fakeChain(3));
        QTRY_VERIFY(!layout.isArranging());
        worker.let();
        QCoreApplication::processEvents();
        QCOMPARE(f.corner("step1"), QPointF(304, 0));
        QVERIFY(f.document.provisionalPositions().isEmpty());
    }

    void layoutMayGoWhileItsJobWaits()
    {
        EditorFixture f(fakeChain(300, false));
        OneWorker worker;
        {
            AutoLayout layout(f.editor, worker.pool);
            layout.tidyUp();
        }
        worker.let();
        QCoreApplication::processEvents();
        QCOMPARE(f.steps(), 0);
    }

    void tidyUpIsOneStepAndSaysWhenThereIsNothingToDo()
    {
        EditorFixture f;
        QThreadPool workers;
        AutoLayout layout(f.editor, workers);
        layout.tidyUp();
        const int steps = f.steps();
        QVERIFY(steps <= 1);
        layout.tidyUp();
        QCOMPARE(f.steps(), steps);
        QCOMPARE(f.messages.constLast(), u"Everything is tidy already."_s);
    }

    void tidyUpOfSomeKeepsTheirCorner()
    {
        EditorFixture f;
        QVERIFY(f.editor.perform({MoveNodes{{{NodeId("step2"_ba), {208, 160}}}}}, u"Move"_s));
        QThreadPool workers;
        AutoLayout layout(f.editor, workers);
        f.select({"step1", "step2"});
        layout.tidyUp();
        QCOMPARE(f.corner("step1"), QPointF(208, 0));
        QCOMPARE(f.corner("start"), QPointF(0, 0));
        QCOMPARE(f.lastLabel(), u"Tidy up 2 nodes"_s);
    }

    void fewNewNodesLieBesideWhatLeadsToThem()
    {
        const Graph before = graph({node("a", {0, 0}), unplaced("new")}, {edge("e", "a", "new")});
        const Positions beside = placedBeside(before, {NodeId("new"_ba)}, false);
        QCOMPARE(beside.size(), 1);
        QCOMPARE(beside.value(NodeId("new"_ba)).y(), 0.0);
        QVERIFY(beside.value(NodeId("new"_ba)).x() > measure::kNodeWidth);
        // Without room there, or without an edge, below everything.
        const Graph crowded = graph(
            {node("a", {0, 0}), node("b", beside.value(NodeId("new"_ba))), unplaced("new")}, {edge("e", "a", "new")});
        QVERIFY(placedBeside(crowded, {NodeId("new"_ba)}, false).value(NodeId("new"_ba)).y() > 0);
    }

    void placedNodesAreNotCovered()
    {
        Graph all = graph({unplaced("a"), unplaced("b"), unplaced("c")}, {edge("e", "a", "b"), edge("f", "b", "c")});
        const Positions free = placedAround(all, false);
        QCOMPARE(free.size(), 3);
        const Node placed = node("c", free.value(NodeId("b"_ba)));
        all = graph({unplaced("a"), unplaced("b"), placed}, {edge("e", "a", "b"), edge("f", "b", "c")});
        const Positions around = placedAround(all, false);
        QCOMPARE(around.size(), 2);
        QVERIFY(!QRectF(around.value(NodeId("b"_ba)), rectOf(placed).size()).intersects(rectOf(placed)));
    }

    void partHasTheEdgesAmongItsNodes()
    {
        const Graph part = partOf(supportTriage(), {NodeId("Start"_ba), NodeId("Greet"_ba)});
        QCOMPARE(part.nodes().size(), 2);
        QCOMPARE(part.edges().size(), 1);
        Positions positions{{NodeId("Start"_ba), {0, 0}}, {NodeId("Greet"_ba), {300, 0}}};
        const QRectF extent = extentOf(part, positions);
        shift(positions, {10, 20});
        QCOMPARE(extentOf(part, positions), extent.translated(10, 20));
    }
};

JACKFIELD_TEST(AutoLayoutTest)

} // namespace jackfield::auto_layout_test

#include "auto_layout_test.moc"
