// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/canvas_fixture.h"

#include "canvas/editing/arrange.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

namespace jackfield::canvas_move_test {

using namespace Qt::Literals::StringLiterals;

class CanvasMoveTest : public QObject
{
    Q_OBJECT

private slots:
    void dragIsOneStepAtTheRelease();
    void pressedNodeSnapsAltDoesNot();
    void selectedNodesMoveTogether();
    void dragOfAnUnselectedNodeMovesItAlone();
    void shakingHandIsAClick();
    void draggedBackIsNoStep();
    void escapeLeavesNoTrace();
    void otherButtonCancels();
    void ctrlDragMakesACopy();
    void viewFollowsThePointerAtTheBorder();
    void remoteRemovalEndsTheGesture();
    void keysNudge_data();
    void keysNudge();
    void arrowsFocusTheNearestNode();
    void alignAndDistributeAreOneStep();
};

void CanvasMoveTest::dragIsOneStepAtTheRelease()
{
    CanvasFixture f;
    const QByteArray before = f.json();
    const QPointF from = f.middle("step1");
    f.press(from);
    f.move(from + QPointF(40, 40));
    f.move(from + QPointF(80, 160));
    QCOMPARE(f.json(), before);
    QCOMPARE(f.steps(), 0);
    QVERIFY(f.view.scene().hasGhost());
    f.release(from + QPointF(80, 160));
    QVERIFY(!f.view.scene().hasGhost());
    QCOMPARE(f.steps(), 1);
    QCOMPARE(f.document.undoStack()->undoText(), u"Move \"step1\""_s);
    QCOMPARE(f.place("step1"), QPointF(384, 160));
    f.document.undoStack()->undo();
    QCOMPARE(f.json(), before);
    QCOMPARE(f.place("step1"), QPointF(304, 0));
}

void CanvasMoveTest::pressedNodeSnapsAltDoesNot()
{
    CanvasFixture f;
    f.drag(f.middle("step1"), f.middle("step1") + QPointF(21, 101));
    QCOMPARE(f.place("step1"), QPointF(328, 104));
    f.drag(f.middle("step1"), f.middle("step1") + QPointF(19, 3), Qt::AltModifier);
    QCOMPARE(f.place("step1"), QPointF(347, 107));
    f.view.editor().setSnapsToGrid(false);
    f.drag(f.middle("step1"), f.middle("step1") + QPointF(20, 0));
    QCOMPARE(f.place("step1"), QPointF(367, 107));
}

void CanvasMoveTest::selectedNodesMoveTogether()
{
    CanvasFixture f;
    f.view.setSelection({.nodes = {NodeId("step1"_ba), NodeId("step2"_ba)}, .edges = {}});
    f.drag(f.middle("step2"), f.middle("step2") + QPointF(0, 80));
    QCOMPARE(f.place("step1"), QPointF(304, 80));
    QCOMPARE(f.place("step2"), QPointF(608, 80));
    QCOMPARE(f.place("stop"), QPointF(912, 0));
    QCOMPARE(f.steps(), 1);
    QCOMPARE(f.selected(), u"step1 step2"_s);
}

void CanvasMoveTest::dragOfAnUnselectedNodeMovesItAlone()
{
    CanvasFixture f;
    f.view.setSelection({.nodes = {NodeId("step1"_ba)}, .edges = {}});
    f.drag(f.middle("step2"), f.middle("step2") + QPointF(0, 80));
    QCOMPARE(f.place("step1"), QPointF(304, 0));
    QCOMPARE(f.selected(), u"step2"_s);
}

void CanvasMoveTest::shakingHandIsAClick()
{
    CanvasFixture f;
    f.drag(f.middle("step1"), f.middle("step1") + QPointF(3, 2));
    QCOMPARE(f.steps(), 0);
    QCOMPARE(f.selected(), u"step1"_s);
}

void CanvasMoveTest::draggedBackIsNoStep()
{
    CanvasFixture f;
    const QPointF from = f.middle("step1");
    f.press(from);
    f.move(from + QPointF(100, 0));
    f.release(from);
    QCOMPARE(f.steps(), 0);
}

void CanvasMoveTest::escapeLeavesNoTrace()
{
    CanvasFixture f;
    const QByteArray before = f.json();
    const QPointF from = f.middle("step1");
    f.press(from);
    f.move(from + QPointF(100, 100));
    QTest::keyClick(&f.view, Qt::Key_Escape);
    QVERIFY(!f.view.scene().hasGhost());
    f.move(from + QPointF(200, 100));
    f.release(from + QPointF(200, 100));
    QCOMPARE(f.json(), before);
    QCOMPARE(f.steps(), 0);
    QCOMPARE(f.selected(), u""_s);
}

void CanvasMoveTest::otherButtonCancels()
{
    CanvasFixture f;
    const QPointF from = f.middle("step1");
    f.press(from);
    f.move(from + QPointF(100, 100));
    QTest::mousePress(f.view.viewport(), Qt::RightButton, {}, f.at(from));
    f.release(from + QPointF(100, 100));
    QCOMPARE(f.steps(), 0);
}

void CanvasMoveTest::ctrlDragMakesACopy()
{
    CanvasFixture f;
    f.drag(f.middle("step1"), f.middle("step1") + QPointF(0, 160), Qt::ControlModifier);
    QCOMPARE(f.document.graph().nodes().size(), 5);
    QCOMPARE(f.place("step1"), QPointF(304, 0));
    QCOMPARE(f.place("step1-1"), QPointF(304, 160));
    QCOMPARE(f.steps(), 1);
    QCOMPARE(f.selected(), u"step1-1"_s);
}

void CanvasMoveTest::viewFollowsThePointerAtTheBorder()
{
    CanvasFixture f;
    const QPointF before = f.view.viewportState().centre;
    f.press(f.middle("step1"));
    f.moveTo({1195, 300});
    QTRY_VERIFY(f.view.viewportState().centre.x() > before.x() + 40);
    f.release(f.view.toScene(QPointF(1195, 300)));
    QVERIFY(f.place("step1").x() > 912);
    QCOMPARE(f.steps(), 1);
    const QPointF after = f.view.viewportState().centre;
    QTest::qWait(60);
    QCOMPARE(f.view.viewportState().centre, after);
}

void CanvasMoveTest::remoteRemovalEndsTheGesture()
{
    CanvasFixture f;
    f.press(f.middle("step1"));
    f.move(f.middle("step1") + QPointF(100, 100));
    VERIFY_OK(f.document.adopt({{JsonEdit::remove(JsonPointer("/nodes/1"_ba))}, {}}, u"API"_s));
    f.release(f.middle("step2"));
    QCOMPARE(f.steps(), 1);
    QCOMPARE(f.document.graph().nodes().size(), 3);
}

void CanvasMoveTest::keysNudge_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<Qt::KeyboardModifier>("modifier");
    QTest::addColumn<QPointF>("place");
    QTest::newRow("ctrl right") << int(Qt::Key_Right) << Qt::ControlModifier << QPointF(312, 0);
    QTest::newRow("ctrl up") << int(Qt::Key_Up) << Qt::ControlModifier << QPointF(304, -8);
    QTest::newRow("shift left") << int(Qt::Key_Left) << Qt::ShiftModifier << QPointF(280, 0);
    QTest::newRow("shift down") << int(Qt::Key_Down) << Qt::ShiftModifier << QPointF(304, 24);
}

void CanvasMoveTest::keysNudge()
{
    QFETCH(int, key);
    QFETCH(Qt::KeyboardModifier, modifier);
    QFETCH(QPointF, place);
    CanvasFixture f;
    f.view.setSelection({.nodes = {NodeId("step1"_ba)}, .edges = {}});
    QTest::keyClick(&f.view, Qt::Key(key), modifier);
    QCOMPARE(f.place("step1"), place);
    QCOMPARE(f.steps(), 1);
}

void CanvasMoveTest::arrowsFocusTheNearestNode()
{
    CanvasFixture f;
    f.click(f.middle("start"));
    QTest::keyClick(&f.view, Qt::Key_Right);
    QCOMPARE(f.selected(), u"step1"_s);
    QTest::keyClick(&f.view, Qt::Key_Right);
    QTest::keyClick(&f.view, Qt::Key_Right);
    QTest::keyClick(&f.view, Qt::Key_Right);
    QCOMPARE(f.selected(), u"stop"_s);
    QTest::keyClick(&f.view, Qt::Key_Left);
    QCOMPARE(f.selected(), u"step2"_s);
    NodeId edited;
    connect(&f.view, &CanvasView::editRequested, this, [&](const NodeId &node) { edited = node; });
    QTest::keyClick(&f.view, Qt::Key_Return);
    QCOMPARE(edited, NodeId("step2"_ba));
    QCOMPARE(f.steps(), 0);
}

void CanvasMoveTest::alignAndDistributeAreOneStep()
{
    CanvasFixture f;
    f.drag(f.middle("step1"), f.middle("step1") + QPointF(80, 160));
    f.view.editor().selectAll();
    align(f.view.editor(), Alignment::Top);
    QCOMPARE(f.steps(), 2);
    QCOMPARE(f.place("step1"), QPointF(384, 0));
    distribute(f.view.editor(), Qt::Horizontal);
    QCOMPARE(f.steps(), 3);
    QCOMPARE(f.place("step1"), QPointF(304, 0));
    f.view.setSelection({.nodes = {NodeId("step1"_ba)}, .edges = {}});
    align(f.view.editor(), Alignment::Left);
    QCOMPARE(f.steps(), 3);
    QCOMPARE(f.messages.constLast(), u"Select two or more nodes to align them."_s);
}

JACKFIELD_TEST(CanvasMoveTest)

} // namespace jackfield::canvas_move_test

#include "canvas_move_test.moc"
